/// Stand-in until the YAML splitter is merged.
struct YAMLSplitter {
    mutating func split(_ buffer: Span<UInt8>, atEnd: Bool, emit: (DocumentPiece) -> Void) -> Int { 0 }
    mutating func abandonPiece(in buffer: Span<UInt8>) -> Int { buffer.count }
}
