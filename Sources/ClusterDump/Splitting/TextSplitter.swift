/// Cuts a text without structure at line breaks, so that even a huge file is searched in bounded memory.
struct TextSplitter {
    /// A piece ends at the first line break behind this many bytes.
    static let pieceSize = 4 << 20

    /// Hands out the text as soon as there is enough of it; see ``JSONSplitter/split(_:atEnd:emit:)``.
    mutating func split(_ buffer: Span<UInt8>, atEnd: Bool, emit: (DocumentPiece) -> Void) -> Int {
        if atEnd {
            if !buffer.isEmpty { emit(DocumentPiece(kind: .document, range: 0..<buffer.count)) }
            return buffer.count
        }
        guard buffer.count >= Self.pieceSize else { return 0 }
        var end = buffer.count
        while end > Self.pieceSize / 2, buffer[end - 1] != UInt8(ascii: "\n") { end -= 1 }
        if buffer[end - 1] != UInt8(ascii: "\n") { end = buffer.count }
        emit(DocumentPiece(kind: .document, range: 0..<end))
        return end
    }
}
