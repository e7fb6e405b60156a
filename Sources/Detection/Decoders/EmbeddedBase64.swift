import CByteKernels
import MigrationModel
import StructuredText

/// Finds base64 inside a text that is something else: a block of YAML, an argument, a log line.
///
/// A run of base64 characters may begin with characters that do not belong to it and may be wrapped and indented, so each
/// is joined over its lines and decoded at the four alignments; what looks like nothing is dropped. The time is linear.
enum EmbeddedBase64 {
    private static let runs = Base64Runs()

    /// Hands out what was found, in order.
    ///
    /// - Parameters:
    ///   - text: the text around.
    ///   - found: receives the line of the run, from 1, its alphabet and what was inside.
    static func search(_ text: Span<UInt8>, found: (Int, Decoding, Span<UInt8>) -> Void) {
        text.withUnsafeBufferPointer { bytes in
            var (position, line, joined) = (0, 1, [UInt8]())
            let decoded = ScratchBuffer()
            while let run = runs.next(in: bytes, from: position, joined: &joined) {
                line += lineFeeds(in: bytes[position..<run.lowerBound])
                Base64Runs.withDigits(of: run, in: bytes, joined: joined) { digits in
                    decode(digits, decoded) { found(line, $0, $1) }
                }
                line += lineFeeds(in: bytes[run])
                position = run.upperBound
            }
        }
    }

    private static func lineFeeds(in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        bytes.withContiguousStorageIfAvailable { bytes in
            bytes.baseAddress.map { keyshift_count_lines($0, bytes.count) } ?? 0
        } ?? 0
    }

    /// Decodes a run whose lines are joined at the first place that looks like the beginning of base64.
    private static func decode(
        _ run: Span<UInt8>, _ decoded: ScratchBuffer, _ found: (Decoding, Span<UInt8>) -> Void
    ) {
        for start in starts(in: run) {
            guard let alphabet = decode(run, from: start, into: decoded) else { continue }
            let isFound = decoded.withBytes { inside in
                guard let useful = usefulPart(inside) else { return false }
                found(alphabet, inside.extracting(useful..<inside.count))
                return true
            }
            if isFound { return }
        }
    }

    /// Where base64 may begin in a run: at each of the four alignments, and at the mark of gzip.
    ///
    /// A path or a name may be glued to the front of gzip, which has no other mark than its beginning.
    static func starts(in run: Span<UInt8>) -> [Int] {
        guard let magic = run.position(of: "H4sI", in: 0..<run.count), magic > 3 else { return [0, 1, 2, 3] }
        return [0, 1, 2, 3, magic]
    }

    /// Decodes a run from a position to its end.
    ///
    /// - Parameters:
    ///   - run: base64 digits and nothing else.
    ///   - start: where to begin.
    ///   - decoded: replaced by what was inside.
    /// - Returns: the alphabet; `nil` when nothing is left to decode, or digits of both alphabets.
    static func decode(_ run: Span<UInt8>, from start: Int, into decoded: ScratchBuffer) -> Decoding? {
        // One character more than a multiple of four cannot end base64.
        let usable = run.count - start - ((run.count - start) % 4 == 1 ? 1 : 0)
        guard usable >= Base64Runs.shortest - 4 else { return nil }
        return Base64Decoder.decode(run.extracting(start..<start + usable), into: decoded)
    }

    /// Where the part begins that is worth examining; `nil` when there is none.
    private static func usefulPart(_ inside: Span<UInt8>) -> Int? {
        if TextShape.isGzip(inside) || UTF16Decoder.recognises(inside) || TextShape.isText(inside) { return 0 }
        let tail = TextShape.printableTail(inside)
        if tail <= 12, inside.count - tail >= 16 { return tail }
        return TextShape.holdsMarker(inside) ? 0 : nil
    }
}
