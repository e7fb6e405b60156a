import CByteKernels

/// Finds stretches of base64 inside a text that is not base64 as a whole: a Secret in the manifest of a Helm release.
///
/// The screen and the examiner share it, so that neither joins lines that the other does not.
struct Base64Runs {
    /// Shortest stretch that is tried; nearly a whole key id, whose 20 bytes have 27 digits.
    static let shortest = 24

    private static let isDigit: [Bool] = (0..<256).map { UInt8($0).isBase64 || UInt8($0).isBase64URL }

    private let usesVectors: Bool

    /// Creates a finder.
    ///
    /// - Parameter usesVectors: false to take the portable path, for tests.
    init(usesVectors: Bool = Base64Decoder.hasVectors) {
        self.usesVectors = usesVectors
    }

    /// The next stretch at or after a position, with wrapped lines joined.
    ///
    /// - Parameters:
    ///   - bytes: the text around.
    ///   - start: where to begin.
    ///   - joined: replaced by the digits of a stretch that goes over lines, empty when it is on one; see
    ///     ``withDigits(of:in:joined:_:)``.
    /// - Returns: from its first to its last digit; `nil` when there is none.
    func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, joined: inout [UInt8]) -> Range<Int>? {
        Self.isDigit.withUnsafeBufferPointer { isDigit in
            guard let first = firstRun(in: bytes, from: start, isDigit) else { return nil }
            joined.removeAll(keepingCapacity: true)
            return first..<Self.join(from: first, in: bytes, isDigit, into: &joined)
        }
    }

    /// Calls back with the digits of a stretch, which most often lie side by side in the text.
    static func withDigits(
        of run: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, joined: [UInt8], _ body: (Span<UInt8>) -> Void
    ) {
        body(joined.isEmpty ? UnsafeBufferPointer(rebasing: bytes[run]).span : joined.span)
    }

    /// Where the first stretch begins.
    ///
    /// Looks at the last byte of a window first: when it is no digit, the whole window is passed in one step.
    private func firstRun(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ isDigit: UnsafeBufferPointer<Bool>
    ) -> Int? {
        if usesVectors, let base = bytes.baseAddress {
            let found = keyshift_base64_run24(base, start, bytes.count)
            return found < bytes.count ? found : nil
        }
        var window = start
        while window + Self.shortest <= bytes.count {
            var last = window + Self.shortest - 1
            while last >= window, isDigit[Int(bytes[last])] { last -= 1 }
            if last < window { return window }
            window = last + 1
        }
        return nil
    }

    /// Gathers the digits of the stretch that begins here, over its lines; returns where it ends.
    private static func join(
        from start: Int, in bytes: UnsafeBufferPointer<UInt8>, _ isDigit: UnsafeBufferPointer<Bool>,
        into joined: inout [UInt8]
    ) -> Int {
        var end = endOfRun(in: bytes, from: start, isDigit)
        let first = start..<end
        var (width, lines) = (end - start, 1)
        while let next = nextLine(in: bytes, after: end) {
            let nextEnd = endOfRun(in: bytes, from: next, isDigit)
            let length = nextEnd - next
            // A stray character before the first line makes it one longer than the others.
            let isFull = width % 4 == 0 || width == 65 || width == 77 || lines > 1
            guard length > 0, length == width || (isFull && length <= width) else { return end }
            if joined.isEmpty { joined.append(contentsOf: bytes[first]) }
            joined.append(contentsOf: bytes[next..<nextEnd])
            (end, lines) = (nextEnd, lines + 1)
            if width == 65 || width == 77 { width -= 1 }
            if length < width { return end }
        }
        return end
    }

    private static func endOfRun(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ isDigit: UnsafeBufferPointer<Bool>
    ) -> Int {
        var end = start
        #if arch(x86_64)
            while let base = bytes.baseAddress, end + 16 <= bytes.count {
                let others = ~keyshift_base64_mask16(base + end) & 0xffff
                if others != 0 { return end + others.trailingZeroBitCount }
                end += 16
            }
        #endif
        while end < bytes.count, isDigit[Int(bytes[end])] { end += 1 }
        return end
    }

    /// Where the next line's text begins when a line ends here; an escaped line feed ends a line, too.
    private static func nextLine(in bytes: UnsafeBufferPointer<UInt8>, after end: Int) -> Int? {
        var next = end
        if isEscape("r", at: next, in: bytes) { next += 2 }
        if isEscape("n", at: next, in: bytes) {
            next += 2
        } else {
            if next < bytes.count, bytes[next] == UInt8(ascii: "\r") { next += 1 }
            guard next < bytes.count, bytes[next] == UInt8(ascii: "\n") else { return nil }
            next += 1
        }
        while next < bytes.count, bytes[next].isBlank { next += 1 }
        return next
    }

    private static func isEscape(_ letter: Unicode.Scalar, at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool
    {
        index + 1 < bytes.count && bytes[index] == UInt8(ascii: "\\") && bytes[index + 1] == UInt8(ascii: letter)
    }
}
