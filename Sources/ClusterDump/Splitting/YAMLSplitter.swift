internal import Glibc

/// Cuts a stream of YAML into documents, and a List into its items, looking at the beginnings of lines only.
///
/// That is safe without reading scalars: the lines of a block scalar are indented more than the collection that it is a
/// value in, so they never begin where a `---`, a top-level key or the dash of an item would. (Only a quoted or plain
/// text could go on at column 0, which neither YAML 1.2 nor any printer does.)
///
/// A document counts as a List if `items:` is a top-level key with a block sequence, `apiVersion:` or `kind:` stands
/// before it (kubectl sorts: `apiVersion`, `items`, `kind`), and no `kind:` before it denies it. An anchor that an alias
/// in another item needs is cut off from it; no program prints such a List.
struct YAMLSplitter {
    /// A part of the stream; parts are in order and leave out nothing but blank lines, comments and document markers.
    struct Piece: Hashable {
        enum Kind: Hashable {
            /// A whole document, with the `---` before it and the `...` behind it.
            case document
            /// An item of a List, from the beginning of the line with its dash.
            case item
            /// What is before, between or behind the items of a List.
            case envelope
        }

        /// Where it is in the buffer.
        var range: Range<Int>
        /// What it is.
        var kind: Kind
        /// The line of its first byte in the stream, from 1.
        var line: Int
    }

    private enum Place: Equatable {
        /// Before or behind the items, or in a document that is no List.
        case topLevel
        /// Behind `items:`.
        case beforeItems
        case items(indent: Int)
    }

    private var place = Place.topLevel
    /// What the current piece will be.
    private var kind = Piece.Kind.document
    private var hasContent = false
    private var mayBeList = false
    private var isDeniedList = false
    /// Of the line that the next call begins with, and of the current piece.
    private var line = 1
    private var pieceLine = 1
    /// How much of what was not consumed is known: bytes up to the current line, and those of it without a line break.
    private var knownLines = 0
    private var knownPart = 0
    private var isAtStart = true
    private var isUTF16 = false

    /// Hands out the pieces that end in the buffer.
    ///
    /// - Parameters:
    ///   - buffer: what was not consumed by the call before, and what was read since.
    ///   - from: where that begins in the buffer.
    ///   - atEnd: whether nothing will follow.
    ///   - emit: receives the pieces in order; their ranges are in this buffer.
    /// - Returns: where the first byte is that belongs to no piece yet, and must be there again in the next call.
    mutating func split(_ buffer: Span<UInt8>, from: Int, atEnd: Bool, emit: (Piece) -> Void) -> Int {
        buffer.withUnsafeBufferPointer { split($0, from: from, atEnd: atEnd, emit: emit) }
    }

    private mutating func split(
        _ buffer: UnsafeBufferPointer<UInt8>, from: Int, atEnd: Bool, emit: (Piece) -> Void
    ) -> Int {
        var lineStart = from + knownLines
        var search = lineStart + knownPart
        var pieceStart = from
        if isAtStart {
            guard buffer.count - from >= 3 || atEnd else { return from }
            recogniseUTF16(buffer[from...])
        }
        while !isUTF16, search < buffer.count, let base = buffer.baseAddress,
            let found = memchr(base + search, 0x0A, buffer.count - search)
        {
            let next = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
            take(buffer, lineStart..<next, &pieceStart, emit)
            (lineStart, search) = (next, next)
        }
        if atEnd {
            if lineStart < buffer.count { take(buffer, lineStart..<buffer.count, &pieceStart, emit) }
            end(buffer.count, &pieceStart, emit)
            self = YAMLSplitter()
            return buffer.count
        }
        knownLines = lineStart - pieceStart
        knownPart = buffer.count - lineStart
        return pieceStart
    }

