import StructuredText

/// The comments of a YAML document, which its reader drops: a key that was commented out is still there to be read.
enum YAMLComments {
    /// The comments, each in its line and column; `nil` when there are none.
    static func residue(_ text: Span<UInt8>) -> Residue? {
        guard text.position(of: UInt8(ascii: "#"), in: 0..<text.count) != nil else { return nil }
        var residue: Residue?
        var blockIndentation: Int?
        var (lines, blanked) = (LineCursor(0..<text.count), 0)
        while let line = lines.next(in: text) {
            let range = text.trimmed(line)
            guard let first = range.first else { continue }
            let indentation = first - line.lowerBound
            // What looks like a comment inside a block scalar is its text.
            if let block = blockIndentation, indentation > block { continue }
            let comment = comment(text, range)
            let code = text.trimmed(range.lowerBound..<(comment ?? range.upperBound))
            blockIndentation = opensBlock(text, code) ? indentation : nil
            guard let comment else { continue }
            if residue == nil { residue = Residue(of: text) }
            residue?.blank(blanked..<comment)
            blanked = line.upperBound
        }
        residue?.blank(blanked..<text.count)
        return residue
    }

    /// Where the comment of a line begins: a number sign at its beginning or behind a blank, outside of quotes.
    private static func comment(_ text: Span<UInt8>, _ line: Range<Int>) -> Int? {
        guard text.contains(UInt8(ascii: "#"), in: line) else { return nil }
        var quote: UInt8?
        for index in line {
            let byte = text[index]
            let isWordStart = index == line.lowerBound || text[index - 1].isBlank
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "#"), isWordStart {
                return index
            } else if byte == 0x22 || byte == 0x27, isWordStart {
                quote = byte
            }
        }
        return nil
    }

    /// Whether a line ends with the header of a block scalar (YAML 1.2, section 8.1.1).
    private static func opensBlock(_ text: Span<UInt8>, _ code: Range<Int>) -> Bool {
        var index = code.upperBound
        while index > code.lowerBound, code.upperBound - index < 3 {
            index -= 1
            let byte = text[index]
            if byte == UInt8(ascii: "|") || byte == UInt8(ascii: ">") {
                return index == code.lowerBound || text[index - 1].isBlank
            }
            guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || (byte >= 0x31 && byte <= 0x39) else {
                break
            }
        }
        return false
    }
}
