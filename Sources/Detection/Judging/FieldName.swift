/// A name reduced to what it says: small letters and digits, so that `AWS_ACCESS_KEY_ID`, `aws-access-key-id` and
/// `awsAccessKeyID` are the same.
struct FieldName: Hashable {
    /// Letters and digits, at most the last 96 of them.
    let folded: [UInt8]
    /// The name as written, cut like the folded one.
    private let written: [UInt8]

    /// No name.
    static let none = FieldName([])

    init(_ name: some Collection<UInt8>) {
        let written = name.count > 96 ? Array(name.suffix(96)) : Array(name)
        self.written = written
        // Most names are folded as they are written, and share their bytes.
        let isFolded = written.allSatisfy { $0.isLower || $0.isDigit }
        folded = isFolded ? written : Self.folded(written)
    }

    private static func folded(_ written: [UInt8]) -> [UInt8] {
        Array(unsafeUninitializedCapacity: written.count) { room, count in
            for byte in written where byte.isLetterOrDigit {
                room[count] = byte.lowercased
                count += 1
            }
        }
    }

    var isEmpty: Bool { folded.isEmpty }

    /// Whether the word, in small letters, is a part of the name.
    func mentions(_ word: StaticString) -> Bool { ByteSearch.contains(word, in: folded) }

    func mentions(anyOf words: [StaticString]) -> Bool { words.contains { mentions($0) } }

    func isExactly(_ word: StaticString) -> Bool {
        folded.count == word.utf8CodeUnitCount && ByteSearch.stands(word, in: folded, at: 0)
    }

    func ends(with word: StaticString) -> Bool {
        ByteSearch.stands(word, in: folded, at: folded.count - word.utf8CodeUnitCount)
    }

    /// Whether a value under this name is meant to be the id of a key.
    var isLikeKeyID: Bool {
        mentions(anyOf: [
            "accesskey", "accessid", "keyid", "awskey", "awsid", "s3key", "s3id", "awsaccess", "credential", "hmac",
            "smtpuser", "username",
        ]) || ["key", "user", "login", "id", "access"].contains { isExactly($0) }
    }

    /// Whether a value under this name is meant to be secret.
    var isLikeSecret: Bool { mentions(anyOf: ["secret", "password", "passwd", "privatekey", "token"]) }

    /// What is left of the name without the words that tell the halves of a key apart, which therefore is the same for both.
    var stem: [UInt8] {
        var rest = folded
        for word in Self.halves {
            while let start = ByteSearch.first(word, in: rest, within: 0..<rest.count) {
                rest.removeSubrange(start..<(start + word.utf8CodeUnitCount))
            }
        }
        return rest
    }

    private static let halves: [StaticString] = [
        "secret", "access", "private", "client", "tenant", "account", "username", "password", "email", "token", "value",
        "user", "pass", "name", "key", "id",
    ]

    /// The account in `fs.azure.account.key.ACCOUNT.blob.core.windows.net`.
    var storageAccount: String? {
        guard let start = ByteSearch.first("account.key.", in: written, within: 0..<written.count) else { return nil }
        let name = written[(start + 12)...].prefix { $0 != UInt8(ascii: ".") }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }
}
