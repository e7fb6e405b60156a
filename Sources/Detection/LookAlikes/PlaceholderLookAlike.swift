import MigrationModel

/// What a person is to replace: `AKIAXXXXXXXXXXXXXXXX`, `AKIA1234567890ABCDEF`, `AKIA<your-key>`, `CHANGEME…`.
///
/// Every limit is chosen so that a random id meets it less than once in a million.
enum PlaceholderLookAlike: LookAlikeRule {
    static var reason: LookAlike { .placeholder }

    /// Five letters or more, anywhere in the token.
    private static let words: [StaticString] = [
        "replace", "changeme", "change-me", "change_me", "dummy", "sample", "placeholder", "insert", "redacted",
        "foobar", "notreal", "notakey", "invalid", "secretkey", "accesskey", "testtest", "fakefake", "yourkey",
        "your-", "your_", "youraccess", "yoursecret", "yourclient", "bogus", "hidden", "removed", "todotodo",
    ]
    /// Four letters, which are found by chance more often: only at an end of the part that differs.
    private static let shortWords: [StaticString] = ["your", "test", "fake", "mock", "todo", "demo"]

    static func applies(to token: SuspectedToken) -> Bool {
        switch token.kind {
        case .googleServiceAccountKey: isUnfilled(token.bytes, leastDistinct: 20)
        case .azureStorageAccountKey: isUnfilled(token.bytes, leastDistinct: 20)
        case .azureClientSecret: isUnfilled(token.bytes, leastDistinct: 10) || hasWord(token) || hasSequence(token.body)
        case .awsAccessKey, .awsTemporaryKey, .googleHMACKey:
            opensBlank(token) || isFiller(token.body) || hasSequence(token.body) || hasWord(token)
        }
    }

    /// `AKIA<…`, `AKIA***`, `AKIA...`: a prefix and no body.
    private static func opensBlank(_ token: SuspectedToken) -> Bool {
        guard token.body.isEmpty, token.range.upperBound < token.text.count else { return false }
        return ["<", "***", "...", "…", "xxxx"].contains {
            ByteSearch.stands($0, in: token.text, at: token.range.upperBound)
        }
    }

    private static func isUnfilled(_ bytes: ArraySlice<UInt8>, leastDistinct: Int) -> Bool {
        Randomness(of: bytes).distinct < leastDistinct
    }

    /// One character over and over, or a short pattern.
    private static func isFiller(_ body: ArraySlice<UInt8>) -> Bool {
        guard !body.isEmpty else { return false }
        let (byte, length) = longestRepetition(in: body)
        let usual = byte == UInt8(ascii: "X") || byte == UInt8(ascii: "0")
        return length >= (usual ? 6 : 9) || Randomness(of: body).distinct <= 5
    }

    private static func longestRepetition(in body: ArraySlice<UInt8>) -> (byte: UInt8, length: Int) {
        var (best, run, previous) = ((byte: UInt8(0), length: 0), 0, UInt8(0))
        for byte in body {
            run = byte == previous ? run + 1 : 1
            previous = byte
            if run > best.length { best = (byte, run) }
        }
        return best
    }

    /// `ABCDEF`, `123456`, `567890`, `QWERTY`: six characters in an order that fingers know.
    static func hasSequence(_ body: ArraySlice<UInt8>) -> Bool {
        let body = Array(body)
        if ByteSearch.contains("qwerty", in: body) { return true }
        var run = 1
        for (previous, byte) in zip(body, body.dropFirst()) {
            let follows =
                byte == previous &+ 1 && (byte.isLetterOrDigit && previous.isLetterOrDigit)
                || previous == UInt8(ascii: "9") && byte == UInt8(ascii: "0")
            run = follows ? run + 1 : 1
            if run >= 6 { return true }
        }
        return false
    }

    private static func hasWord(_ token: SuspectedToken) -> Bool {
        let body = Array(token.body)
        return words.contains { ByteSearch.contains($0, in: body) }
            || shortWords.contains {
                ByteSearch.stands($0, in: body, at: 0)
                    || ByteSearch.stands($0, in: body, at: body.count - $0.utf8CodeUnitCount)
            }
    }
}
