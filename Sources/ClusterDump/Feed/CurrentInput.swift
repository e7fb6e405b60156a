import CByteKernels
import MigrationModel
import StructuredText

/// The input that a feed is reading: its splitter, and the bytes that no document took yet.
struct CurrentInput {
    let name: String
    /// Bytes read so far.
    private(set) var bytes = 0
    /// Documents handed out so far.
    private(set) var objects = 0
    /// `metadata.continue` of the list that was read.
    private(set) var continueToken: String?
    /// Whether it could not be read to its end.
    private(set) var isBrokenOff = false

    private let source: any ByteSource
    private let syntax: Syntax?
    private var splitter: DocumentSplitter
    private var carried: [UInt8]
    private var isInheritedTypeKnown = false
    private var inherited: RawDocument.InheritedType?
    /// Offset and line of the first carried byte.
    private var offset = 0
    private var line = 1
    private var newBytes: Int
    /// Whether what comes next is the rest of a document that was given up.
    private var isInAbandoned = false
    private var strays = StrayTexts()
    /// Whether everything so far was white space.
    private var isBlank: Bool

    init(_ input: OpenedInput) {
        (name, source, syntax, carried) = (input.name, input.source, input.syntax, input.beginning)
        (bytes, newBytes) = (carried.count, carried.count)
        isBlank = carried.allSatisfy { $0 <= 0x20 }
        splitter =
            switch input.syntax {
            case .json: .json(JSONSplitter())
            case .yaml: .yaml(YAMLSplitter())
            case nil: .text(TextSplitter())
            }
    }

    /// Bytes read since this was last asked.
    mutating func takeNewBytes() -> Int {
        defer { newBytes = 0 }
        return newBytes
    }

    /// Reads until the buffer holds a whole document.
    ///
    /// - Returns: whether the input has ended, well or badly.
    mutating func read(into buffer: WorkBuffer, _ problems: inout [Problem]) -> Bool {
        buffer.reset(with: carried)
        var start = 0
        var isEnded = false
        repeat {
            isEnded = fill(buffer, &problems)
            start += cut(buffer, from: start, atEnd: isEnded, &problems)
            let limit = isInAbandoned ? TextSplitter.pieceSize : FeedState.documentLimit
            if buffer.count - start > limit { start += abandon(buffer, from: start, &problems) }
        } while buffer.entries.isEmpty && !isEnded
        carried = buffer.tail(from: start)
        return isEnded
    }

    /// Reads once; returns whether there will be no more.
    private mutating func fill(_ buffer: WorkBuffer, _ problems: inout [Problem]) -> Bool {
        do throws(InputFailure) {
            let count = try buffer.fill(from: source)
            (bytes, newBytes) = (bytes + count, newBytes + count)
            if isBlank { noteWhetherBlank(buffer, count, &problems) }
            return count == 0
        } catch {
            isBrokenOff = true
            problems.append(
                Problem(error.code, input: name, offset: bytes, message: error.message, advice: error.advice))
            return true
        }
    }

    /// Looks at what was read, as long as there was nothing but white space before, and reports when that was all.
    private mutating func noteWhetherBlank(_ buffer: WorkBuffer, _ count: Int, _ problems: inout [Problem]) {
        isBlank = buffer.withTail(from: buffer.count - count) { tail in
            tail.withUnsafeBufferPointer { $0.allSatisfy { $0 <= 0x20 } }
        }
        // An input without any byte is told when it is opened; a page that was refused has none, either.
        guard isBlank, count == 0, bytes > 0 else { return }
        problems.append(
            Problem(
                .empty, input: name, message: "it holds nothing but white space", advice: "check how it was made"))
    }

