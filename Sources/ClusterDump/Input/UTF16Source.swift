/// Another source in UTF-16, as PowerShell's `>` writes it, turned into UTF-8.
final class UTF16Source: ByteSource {
    private let wide: any ByteSource
    private let isBigEndian: Bool
    private var input = [UInt8](repeating: 0, count: 32 << 10)
    private var units: [UInt16] = []
    private var oddByte: UInt8?
    private var pending: [UInt8] = []
    private var isEnded = false

    init(_ wide: any ByteSource, isBigEndian: Bool) {
        self.wide = wide
        self.isBigEndian = isBigEndian
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
        while pending.isEmpty, !isEnded { try refill() }
        let count = min(buffer.count, pending.count)
        buffer.copyBytes(from: pending[..<count])
        pending.removeFirst(count)
        return count
    }

    private func refill() throws(InputFailure) {
        let count = try input.read(from: wide, at: 0)
        isEnded = count == 0
        for byte in input[..<count] {
            if let first = oddByte {
                units.append(isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first))
                oddByte = nil
            } else {
                oddByte = byte
            }
        }
        // A surrogate pair may be cut in two: its first half waits for the next bytes.
        let keepsLast = !isEnded && units.last.map { $0 & 0xfc00 == 0xd800 } == true
        let whole = keepsLast ? units.dropLast() : units[...]
        pending.append(contentsOf: String(decoding: whole, as: UTF16.self).utf8)
        units = keepsLast ? units.suffix(1) : []
    }
}
