internal import CLibYAML

/// libyaml's event parser over a text that stays in place.
struct LibYAMLParser: ~Copyable {
    // On the heap, because libyaml keeps a pointer to it.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let text: UnsafeBufferPointer<UInt8>

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        parser = .allocate(capacity: 1)
        yaml_parser_initialize(parser)
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event, which the caller deletes.
    func next(_ offsets: inout CharacterOffsets) throws(SyntaxProblem) -> yaml_event_t {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw problem(&offsets) }
        return event
    }

    /// libyaml's sentences are constants, so none of the document's text can be in them.
    private func problem(_ offsets: inout CharacterOffsets) -> SyntaxProblem {
        let sentence = parser.pointee.problem.map { String(cString: $0) } ?? "out of memory"
        if parser.pointee.error == YAML_READER_ERROR {
            let isControl = parser.pointee.problem_value >= 0 && sentence.hasPrefix("control")
            return SyntaxProblem(isControl ? .malformed : .invalidUTF8, at: parser.pointee.problem_offset, sentence)
        }
        let offset = offsets.byteOffset(ofCharacter: parser.pointee.problem_mark.index)
        let isAtEnd = text[min(offset, text.count)...].allSatisfy { " \n\r\t\0".utf8.contains($0) }
        return SyntaxProblem(isAtEnd ? .truncated : .malformed, at: beginning(&offsets) ?? offset, sentence)
    }

    /// Where the quoted scalar begins in which the problem is: nothing of it was handed out.
    private func beginning(_ offsets: inout CharacterOffsets) -> Int? {
        guard parser.pointee.error == YAML_SCANNER_ERROR,
            let context = parser.pointee.context.map({ String(cString: $0) }), context.hasSuffix("quoted scalar")
        else { return nil }
        return offsets.byteOffset(ofCharacter: parser.pointee.context_mark.index)
    }
}
