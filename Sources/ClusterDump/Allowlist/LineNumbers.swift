internal import StructuredText

/// Tells on which line of a text an offset is.
struct LineNumbers {
    private let breaks: [Int]

    /// Finds the line breaks of a text.
    init(_ text: [UInt8]) {
        breaks = text.indices.filter { text[$0] == UInt8(ascii: "\n") }
    }

    /// The line of a byte, from 1; offsets behind the end are on the last line.
    func line(at offset: Int) -> Int {
        var (low, high) = (0, breaks.count)
        while low < high {
            let middle = (low + high) / 2
            if breaks[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low + 1
    }

    /// The line of the first scalar of a node; 1 when there is none in it.
    func line(of node: Node) -> Int {
        firstOffset(of: node).map(line(at:)) ?? 1
    }

    private func firstOffset(of node: Node) -> Int? {
        switch node {
        case .scalar(let scalar): scalar.offset
        case .sequence(let elements): elements.lazy.compactMap(firstOffset(of:)).first
        case .mapping(let members): members.lazy.compactMap { firstOffset(of: $0.value) }.first
        }
    }
}
