/// Cuts whatever syntax an input has into documents.
enum DocumentSplitter {
    case json(JSONSplitter<NativeStructureScanning>)
    case yaml(YAMLSplitter)
    case text(TextSplitter)

    /// Looks at the bytes that are new in the buffer; see ``JSONSplitter/split(_:atEnd:emit:)``.
    mutating func split(_ buffer: Span<UInt8>, atEnd: Bool, emit: (DocumentPiece) -> Void) -> Int {
        switch self {
        case .json(var splitter):
            self = .text(TextSplitter())
            defer { self = .json(splitter) }
            return splitter.split(buffer, atEnd: atEnd, emit: emit)
        case .yaml(var splitter):
            self = .text(TextSplitter())
            defer { self = .yaml(splitter) }
            return splitter.split(buffer, from: 0, atEnd: atEnd) { emit(DocumentPiece($0)) }
        case .text(var splitter):
            defer { self = .text(splitter) }
            return splitter.split(buffer, atEnd: atEnd, emit: emit)
        }
    }

    /// Gives up the piece that is being read; see ``JSONSplitter/abandonPiece(in:)``.
    mutating func abandonPiece(in buffer: Span<UInt8>) -> Int {
        switch self {
        case .json(var splitter):
            defer { self = .json(splitter) }
            return splitter.abandonPiece(in: buffer)
        case .yaml(var splitter):
            defer { self = .yaml(splitter) }
            return splitter.abandonPiece(in: buffer)
        case .text:
            return buffer.count
        }
    }
}

extension DocumentPiece {
    /// A piece of YAML, whose envelopes have their head elsewhere in the stream.
    init(_ piece: YAMLSplitter.Piece) {
        let kind: Kind =
            switch piece.kind {
            case .document: .document
            case .item: .item
            case .envelope: .envelope
            }
        self.init(kind: kind, range: piece.range)
    }
}