    /// Cuts what is in the buffer into documents; returns how many bytes are done with.
    private mutating func cut(
        _ buffer: WorkBuffer, from start: Int, atEnd: Bool, _ problems: inout [Problem]
    ) -> Int {
        var pieces: [DocumentPiece] = []
        let consumed = buffer.withTail(from: start) { tail in
            splitter.split(tail, atEnd: atEnd) { pieces.append($0) }
        }
        if syntax == .yaml { pieces = withComments(pieces, in: buffer, from: start, to: start + consumed) }
        var position = start
        for piece in pieces {
            advance(buffer, from: position, to: start + piece.range.lowerBound)
            position = start + piece.range.lowerBound
            let range = start + piece.range.lowerBound..<start + piece.range.upperBound
            if !isInAbandoned, piece.kind == .stray {
                let text = buffer.bytes(in: range)
                if StrayTexts.isMarker(text) { continue }
                if let problem = strays.problem(text, input: name, offset: offset, line: line) {
                    problems.append(problem)
                }
            }
            // YAML goes on with the rest of a document that was given up as if it were one.
            let isFragment = isInAbandoned || piece.kind == .stray
            isInAbandoned = false
            add(isFragment ? DocumentPiece(kind: .stray, range: piece.range) : piece, at: start, to: buffer)
        }
        advance(buffer, from: position, to: start + consumed)
        return consumed
    }

    /// Adds what a splitter of YAML leaves out between documents, where that holds comments.
    private func withComments(
        _ pieces: [DocumentPiece], in buffer: WorkBuffer, from start: Int, to end: Int
    ) -> [DocumentPiece] {
        var (all, gap) = ([DocumentPiece](), 0)
        for next in pieces.map({ Optional($0) }) + [nil] {
            let range = gap..<max(gap, next?.range.lowerBound ?? end - start)
            let text = buffer.bytes(in: start + range.lowerBound..<start + range.upperBound)
            if text.contains(UInt8(ascii: "#")) { all.append(DocumentPiece(kind: .comment, range: range)) }
            if let next {
                all.append(next)
                gap = next.range.upperBound
            }
        }
        return all
    }

    private mutating func add(_ piece: DocumentPiece, at start: Int, to buffer: WorkBuffer) {
        let range = start + piece.range.lowerBound..<start + piece.range.upperBound
        if piece.kind == .envelope { readEnvelope(piece, buffer, range) }
        // The head left the buffer long ago: offsets are right behind it.
        let headLines = piece.head.count { $0 == UInt8(ascii: "\n") }
        let document = RawDocument(
            input: name, syntax: piece.kind.isText ? nil : syntax, isItem: piece.kind == .item,
            offset: offset - piece.head.count, line: line - headLines,
            inherited: piece.kind == .item ? inheritedType(piece.listHead) : nil)
        buffer.entries.append(
            WorkBuffer.Entry(
                document: document, range: range, head: piece.head, isFragment: piece.kind == .stray))
        if piece.kind != .envelope, !piece.kind.isText { objects += 1 }
    }

    /// Counts the lines that are passed.
    private mutating func advance(_ buffer: WorkBuffer, from start: Int, to end: Int) {
        buffer.withTail(from: start) { tail in
            tail.withUnsafeBufferPointer { bytes in
                guard let base = bytes.baseAddress else { return }
                line += keyshift_count_lines(base, end - start)
            }
        }
        offset += end - start
    }

    /// Lets go of a document that is too large, which is searched as text in parts.
    private mutating func abandon(_ buffer: WorkBuffer, from start: Int, _ problems: inout [Problem]) -> Int {
        let consumed = buffer.withTail(from: start) { splitter.abandonPiece(in: $0) }
        if !isInAbandoned {
            problems.append(
                Problem(
                    .objectTooLarge, input: name, line: line, offset: offset,
                    message:
                        "one object is larger than \(FeedState.documentLimit >> 20) MiB and was searched as text only",
                    advice: "no API server stores objects of this size; check how the input was made"))
        }
        isInAbandoned = true
        add(DocumentPiece(kind: .stray, range: 0..<consumed), at: start, to: buffer)
        advance(buffer, from: start, to: start + consumed)
        return consumed
    }

    /// The type that a typed list, which the API server prints with its kind first, gives to its items.
    private mutating func inheritedType(_ head: [UInt8]) -> RawDocument.InheritedType? {
        guard !isInheritedTypeKnown else { return inherited }
        isInheritedTypeKnown = true
        inherited = ListHead(head).itemType
        return inherited
    }

    private mutating func readEnvelope(_ piece: DocumentPiece, _ buffer: WorkBuffer, _ range: Range<Int>) {
        let tail = buffer.withTail(from: range.lowerBound) { [UInt8](copying: $0.extracting(0..<range.count)) }
        continueToken = ListHead(piece.head + tail).continueToken
        isInheritedTypeKnown = false
    }
}
