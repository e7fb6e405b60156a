/// Which settings of a workload name resources of AWS, and may be kept: their values are names, never credentials.
public enum ResourceSetting {
    /// Longest value that is kept; an ARN may be longer, but none that people put into settings is.
    private static let longest = 512

    /// The value of a setting, if it names a resource.
    ///
    /// A value counts by itself when it is an ARN, an address of AWS or a path in S3, and by the name of the setting when that
    /// says what it is (`REPORTS_BUCKET`) and does not speak of credentials. What looks random never counts.
    ///
    /// - Parameters:
    ///   - value: the value, as it is written.
    ///   - name: the name of the setting.
    /// - Returns: the value; `nil` for every other.
    public static func text(_ value: Span<UInt8>, of name: Span<UInt8>) -> String? {
        guard (1...longest).contains(value.count), name.count <= 256 else { return nil }
        let isAddress = speaksOfAWS(value)
        guard isAddress || resources.areIn(name), isPlain(value), !RandomText.isIn(value, ofAddress: isAddress),
            isAddress || mayName(value, name)
        else { return nil }
        return value.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    /// Parts of the names of settings that name resources.
    private static let resources = WordList([
        "athena", "bedrock", "bucket", "database_user", "db_iam", "db_user", "dbuser", "dynamo", "event_bus",
        "eventbus",
        "function", "iam_auth", "kinesis", "kms", "lambda", "model_id", "parameter", "pguser", "prefix", "queue", "s3_",
        "secret_name", "secretname", "secrets_manager", "secretsmanager", "sns", "sqs", "ssm", "stream", "table",
        "topic",
        "work_group", "workgroup",
    ])
    /// Parts of the names of settings that hold credentials, or may.
    private static let credentials = WordList([
        "auth", "credential", "key", "pass", "private", "pwd", "salt", "secret", "sign", "token",
    ])
    /// Exceptions to them, which name a thing.
    private static let names = WordList([
        "db_iam", "iam_auth", "key_prefix", "kms", "secret_name", "secret_prefix", "secretname", "secrets_manager",
        "secretsmanager",
    ])

    /// What is named by a UUID.
    private static let keys = WordList(["kms"])

    /// Whether a value that is no address may be the name of something, by what the setting is called.
    private static func mayName(_ value: Span<UInt8>, _ name: Span<UInt8>) -> Bool {
        if credentials.areIn(name), !names.areIn(name) { return false }
        // The second half of a login to Vault is a UUID, and so are many API keys.
        return !isUUID(value) || keys.areIn(name)
    }

    private static func speaksOfAWS(_ value: Span<UInt8>) -> Bool {
        switch value[0] {
        case UInt8(ascii: "a"): if value.hasWord("arn:aws", at: 0) { return true }
        case UInt8(ascii: "s"):
            if value.hasWord("s3://", at: 0) || value.hasWord("s3a://", at: 0) || value.hasWord("s3n://", at: 0) {
                return true
            }
        default: break
        }
        guard value.count > 14 else { return false }
        return (1...value.count - 14).contains {
            value[$0] == UInt8(ascii: ".") && value.hasWord(".amazonaws.com", at: $0)
        }
    }

    /// Letters, digits and what stands in names and addresses; no `@`, which may follow a password, no `?`, `=` nor blank.
    private static func isPlain(_ value: Span<UInt8>) -> Bool {
        for index in value.indices {
            switch value[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "-")...UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "+"):
                continue
            default: return false
            }
        }
        return true
    }

    private static func isUUID(_ value: Span<UInt8>) -> Bool {
        guard value.count == 36 else { return false }
        return value.indices.allSatisfy { index in
            [8, 13, 18, 23].contains(index)
                ? value[index] == UInt8(ascii: "-") : "0123456789abcdefABCDEF".utf8.contains(value[index])
        }
    }
}

/// Words that are looked for in names of settings, however those are written.
private struct WordList: Sendable {
    /// By their first letter, since most letters of most names begin none.
    private let words: [[StaticString]]

    /// Words in small letters with `_` between their parts.
    init(_ words: [StaticString]) {
        var sorted = [[StaticString]](repeating: [], count: 26)
        for word in words { sorted[Int(word.utf8Start[0] - UInt8(ascii: "a"))].append(word) }
        self.words = sorted
    }

    func areIn(_ name: Span<UInt8>) -> Bool {
        for start in name.indices {
            let letter = Int(name[start] | 0x20) - Int(UInt8(ascii: "a"))
            guard words.indices.contains(letter) else { continue }
            for word in words[letter] where isAt(start, in: name, word) { return true }
        }
        return false
    }

    private func isAt(_ start: Int, in name: Span<UInt8>, _ word: StaticString) -> Bool {
        guard word.utf8CodeUnitCount <= name.count - start else { return false }
        for index in 0..<word.utf8CodeUnitCount {
            let byte = name[start + index]
            let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            // `secret-name` and `secret.name` are `secret_name` in other habits.
            let isSeparator = byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            guard (isUpper ? byte | 0x20 : isSeparator ? UInt8(ascii: "_") : byte) == word.utf8Start[index] else {
                return false
            }
        }
        return true
    }
}

extension Span<UInt8> {
    /// Whether an ASCII word stands at an offset.
    fileprivate func hasWord(_ word: StaticString, at start: Int) -> Bool {
        guard word.utf8CodeUnitCount <= count - start else { return false }
        for index in 0..<word.utf8CodeUnitCount where self[start + index] != word.utf8Start[index] { return false }
        return true
    }
}
