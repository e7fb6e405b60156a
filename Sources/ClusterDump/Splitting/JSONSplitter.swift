import CByteKernels

/// Cuts a stream of JSON into objects without parsing them: single objects, JSON lines, Lists and arrays.
///
/// Depth comes from counting brackets outside strings, never from indentation, so pretty and compact text are the same to
/// it. A 64-byte block whose closing brackets cannot lead back to the level of interest costs two population counts.
struct JSONSplitter<Scanning: StructureScanning> {
    /// Bytes at the start of the buffer that have been looked at.
    private var scanned = 0
    /// How deep these lead, and whether into a string or behind a backslash.
    private var nesting = keyshift_nesting()
    /// Depth between the items of the list that is being read; `nil` outside of one.
    private var itemDepth: Int?
    /// Where the piece that is being read begins.
    private var start: Int?
    /// Where the gap after the last piece begins.
    private var gap = 0
    /// What the current list said before its items.
    private var head: [UInt8] = []
    /// Whether the beginning of the current piece was given away by ``abandonPiece(in:)``.
    private var isAbandoned = false

    /// Looks at the bytes that are new in the buffer and hands out the pieces that they complete.
    ///
    /// - Parameters:
    ///   - buffer: everything not yet consumed; later calls see the same bytes again, followed by more.
    ///   - atEnd: whether nothing will follow; what is incomplete is then handed out as it is.
    ///   - emit: called for each piece, in order.
    /// - Returns: how many bytes at the start of the buffer are done with and must not be shown again.
    mutating func split(_ buffer: Span<UInt8>, atEnd: Bool, emit: (DocumentPiece) -> Void) -> Int {
        buffer.withUnsafeBufferPointer { bytes in
            while let base = bytes.baseAddress, scanned + 64 <= bytes.count {
                let rest = bytes.count - scanned
                scanned += Scanning.skipNested(base + scanned, rest, above: itemDepth ?? 1, &nesting)
                guard scanned + 64 <= bytes.count else { break }
                scan(Scanning.masks(base + scanned), width: 64, bytes, emit)
            }
            if atEnd { finish(bytes, emit) }
            let consumed = start ?? gap
            (scanned, gap) = (scanned - consumed, max(0, gap - consumed))
            if start != nil { start = 0 }
            return consumed
        }
    }

    /// Gives up the piece that is being read because it is too large; what was seen of it may leave the buffer.
    ///
    /// - Returns: how many bytes are done with; the rest of the piece will come as ``DocumentPiece/Kind/stray``.
    mutating func abandonPiece(in buffer: Span<UInt8>) -> Int {
        let consumed = scanned
        isAbandoned = start != nil
        (scanned, gap) = (0, 0)
        if start != nil { start = 0 }
        return consumed
    }

