/// One stretch of an input that a splitter cut out.
struct DocumentPiece: Hashable {
    /// What the stretch is.
    enum Kind: Hashable {
        /// A whole document: a top-level JSON value, a YAML document.
        case document
        /// One element of a list of objects.
        case item
        /// What a list says besides its items: `head`, then the stretch itself.
        case envelope
        /// Text that stands where only white space may: it belongs to no document.
        case stray
        /// Comments of YAML that belong to no document, in which a key may have been left.
        case comment

        /// Whether it is read as a plain text, and no document of its own.
        var isText: Bool { self == .stray || self == .comment }
    }

    /// What the stretch is.
    var kind: Kind
    /// Where it lies in the buffer that the splitter was given.
    var range: Range<Int>
    /// For an envelope, the text before the items, which left the buffer long ago.
    var head: [UInt8] = []
    /// For an item, what its list said before its items, which may be the type of all of them.
    var listHead: [UInt8] = []

    /// Whether a byte of JSON may stand between two pieces.
    static func isSeparator(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: ",") }
}
