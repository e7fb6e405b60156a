/// Names of fields that alone are reason enough to examine an object, because the value beside them shows no sign of a key.
enum CredentialNames {
    private static let owners: [StaticString] = ["client", "app", "application", "azure"]

    /// Whether a name ends like that of a private key or of an application's secret: `private_key`, `AZURE_CLIENT_SECRET`.
    @inline(__always)
    static func mayName(_ name: Span<UInt8>) -> Bool {
        let count = name.count
        guard count >= 9 else { return false }
        // Most names are refused by their last letter.
        let last = name[count - 1] | 0x20
        let mayEnd = last == UInt8(ascii: "t") || last == UInt8(ascii: "d") || last == UInt8(ascii: "y")
        return mayEnd && isCredential(name, last: last)
    }

    private static func isCredential(_ name: Span<UInt8>, last: UInt8) -> Bool {
        let count = name.count
        switch last {
        case UInt8(ascii: "t"):
            return ends(name, "secret")
                && owners.contains { owner in
                    let isSeparated = count > 6 && !name[count - 7].isLetterOrDigit
                    return matches(name, owner, at: count - (isSeparated ? 7 : 6) - owner.utf8CodeUnitCount)
                }
        case UInt8(ascii: "d"): return ends(name, "password") && contains(name, "client")
        case UInt8(ascii: "y"): return ends(name, "key") && contains(name, "private")
        default: return false
        }
    }

    /// Whether a text mentions Azure, storage or an account, without which 64 random bytes are no storage account key.
    static func speaksOfStorage(_ text: Span<UInt8>) -> Bool {
        var next = 0
        while let position = text.withUnsafeBufferPointer({ nextStorageWord(in: $0, from: next) }) {
            next = position + 1
            let rest = text.extracting(position..<min(text.count, position + 7))
            if starts(rest, "azure") || starts(rest, "storage"), isStorageName(text, at: position) { return true }
            if starts(rest, "account"), !isServiceAccount(at: position, in: text) { return true }
        }
        return false
    }

    /// Where the next two letters are with which `azure`, `storage` or `account` begins.
    private static func nextStorageWord(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = text.baseAddress.map({ UnsafeRawPointer($0) }) else { return nil }
        // Explicit vectors: a scalar literal beside a vector calls code that is not specialised.
        let small = SIMD16<UInt8>(repeating: 0x20)
        let (a, s) = (SIMD16<UInt8>(repeating: UInt8(ascii: "a")), SIMD16<UInt8>(repeating: UInt8(ascii: "s")))
        let (c, z) = (SIMD16<UInt8>(repeating: UInt8(ascii: "c")), SIMD16<UInt8>(repeating: UInt8(ascii: "z")))
        let t = SIMD16<UInt8>(repeating: UInt8(ascii: "t"))
        var index = start
        while index + 17 <= text.count {
            let first = base.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self) | small
            let second = base.loadUnaligned(fromByteOffset: index + 1, as: SIMD16<UInt8>.self) | small
            let begins = ((first .== a) .& ((second .== c) .| (second .== z))) .| ((first .== s) .& (second .== t))
            if any(begins) { break }
            index += 16
        }
        while index + 2 <= text.count, !isStorageStart(text[index] | 0x20, text[index + 1] | 0x20) { index += 1 }
        return index + 2 <= text.count ? index : nil
    }

    private static func isStorageStart(_ first: UInt8, _ second: UInt8) -> Bool {
        first == UInt8(ascii: "a") && (second == UInt8(ascii: "c") || second == UInt8(ascii: "z"))
            || first == UInt8(ascii: "s") && second == UInt8(ascii: "t")
    }

    /// Whether a text mentions a service account of Google, without which a private key is some other one.
    ///
    /// Looks for `serviceaccount.com` and `service_account` from the last letter of `account`, passing as many bytes as the
    /// letter found there allows (Horspool, "Practical Fast Searching in Strings").
    static func speaksOfServiceAccount(_ text: Span<UInt8>) -> Bool {
        var index = 14
        while index < text.count {
            let step = accountSteps[Int(text[index])]
            if step == 0, matches(text, "account", at: index - 6), isOfGoogle(text, at: index - 6) { return true }
            index += max(1, step)
        }
        return false
    }

    private static func isOfGoogle(_ text: Span<UInt8>, at account: Int) -> Bool {
        if text[account - 1] == UInt8(ascii: "_") { return matches(text, "service", at: account - 8) }
        let rest = text.extracting(account + 7..<min(text.count, account + 11))
        return rest.count == 4 && matches(text, "service", at: account - 7) && matches(rest, ".com", at: 0)
    }

    /// For each byte, how far behind its last place in `account` the end of the word is; 7 for all others.
    private static let accountSteps: [Int] = (0..<256).map { value in
        "account".utf8.reversed().enumerated().first { $0.element == UInt8(value) }?.offset ?? 7
    }

    /// Whether what begins with `azure` or `storage` goes on like the name of a key or an account: `storage_account`,
    /// `storageKey`, but not `storageClassName`.
    private static func isStorageName(_ text: Span<UInt8>, at position: Int) -> Bool {
        guard text[position] | 0x20 == UInt8(ascii: "s") else { return true }
        var next = position + 7
        if next < text.count, [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(text[next]) {
            next += 1
        }
        guard next < text.count else { return false }
        return [UInt8(ascii: "a"), UInt8(ascii: "k"), UInt8(ascii: "p")].contains(text[next] | 0x20)
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

    /// Whether a value is such a name itself, as in a list of variables, and not the name of an object, which has no capitals
    /// and no underscores.
    static func mayBeName(_ text: Span<UInt8>) -> Bool {
        guard (9...64).contains(text.count), mayName(text) else { return false }
        for index in text.indices where text[index].isUpper || text[index] == UInt8(ascii: "_") { return true }
        return false
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