    /// Looks at the last bytes, fewer than a block, and hands out what is incomplete.
    private mutating func finish(_ bytes: UnsafeBufferPointer<UInt8>, _ emit: (DocumentPiece) -> Void) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { block in
            while let base = block.baseAddress, scanned < bytes.count {
                let rest = bytes.count - scanned
                for index in 0..<64 { block[index] = index < rest ? bytes[scanned + index] : UInt8(ascii: " ") }
                scan(Scanning.masks(UnsafePointer(base)), width: rest, bytes, emit)
            }
        }
        if let start {
            let kind: DocumentPiece.Kind = itemDepth == nil ? (head.isEmpty ? .document : .envelope) : .item
            emit(piece(kind, start..<bytes.count))
        } else if nesting.depth > 0 {
            // What separates items is no beginning of what follows them.
            let end = bytes[gap...].firstIndex { !DocumentPiece.isSeparator($0) } ?? bytes.count
            emit(DocumentPiece(kind: .envelope, range: end..<bytes.count, head: head))
        } else {
            emitStray(upTo: bytes.count, bytes, emit)
        }
        (start, gap) = (nil, bytes.count)
    }

    /// Looks at one block.
    @inline(__always)
    private mutating func scan(
        _ masks: StructureMasks, width: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ emit: (DocumentPiece) -> Void
    ) {
        let quotes = masks.quotes & ~escaped(masks.backslashes)
        let strings = prefixXor(quotes) ^ nesting.in_string
        nesting.in_string = UInt64(bitPattern: Int64(bitPattern: strings) >> 63)
        let openers = masks.openers & ~strings
        let closers = masks.closers & ~strings
        let broken = masks.newlines & strings
        if broken != 0 {
            let sound = (broken & ~(broken - 1)) - 1
            follow(openers & sound, closers & sound, bytes, emit)
            recover(at: scanned + broken.trailingZeroBitCount, bytes, emit)
            return
        }
        if nesting.depth - closers.nonzeroBitCount > itemDepth ?? 1 {
            nesting.depth += openers.nonzeroBitCount - closers.nonzeroBitCount
        } else if openers | closers != 0 {
            follow(openers, closers, bytes, emit)
        }
        scanned += width
    }

    /// Follows the brackets of a block one by one.
    private mutating func follow(
        _ openers: UInt64, _ closers: UInt64, _ bytes: UnsafeBufferPointer<UInt8>, _ emit: (DocumentPiece) -> Void
    ) {
        var brackets = openers | closers
        while brackets != 0 {
            let bit = brackets.trailingZeroBitCount
            let position = scanned + bit
            if openers >> UInt64(bit) & 1 == 1 {
                open(at: position, bytes, emit)
            } else {
                close(at: position, bytes, emit)
            }
            brackets &= brackets - 1
        }
    }

    private mutating func open(
        at position: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ emit: (DocumentPiece) -> Void
    ) {
        let isArray = bytes[position] == UInt8(ascii: "[")
        if nesting.depth == itemDepth ?? 0, !(isArray && nesting.depth == 0) {
            emitStray(upTo: position, bytes, emit)
            start = position
        } else if nesting.depth == 0 {
            emitStray(upTo: position, bytes, emit)
            beginItems(at: position, head: position..<position + 1, bytes)
        } else if nesting.depth == 1, itemDepth == nil, isArray, !isAbandoned, isItemsKey(before: position, bytes) {
            beginItems(at: position, head: (start ?? gap)..<position + 1, bytes)
        }
        nesting.depth += 1
    }

    private mutating func beginItems(at position: Int, head range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) {
        head.append(contentsOf: bytes[range])
        itemDepth = nesting.depth + 1
        (start, gap) = (nil, position + 1)
    }

    private mutating func close(
        at position: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ emit: (DocumentPiece) -> Void
    ) {
        // A bracket that closes nothing is text between documents, as the end of an object with a broken beginning.
        guard nesting.depth > 0, nesting.depth != itemDepth || bytes[position] == UInt8(ascii: "]") else { return }
        nesting.depth -= 1
        if let itemDepth, nesting.depth >= itemDepth {
            if nesting.depth == itemDepth { endPiece(.item, at: position, emit) }
        } else if itemDepth != nil {
            emitStray(upTo: position, bytes, emit)
            itemDepth = nil
            (start, gap) = (nesting.depth == 0 ? nil : position, position + 1)
            if nesting.depth == 0 { head = [] }
        } else if nesting.depth == 0 {
            endPiece(head.isEmpty ? .document : .envelope, at: position, emit)
            head = []
        }
    }

    private mutating func endPiece(_ kind: DocumentPiece.Kind, at position: Int, _ emit: (DocumentPiece) -> Void) {
        let piece = (start ?? gap)..<position + 1
        emit(self.piece(kind, piece))
        (start, gap, isAbandoned) = (nil, position + 1, false)
    }

    private func piece(_ kind: DocumentPiece.Kind, _ range: Range<Int>) -> DocumentPiece {
        DocumentPiece(
            kind: isAbandoned ? .stray : kind, range: range, head: kind == .envelope ? head : [],
            listHead: kind == .item ? head : [])
    }

    /// Ends the current piece at a line break inside a string, which JSON does not have: a quote is missing somewhere.
    ///
    /// Starting over at the next line keeps one broken line of JSON lines, or one broken object, from hiding the rest.
    private mutating func recover(
        at position: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ emit: (DocumentPiece) -> Void
    ) {
        if start != nil {
            endPiece(itemDepth == nil ? .document : .item, at: position, emit)
        } else {
            emitStray(upTo: position + 1, bytes, emit)
        }
        (nesting, gap) = (keyshift_nesting(in_string: 0, escapes_next: 0, depth: itemDepth ?? 0), position + 1)
        if itemDepth == nil { head = [] }
        scanned = position + 1
    }

    /// Hands out what stands between two pieces, unless it is white space and commas.
    private mutating func emitStray(
        upTo end: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ emit: (DocumentPiece) -> Void
    ) {
        let isBlank = bytes[min(gap, end)..<end].allSatisfy { DocumentPiece.isSeparator($0) }
        if !isBlank { emit(DocumentPiece(kind: .stray, range: gap..<end)) }
        gap = end
    }

    /// Whether the array that opens here is the value of a key `items`.
    private func isItemsKey(before position: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = position - 1
        while index >= 0, bytes[index] <= 0x20 { index -= 1 }
        guard index >= 0, bytes[index] == UInt8(ascii: ":") else { return false }
        index -= 1
        while index >= 0, bytes[index] <= 0x20 { index -= 1 }
        let key: StaticString = "\"items\""
        guard index + 1 >= key.utf8CodeUnitCount else { return false }
        let first = index + 1 - key.utf8CodeUnitCount
        return (0..<key.utf8CodeUnitCount).allSatisfy { bytes[first + $0] == key.utf8Start[$0] }
    }

    /// The bytes that a backslash before them escapes.
    @inline(__always)
    private mutating func escaped(_ backslashes: UInt64) -> UInt64 {
        if backslashes == 0 {
            defer { nesting.escapes_next = 0 }
            return nesting.escapes_next
        }
        // In a run of backslashes every other one escapes: "Parsing Gigabytes of JSON per Second", section 3.1.1.
        let even: UInt64 = 0x5555_5555_5555_5555
        let escaping = backslashes & ~nesting.escapes_next
        let follows = escaping << 1 | nesting.escapes_next
        let oddStarts = escaping & ~even & ~follows
        let (sum, overflow) = oddStarts.addingReportingOverflow(escaping)
        nesting.escapes_next = overflow ? 1 : 0
        return (even ^ sum << 1) & follows
    }

    /// Bit n of the result is the exclusive or of bits 0 to n: one inside quotes, zero outside.
    @inline(__always)
    private func prefixXor(_ bits: UInt64) -> UInt64 {
        var bits = bits
        bits ^= bits << 1
        bits ^= bits << 2
        bits ^= bits << 4
        bits ^= bits << 8
        bits ^= bits << 16
        return bits ^ bits << 32
    }
}
