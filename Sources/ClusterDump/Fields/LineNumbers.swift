/// Turns byte offsets of a text into the line numbers that editors show.
struct LineNumbers {
    private let starts: [Int]

    init(of bytes: [UInt8]) {
        var starts = [0]
        // A line break at the end of the text begins no line.
        for (offset, byte) in bytes.dropLast().enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(offset + 1)
        }
        self.starts = starts
    }

    /// The line, from 1, that holds the byte; the last line for offsets beyond the end.
    func line(at offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return max(1, low)
    }
}