    /// Gives up the piece that is being read because it is too large.
    ///
    /// Its whole lines, or all there is of a single one, may leave the buffer. What follows of it comes as a piece of its own.
    ///
    /// - Returns: how many bytes are done with.
    mutating func abandonPiece(in buffer: Span<UInt8>) -> Int {
        let consumed = knownLines > 0 ? knownLines : buffer.count
        if knownLines > 0 { knownLines = 0 } else { knownPart = 0 }
        return consumed
    }

    /// UTF-16 is handed out as one piece: its line breaks are not bytes.
    private mutating func recogniseUTF16(_ start: Slice<UnsafeBufferPointer<UInt8>>) {
        isUTF16 = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
        hasContent = isUTF16
    }

    // MARK: Lines

    @inline(__always)
    private mutating func take(
        _ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ pieceStart: inout Int, _ emit: (Piece) -> Void
    ) {
        // What nearly all lines are, at nearly no cost.
        let isDull = buffer[range.lowerBound] == 0x20 && hasContent && ignoresIndentedLines
        if !isDull { look(at: LineStart(buffer, range, skippingMark: isAtStart), &pieceStart, emit) }
        isAtStart = false
        line &+= 1
    }

    private var ignoresIndentedLines: Bool { place == .topLevel || place == .items(indent: 0) }

    private mutating func look(at start: LineStart, _ pieceStart: inout Int, _ emit: (Piece) -> Void) {
        guard let column = start.column else { return }
        if column == 0, let marker = start.marker {
            if marker == .documentEnd {
                // The marker goes with what it ends.
                end(start.range.upperBound, &pieceStart, emit)
                pieceLine = line + 1
            } else {
                end(start.range.lowerBound, &pieceStart, emit)
                hasContent = start.hasContentAfterMarker
            }
            return
        }
        switch place {
        case .topLevel: lookAtTopLevel(start, column)
        case .beforeItems: lookForFirstItem(start, column, &pieceStart, emit)
        case .items(let indent): lookForItem(start, column, indent, &pieceStart, emit)
        }
        hasContent = true
    }

    private mutating func lookAtTopLevel(_ start: LineStart, _ column: Int) {
        guard column == 0 else { return }
        if start.isKey("items") {
            if mayBeList, !isDeniedList, start.hasNothing(behindKey: "items") { place = .beforeItems }
        } else if start.isKey("kind") {
            mayBeList = true
            isDeniedList = !start.endsWithList
        } else if start.isKey("apiVersion") {
            mayBeList = true
        }
    }

    private mutating func lookForFirstItem(
        _ start: LineStart, _ column: Int, _ pieceStart: inout Int, _ emit: (Piece) -> Void
    ) {
        guard start.isDash else {
            place = .topLevel
            return lookAtTopLevel(start, column)
        }
        kind = .envelope
        cut(at: start.range.lowerBound, next: .item, &pieceStart, emit)
        place = .items(indent: column)
    }

    private mutating func lookForItem(
        _ start: LineStart, _ column: Int, _ indent: Int, _ pieceStart: inout Int, _ emit: (Piece) -> Void
    ) {
        guard column <= indent else { return }
        if column == indent, start.isDash {
            cut(at: start.range.lowerBound, next: .item, &pieceStart, emit)
        } else {
            cut(at: start.range.lowerBound, next: .envelope, &pieceStart, emit)
            place = .topLevel
            lookAtTopLevel(start, column)
        }
    }

    // MARK: Pieces

    private mutating func cut(
        at index: Int, next: Piece.Kind, _ pieceStart: inout Int, _ emit: (Piece) -> Void
    ) {
        if hasContent, index > pieceStart { emit(Piece(range: pieceStart..<index, kind: kind, line: pieceLine)) }
        pieceStart = index
        pieceLine = line
        kind = next
        hasContent = false
    }

    private mutating func end(_ index: Int, _ pieceStart: inout Int, _ emit: (Piece) -> Void) {
        cut(at: index, next: .document, &pieceStart, emit)
        place = .topLevel
        (mayBeList, isDeniedList) = (false, false)
    }
}
