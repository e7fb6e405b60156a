/// A pattern of a policy, in which `*` stands for any run of characters, also for none, and `?` for exactly one.
///
/// See [wildcards](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html).
public struct WildcardPattern: Hashable, Sendable {
    private static let run = UInt8(ascii: "*")
    private static let one = UInt8(ascii: "?")

    private let bytes: [UInt8]

    /// Reads a pattern.
    public init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

    /// Whether it matches everything.
    public var isEverything: Bool { !bytes.isEmpty && bytes.allSatisfy { $0 == Self.run } }

    /// Whether it stands for one text only.
    public var isLiteral: Bool { !bytes.contains { $0 == Self.run || $0 == Self.one } }

    /// Whether everything that another pattern matches is matched by this one.
    ///
    /// Where it says so it is so; of some pairs that are equal in a roundabout way (`*?` and `?*`) it does not say so.
    public func contains(_ other: WildcardPattern) -> Bool {
        // A match of this pattern against the other as if that were a text, whose wildcards only wildcards match.
        let text = other.bytes
        var (position, offset) = (0, 0)
        var retry: (position: Int, offset: Int)?
        while offset < text.count {
            if position < bytes.count, bytes[position] == Self.run {
                retry = (position, offset)
                position += 1
            } else if position < bytes.count, admits(bytes[position], text[offset]) {
                (position, offset) = (position + 1, offset + 1)
            } else if let last = retry {
                retry = (last.position, last.offset + 1)
                (position, offset) = (last.position + 1, last.offset + 1)
            } else {
                return false
            }
        }
        return bytes[position...].allSatisfy { $0 == Self.run }
    }

    private func admits(_ own: UInt8, _ other: UInt8) -> Bool {
        own == Self.one ? other != Self.run : own == other
    }

    /// Whether some text is matched by both.
    ///
    /// Takes the product of both lengths; patterns longer than 4,096 bytes are taken to overlap.
    public func overlaps(_ other: WildcardPattern) -> Bool {
        if isLiteral { return other.contains(self) }
        if other.isLiteral { return contains(other) }
        guard bytes.count <= 4096, other.bytes.count <= 4096 else { return true }
        // reached[j]: whether the first bytes of this one and the first j of the other match a common text.
        var reached = [Bool](repeating: false, count: other.bytes.count + 1)
        reached[0] = true
        skip(over: other, &reached)
        for byte in bytes {
            var next = [Bool](repeating: false, count: reached.count)
            for (index, isReached) in reached.enumerated() where isReached {
                if byte == Self.run { next[index] = true }
                guard index < other.bytes.count else { continue }
                let theirs = other.bytes[index]
                if theirs == Self.run {
                    next[index] = true
                } else if byte == Self.run || byte == Self.one || theirs == Self.one || byte == theirs {
                    next[index + 1] = true
                }
            }
            if byte == Self.run { for index in next.indices.dropLast() where next[index] { next[index + 1] = true } }
            skip(over: other, &next)
            reached = next
        }
        return reached.last ?? false
    }

    /// A run of the other one may stand for nothing.
    private func skip(over other: WildcardPattern, _ reached: inout [Bool]) {
        for (index, byte) in other.bytes.enumerated() where byte == Self.run && reached[index] {
            reached[index + 1] = true
        }
    }
}
