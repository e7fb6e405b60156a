/// Finds private keys in the textual encoding of RFC 7468, also where line ends are written as `\n`.
struct PrivateKeyBlock {
    /// From the first dash to the end of the body.
    let range: Range<Int>
    /// The base64 characters of the body, without line ends, which differ between copies of the same key.
    let body: [UInt8]

    private static let tail: StaticString = "private key-----"

    /// All blocks in the order of the text, which is read once.
    static func all(in text: [UInt8]) -> [PrivateKeyBlock] {
        var found: [PrivateKeyBlock] = []
        var from = 0
        while let offset = ByteSearch.first(tail, in: text, within: from..<text.count) {
            let bodyStart = offset + tail.utf8CodeUnitCount
            let window = max(from, offset - 24)..<offset
            guard let start = ByteSearch.first("-----begin ", in: text, within: window) else {
                from = bodyStart
                continue
            }
            let (body, end) = readBody(at: bodyStart, in: text)
            found.append(PrivateKeyBlock(range: start..<end, body: body))
            from = end
        }
        return found
    }

    private static func readBody(at start: Int, in text: [UInt8]) -> (body: [UInt8], end: Int) {
        var (body, offset) = ([UInt8](), start)
        while offset < text.count {
            let byte = text[offset]
            if byte.isBase64 {
                body.append(byte)
            } else if byte == UInt8(ascii: "\\") {
                // `\n`, or `\\n` where a text was escaped twice: the letter is no part of the body.
                while offset + 1 < text.count, text[offset + 1] == UInt8(ascii: "\\") { offset += 1 }
                offset += 1
            } else if !byte.isSpace, byte != UInt8(ascii: "=") {
                break
            }
            offset += 1
        }
        return (body, min(offset, text.count))
    }
}
