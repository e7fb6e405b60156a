/// Tells on which line of an input a byte of a document stands.
struct LineCounter {
    private let starts: [Int]
    private let first: Int

    /// Finds the lines of a document once.
    ///
    /// - Parameters:
    ///   - bytes: the document.
    ///   - first: the line of the document's first byte in its input.
    init(_ bytes: Span<UInt8>, first: Int) {
        var starts = [0]
        while let end = bytes.position(of: UInt8(ascii: "\n"), in: starts[starts.count - 1]..<bytes.count) {
            starts.append(end + 1)
        }
        self.starts = starts
        self.first = first
    }

    /// The line, from 1, of the byte at an offset in the document.
    func line(at offset: Int) -> Int { first + index(at: offset) }

    /// Where the line of the byte at an offset begins.
    func start(ofLineAt offset: Int) -> Int { starts[index(at: offset)] }

    private func index(at offset: Int) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
