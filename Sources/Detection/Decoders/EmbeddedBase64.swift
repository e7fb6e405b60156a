import MigrationModel
import StructuredText

/// Finds base64 inside a text that is something else: a block of YAML, an argument, a log line.
///
/// A run of base64 characters may begin with characters that do not belong to it and may be wrapped and indented, so each
/// is joined over its lines and decoded at the four alignments; what looks like nothing is dropped. The time is linear.
enum EmbeddedBase64 {
    /// Shortest run that is tried; nearly a whole key id.
    static let shortestRun = 24

    /// Hands out what was found, in order.
    ///
    /// - Parameters:
    ///   - text: the text around.
    ///   - found: receives the line of the run, from 1, its alphabet and what was inside.
    static func search(_ text: Span<UInt8>, found: (Int, Decoding, Span<UInt8>) -> Void) {
        var (index, line) = (0, 1)
        var (joined, decoded): ([UInt8], [UInt8]) = ([], [])
        while index < text.count {
            guard isDigit(text[index]) else {
                if text[index] == lineFeed { line += 1 }
                index += 1
                continue
            }
            let start = index
            index = endOfRun(text, index)
            guard index - start >= shortestRun else { continue }
            let begin = line
            joined.removeAll(keepingCapacity: true)
            joined.append(contentsOf: [UInt8](copying: text.extracting(start..<index)))
            join(text, &index, &line, width: index - start, to: &joined)
            decode(joined.span, &decoded) { found(begin, $0, $1) }
        }
    }

    /// Appends the lines that continue the run which ends at `index`.
    private static func join(
        _ text: Span<UInt8>, _ index: inout Int, _ line: inout Int, width: Int, to joined: inout [UInt8]
    ) {
        var (width, lines) = (width, 1)
        while let next = nextLine(text, index) {
            let end = endOfRun(text, next)
            let length = end - next
            // A stray character before the first line makes it one longer than the others.
            let isFull = width % 4 == 0 || width == 65 || width == 77 || lines > 1
            guard length > 0, length == width || (isFull && length <= width) else { return }
            joined.append(contentsOf: [UInt8](copying: text.extracting(next..<end)))
            if text[index] != backslash { line += 1 }
            (index, lines) = (end, lines + 1)
            if width == 65 || width == 77 { width -= 1 }
            if length < width { return }
        }
    }

    /// Tries the alignments, most likely first.
    private static func decode(
        _ run: Span<UInt8>, _ decoded: inout [UInt8], _ found: (Decoding, Span<UInt8>) -> Void
    ) {
        for start in 0..<4 where attempt(run, from: start, &decoded, found) { return }
        // A path or a name may be glued to the front of gzip, which has no other mark than its beginning.
        if let magic = run.position(of: "H4sI", in: 0..<run.count), magic > 3 {
            _ = attempt(run, from: magic, &decoded, found)
        }
    }

    private static func attempt(
        _ run: Span<UInt8>, from start: Int, _ decoded: inout [UInt8], _ found: (Decoding, Span<UInt8>) -> Void
    ) -> Bool {
        // One character more than a multiple of four cannot end base64.
        let usable = run.count - start - ((run.count - start) % 4 == 1 ? 1 : 0)
        guard usable >= shortestRun - 4 else { return false }
        guard let alphabet = Base64Decoder.decode(run.extracting(start..<start + usable), into: &decoded) else {
            return false
        }
        let inside = decoded.span
        guard let useful = usefulPart(inside) else { return false }
        found(alphabet, inside.extracting(useful..<inside.count))
        return true
    }

    /// Where the part begins that is worth examining; `nil` when there is none.
    private static func usefulPart(_ inside: Span<UInt8>) -> Int? {
        if TextShape.isGzip(inside) || UTF16Decoder.recognises(inside) || TextShape.isText(inside) { return 0 }
        let tail = TextShape.printableTail(inside)
        if tail <= 12, inside.count - tail >= 16 { return tail }
        return TextShape.holdsMarker(inside) ? 0 : nil
    }

    private static let lineFeed = UInt8(ascii: "\n")
    private static let backslash = UInt8(ascii: "\\")

    /// Where the next line's text begins when the line ends at `index`; an escaped line feed ends a line, too.
    private static func nextLine(_ text: Span<UInt8>, _ index: Int) -> Int? {
        var index = index
        if text.has("\\r", at: index) { index += 2 }
        if text.has("\\n", at: index) {
            index += 2
        } else {
            if index < text.count, text[index] == 13 { index += 1 }
            guard index < text.count, text[index] == lineFeed else { return nil }
            index += 1
        }
        while index < text.count, text[index].isBlank { index += 1 }
        return index
    }

    private static func endOfRun(_ text: Span<UInt8>, _ start: Int) -> Int {
        var index = start
        while index < text.count, isDigit(text[index]) { index += 1 }
        return index
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || byte == 0x2b || byte == 0x2f || byte == 0x2d || byte == 0x5f
    }
}
