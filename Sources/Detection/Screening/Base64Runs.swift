/// Finds stretches of base64 inside a text that is not base64 as a whole: a Secret in the manifest of a Helm release.
struct Base64Runs {
    /// The shortest stretch that can hold an access key id of 20 bytes.
    static let minimum = 27
    /// The shortest line behind which a stretch may go on in the next one; most tools wrap at 64 or 76 digits.
    private static let wrapWidth = 24

    private let isDigit: [Bool] = (0..<256).map { value in
        let byte = UInt8(value)
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "-"),
            UInt8(ascii: "_"):
            return true
        default:
            return false
        }
    }

    /// The next stretch at or after a position, with wrapped lines joined.
    ///
    /// Looks at the last byte of a window first: when it is no digit, the whole window is passed in one step.
    ///
    /// - Parameters:
    ///   - bytes: the text around.
    ///   - start: where to begin.
    ///   - digits: replaced by the digits of the stretch.
    /// - Returns: where the stretch ends; `nil` when there is none.
    func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, digits: inout [UInt8]) -> Int? {
        isDigit.withUnsafeBufferPointer { isDigit in
            var window = start
            while window + Self.minimum <= bytes.count {
                var last = window + Self.minimum - 1
                while last >= window, isDigit[Int(bytes[last])] { last -= 1 }
                if last >= window {
                    window = last + 1
                    continue
                }
                let isRandom = looksRandom(bytes[window..<window + Self.minimum])
                let end = join(from: window + (isEscape(at: window, in: bytes) ? 1 : 0), in: bytes, isDigit, into: &digits)
                if isRandom { return end }
                window = end
            }
            return nil
        }
    }

    /// Gathers the digits of the stretch that begins here, over its lines; returns where it ends.
    private func join(
        from start: Int, in bytes: UnsafeBufferPointer<UInt8>, _ isDigit: UnsafeBufferPointer<Bool>,
        into digits: inout [UInt8]
    ) -> Int {
        digits.removeAll(keepingCapacity: true)
        var line = start
        while true {
            var end = line
            while end < bytes.count, isDigit[Int(bytes[end])] { end += 1 }
            digits.append(contentsOf: bytes[line..<end])
            // A line of whole groups leaves the alignment of the next as it is, whether the two belong together or not.
            guard end - line >= Self.wrapWidth, (end - line) % 4 == 0,
                let next = nextLine(in: bytes, after: end), isDigit[Int(bytes[next])]
            else { return end }
            line = next
        }
    }

    /// Where the next line begins, behind a line break, or one written as an escape, and its indentation.
    private func nextLine(in bytes: UnsafeBufferPointer<UInt8>, after end: Int) -> Int? {
        guard end < bytes.count, bytes[end] == 0x0a || bytes[end] == 0x0d || bytes[end] == UInt8(ascii: "\\") else {
            return nil
        }
        var next = end
        while next + 1 < bytes.count, bytes[next] == UInt8(ascii: "\\"),
            bytes[next + 1] == UInt8(ascii: "n") || bytes[next + 1] == UInt8(ascii: "r")
        {
            next += 2
        }
        while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
        return next > end && next < bytes.count ? next : nil
    }

    /// Whether the byte is the letter of an escaped line break and no digit.
    private func isEscape(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        index > 0 && bytes[index - 1] == UInt8(ascii: "\\")
            && (bytes[index] == UInt8(ascii: "n") || bytes[index] == UInt8(ascii: "r"))
    }

    /// Whether there is a capital letter, which 27 digits of base64 lack once in a million and names and paths nearly always.
    private func looksRandom(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        digits.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }
}
