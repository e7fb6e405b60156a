/// Names of fields that alone are reason enough to examine an object, because the value beside them shows no sign of a key.
enum CredentialNames {
    /// Whether a name ends like that of a private key or of a client secret: `private_key`, `AZURE_CLIENT_SECRET`.
    static func mayName(_ name: Span<UInt8>) -> Bool {
        guard name.count >= 9 else { return false }
        let count = name.count
        let last = name[count - 1] | 0x20
        if last == UInt8(ascii: "t") { return ends(name, "secret") && contains(name, "client") }
        return last == UInt8(ascii: "y") && ends(name, "key") && contains(name, "private")
    }

    /// Whether a text mentions Azure, storage or an account, without which 64 random bytes are no storage account key.
    static func speaksOfStorage(_ text: Span<UInt8>) -> Bool {
        for position in text.indices {
            let first = text[position] | 0x20
            guard first == UInt8(ascii: "a") || first == UInt8(ascii: "s") else { continue }
            let rest = text.extracting(position..<min(text.count, position + 7))
            if starts(rest, "azure") || starts(rest, "storage") { return true }
            if starts(rest, "account"), !isServiceAccount(at: position, in: text) { return true }
        }
        return false
    }

    /// Whether the account at a position is one of Kubernetes: `serviceAccountName`, `kubernetes.io/service-account.name`.
    private static func isServiceAccount(at position: Int, in text: Span<UInt8>) -> Bool {
        let isSeparated = position > 0 && !text[position - 1].isLetterOrDigit
        let end = isSeparated ? position - 1 : position
        return end >= 7 && matches(text, "service", at: end - 7)
    }

    private static func starts(_ text: Span<UInt8>, _ word: StaticString) -> Bool {
        text.count >= word.utf8CodeUnitCount && matches(text, word, at: 0)
    }

    private static func ends(_ name: Span<UInt8>, _ word: StaticString) -> Bool {
        matches(name, word, at: name.count - word.utf8CodeUnitCount)
    }

    private static func contains(_ name: Span<UInt8>, _ word: StaticString) -> Bool {
        guard name.count >= word.utf8CodeUnitCount, name.count <= 128 else { return name.count > 128 }
        return (0...name.count - word.utf8CodeUnitCount).contains { matches(name, word, at: $0) }
    }

    /// Whether a word stands at a position, in letters of either case.
    private static func matches(_ name: Span<UInt8>, _ word: StaticString, at position: Int) -> Bool {
        guard position >= 0 else { return false }
        for offset in 0..<word.utf8CodeUnitCount where name[position + offset] | 0x20 != word.utf8Start[offset] {
            return false
        }
        return true
    }
}
