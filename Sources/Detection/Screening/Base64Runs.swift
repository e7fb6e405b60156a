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
    func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
        isDigit.withUnsafeBufferPointer { isDigit in
            var window = start
            while window + Self.minimum <= bytes.count {
                var last = window + Self.minimum - 1
                while last >= window, isDigit[Int(bytes[last])] { last -= 1 }
                if last >= window {
                    window = last + 1
                    continue
                }
                let run = window..<end(of: window, in: bytes, isDigit)
                if looksRandom(bytes[window..<window + Self.minimum]) { return run }
                window = run.upperBound
            }
            return nil
        }
    }

    private func end(
        of start: Int, in bytes: UnsafeBufferPointer<UInt8>, _ isDigit: UnsafeBufferPointer<Bool>
    ) -> Int {
        var (end, lineStart) = (start, start)
        while end < bytes.count {
            if isDigit[Int(bytes[end])] {
                end += 1
                continue
            }
            // A line of whole groups leaves the alignment of the next as it is, whether the two belong together or not.
            let width = end - lineStart
            guard width >= Self.wrapWidth, width % 4 == 0, bytes[end] == UInt8(ascii: "\n") || bytes[end] == UInt8(ascii: "\r")
            else { break }
            var next = end
            while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
            guard next < bytes.count, isDigit[Int(bytes[next])] else { break }
            (end, lineStart) = (next, next)
        }
        while end < bytes.count, bytes[end] == UInt8(ascii: "=") { end += 1 }
        return end
    }

    /// Whether there is a capital letter, which 27 digits of base64 lack once in a million and names and paths nearly always.
    private func looksRandom(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        digits.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }
}
