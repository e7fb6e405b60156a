import CZlib
import MigrationModel

/// Another source with gzip removed, in constant memory; members may follow each other.
///
/// libdeflate is faster but wants the whole stream at once, and a dump is larger than memory may be.
final class GzipSource: ByteSource {
    /// Below this size any ratio is believed.
    static let unquestionedSize = 256 << 20
    /// Largest ratio of expanded to compressed bytes; a pretty-printed dump of one repeated object reaches about 100.
    static let largestRatio = 200

    private let compressed: any ByteSource
    private var input = [UInt8](repeating: 0, count: 64 << 10)
    private var inputRange = 0..<0
    private var stream = z_stream()
    private var (consumed, produced) = (0, 0)
    private var isBetweenMembers = false
    private var isEnded = false
    /// What stopped the expansion; thrown once the bytes before it were handed out.
    private var damage: InputFailure?

    init(_ compressed: any ByteSource) {
        self.compressed = compressed
        // 15 bits of window, and 16 to say that only gzip is meant. It fails only for lack of memory.
        isEnded = inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) != Z_OK
    }

    deinit { inflateEnd(&stream) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
        if let damage { throw damage }
        while !isEnded {
            if inputRange.isEmpty, try !refill() { return 0 }
            if isBetweenMembers, try !skipPadding() { continue }
            let count = try expand(into: buffer)
            guard produced < Self.unquestionedSize || produced / Self.largestRatio < consumed else {
                throw stop(
                    InputFailure(
                        .expansionLimit, message: "it expands more than \(Self.largestRatio)-fold, which no dump does",
                        advice: "expand it yourself and scan the result if you trust it"))
            }
            if count > 0 { return count }
            if let damage { throw damage }
        }
        return 0
    }

    /// Reads more compressed bytes; false at a proper end.
    private func refill() throws(InputFailure) -> Bool {
        let count = try input.read(from: compressed, at: 0)
        inputRange = 0..<count
        consumed += count
        if count > 0 { return true }
        guard isBetweenMembers else { throw stop(Self.damaged("the compressed data ends in the middle")) }
        isEnded = true
        return false
    }

    /// Skips the zeros that tapes and some disks leave behind a member, as gzip(1) does; false when nothing else is there.
    private func skipPadding() throws(InputFailure) -> Bool {
        let padding = input[inputRange].prefix { $0 == 0 }
        inputRange = padding.endIndex..<inputRange.upperBound
        guard let first = input[inputRange].first else { return false }
        guard first == 0x1f else { throw stop(Self.damaged("behind the compressed data is something else")) }
        return true
    }

    /// Remembers why the expansion stopped, so that who reads on is told again.
    private func stop(_ failure: InputFailure) -> InputFailure {
        isEnded = true
        damage = failure
        return failure
    }

    private func expand(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
        if isBetweenMembers {
            inflateReset(&stream)
            isBetweenMembers = false
        }
        var status = Z_OK
        let available = inputRange.count
        input.withUnsafeMutableBufferPointer { bytes in
            stream.next_in = bytes.baseAddress.map { $0 + inputRange.lowerBound }
            stream.avail_in = UInt32(available)
            stream.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.avail_out = UInt32(clamping: buffer.count)
            status = inflate(&stream, Z_NO_FLUSH)
        }
        inputRange = inputRange.upperBound - Int(stream.avail_in)..<inputRange.upperBound
        let count = min(buffer.count, Int(UInt32.max)) - Int(stream.avail_out)
        produced += count
        if status == Z_STREAM_END {
            isBetweenMembers = true
        } else if status != Z_OK && status != Z_BUF_ERROR {
            _ = stop(Self.damaged("the compressed data is damaged"))
        }
        return count
    }

    private static func damaged(_ message: String) -> InputFailure {
        InputFailure(.damagedCompression, message: message, advice: "make the dump again, or copy the file again")
    }
}
