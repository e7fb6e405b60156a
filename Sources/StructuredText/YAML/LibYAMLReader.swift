internal import CLibYAML
internal import Glibc

/// Reads one YAML document of any shape, on libyaml's events.
///
/// Merge keys (`<<`) are members like others. An alias without an anchor is an empty scalar, and is reported only after
/// the rest was handed out: in a List that was split into its items, the anchor may be in another item.
struct LibYAMLReader {
    private let text: UnsafeBufferPointer<UInt8>
    private var offsets: CharacterOffsets
    private var feed: VisitorFeed
    private var nodes = AnchoredNodes()
    private var firstProblem: SyntaxProblem?
    private var flowDepth = 0
    /// libyaml goes through all open flow collections at every token; so much of that is allowed that no document that
    /// somebody wrote gets there, and that time stays linear in size.
    private var flowWorkLeft: Int

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - text: the document; UTF-16 is recognised by its byte order mark.
    ///   - isASCII: whether every byte is known to be a character.
    ///   - feed: receives the nodes.
    init(_ text: UnsafeBufferPointer<UInt8>, isASCII: Bool, into feed: VisitorFeed) {
        self.text = text
        self.feed = feed
        offsets = CharacterOffsets(text, isASCII: isASCII)
        flowWorkLeft = 100_000_000 + 64 * text.count
    }

    /// Hands out the document.
    mutating func read() throws(SyntaxProblem) {
        let parser = LibYAMLParser(text)
        try readDocument(parser)
        try expectEnd(parser)
        if let firstProblem { throw firstProblem }
    }

    private mutating func readDocument(_ parser: borrowing LibYAMLParser) throws(SyntaxProblem) {
        var isOver = false
        while !isOver {
            var event = try parser.next(&offsets)
            defer { yaml_event_delete(&event) }
            switch event.type {
            case YAML_STREAM_END_EVENT, YAML_DOCUMENT_END_EVENT: isOver = true
            default: try take(event)
            }
        }
    }

    /// A second document is a problem at its beginning, unless it is empty (a text that ends with `---`).
    private mutating func expectEnd(_ parser: borrowing LibYAMLParser) throws(SyntaxProblem) {
        while true {
            var event = try parser.next(&offsets)
            defer { yaml_event_delete(&event) }
            switch event.type {
            case YAML_NO_EVENT, YAML_STREAM_END_EVENT: return
            case YAML_DOCUMENT_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
            case YAML_SCALAR_EVENT where event.data.scalar.length == 0: continue
            default: throw SyntaxProblem(.malformed, at: start(of: event), "another document begins")
            }
        }
    }

    private mutating func take(_ event: yaml_event_t) throws(SyntaxProblem) {
        flowWorkLeft -= flowDepth
        guard flowWorkLeft >= 0 else {
            throw SyntaxProblem(.tooDeep, at: start(of: event), "too much inside of too many flow collections")
        }
        switch event.type {
        case YAML_MAPPING_START_EVENT:
            enter(isFlow: event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE)
            try begin(isMapping: true, event.data.mapping_start.anchor, at: start(of: event))
        case YAML_SEQUENCE_START_EVENT:
            enter(isFlow: event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE)
            try begin(isMapping: false, event.data.sequence_start.anchor, at: start(of: event))
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
            flowDepth = max(flowDepth - 1, 0)
            nodes.end()
            feed.end()
        case YAML_SCALAR_EVENT: takeScalar(event)
        case YAML_ALIAS_EVENT: try takeAlias(event)
        default: break
        }
    }

    /// Block collections cannot be in flow collections.
    private mutating func enter(isFlow: Bool) {
        if isFlow || flowDepth > 0 { flowDepth += 1 }
    }

    private mutating func begin(
        isMapping: Bool, _ anchor: UnsafeMutablePointer<UInt8>?, at offset: Int
    ) throws(SyntaxProblem) {
        if let anchor { nodes.anchor(String(cString: anchor)) }
        nodes.begin(isMapping: isMapping, at: offset)
        try feed.begin(isMapping: isMapping, at: offset)
    }

    private mutating func takeScalar(_ event: yaml_event_t) {
        let scalar = event.data.scalar
        let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        let quoted = scalar.style != YAML_PLAIN_SCALAR_STYLE
        let offset = start(of: event)
        if let anchor = scalar.anchor { nodes.anchor(String(cString: anchor)) }
        nodes.scalar(text, quoted: quoted, at: offset)
        feed.scalar(text, quoted: quoted, at: offset)
    }

    private mutating func takeAlias(_ event: yaml_event_t) throws(SyntaxProblem) {
        guard let name = event.data.alias.anchor else { return }
        let offset = start(of: event)
        if try nodes.expand(String(cString: name), at: offset, into: &feed) { return }
        let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        nodes.scalar(nothing, quoted: false, at: offset)
        feed.scalar(nothing, quoted: false, at: offset)
        if firstProblem == nil { firstProblem = SyntaxProblem(.malformed, at: offset, "an alias without an anchor") }
    }

    private mutating func start(of event: yaml_event_t) -> Int {
        offsets.byteOffset(ofCharacter: event.start_mark.index)
    }
}
