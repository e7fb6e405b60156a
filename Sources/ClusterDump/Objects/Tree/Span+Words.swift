import Glibc

extension Span where Element == UInt8 {
    /// Whether it is the ASCII word and nothing else.
    @inline(__always)
    func equals(_ word: StaticString) -> Bool {
        count == word.utf8CodeUnitCount && hasPrefix(word)
    }

    /// Whether it begins with the ASCII word.
    func begins(with word: StaticString) -> Bool {
        count >= word.utf8CodeUnitCount && hasPrefix(word)
    }

    /// Compares as many bytes as the word has, which there must be.
    @inline(__always)
    private func hasPrefix(_ word: StaticString) -> Bool {
        withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return word.utf8CodeUnitCount == 0 }
            return memcmp(start, word.utf8Start, word.utf8CodeUnitCount) == 0
        }
    }
}
