import StructuredText

/// What remains of a text when its values were taken out: the same lines and columns, with blanks where the values were.
///
/// Comments, and whatever else a format has no place for, are searched as they stand, and nothing is found twice.
struct Residue {
    private(set) var bytes: [UInt8]

    /// Starts with the whole text.
    init(of text: Span<UInt8>) {
        bytes = [UInt8](copying: text)
    }

    /// Blanks out a part that was understood.
    mutating func blank(_ range: Range<Int>) {
        bytes.withUnsafeMutableBufferPointer { bytes in
            for index in range { bytes[index] = bytes[index] == UInt8(ascii: "\n") ? bytes[index] : UInt8(ascii: " ") }
        }
    }

    /// Hands on what remains, if a key id could be in it, to the formats that read by line or to none.
    func hand(to fields: FieldExpansion, at position: FieldPosition, as formats: [any TextFormat] = []) {
        guard holdsToken else { return }
        fields.interpret(bytes.span, at: position, as: formats)
    }

    /// Whether there is a word of the length of a key id.
    private var holdsToken: Bool {
        var length = 0
        for byte in bytes {
            length = byte.isSpace ? 0 : length + 1
            if length == 20 { return true }
        }
        return false
    }
}
