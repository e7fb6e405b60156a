/// A pattern in which `*` stands for any run of characters, also for none, and everything else for itself.
public struct Glob: Sendable {
    private let pattern: [UInt8]

    /// Reads a pattern.
    public init(_ pattern: String) { self.pattern = Array(pattern.utf8) }

    /// Whether the whole text fits; goes back to the last `*` only, so it takes at most pattern times text steps.
    public func matches(_ text: String) -> Bool {
        let text = Array(text.utf8)
        var (position, offset) = (0, 0)
        var retry: (position: Int, offset: Int)?
        while offset < text.count {
            if position < pattern.count, pattern[position] == UInt8(ascii: "*") {
                retry = (position, offset)
                position += 1
            } else if position < pattern.count, pattern[position] == text[offset] {
                (position, offset) = (position + 1, offset + 1)
            } else if let last = retry {
                retry = (last.position, last.offset + 1)
                (position, offset) = (last.position + 1, last.offset + 1)
            } else {
                return false
            }
        }
        return pattern[position...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
