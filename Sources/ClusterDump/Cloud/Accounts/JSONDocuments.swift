/// Finds the documents of a file that has one after the other, as `>>` leaves them.
enum JSONDocuments {
    /// The ranges of the documents, without the white space around them; what is in them is not checked.
    ///
    /// - Throws: ``AccountProblem`` for a file without any, or with something between them.
    static func ranges(in bytes: [UInt8]) throws(AccountProblem) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var (depth, start) = (0, 0)
        var (isInText, isEscaped) = (false, false)
        for (offset, byte) in bytes.enumerated() {
            if isInText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInText = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if depth == 0 { start = offset }
                depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { ranges.append(start..<offset + 1) }
                guard depth >= 0 else { throw unexpected(bytes, offset) }
            case UInt8(ascii: "\"") where depth > 0: isInText = true
            case 0x09, 0x0A, 0x0D, 0x20: break
            default: guard depth > 0 else { throw unexpected(bytes, offset) }
            }
        }
        // The reader says where a document breaks off.
        if depth > 0 { ranges.append(start..<bytes.count) }
        guard !ranges.isEmpty else { throw AccountProblem(message: "it is empty", advice: "make it anew") }
        return ranges
    }

    private static func unexpected(_ bytes: [UInt8], _ offset: Int) -> AccountProblem {
        AccountProblem(
            message: "line \(LineNumbers(of: bytes).line(at: offset)) is not JSON", advice: "make it with --output json"
        )
    }
}
