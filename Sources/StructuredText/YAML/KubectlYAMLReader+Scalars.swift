extension KubectlYAMLReader {
    /// A scalar, or an empty flow collection, and the rest of its last line.
    mutating func readScalar() throws(Unfamiliar) {
        switch text[position] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): try readQuoted()
        case UInt8(ascii: "|"), UInt8(ascii: ">"): try readBlock()
        case UInt8(ascii: "{"): try readEmptyCollection(closedBy: UInt8(ascii: "}"))
        case UInt8(ascii: "["): try readEmptyCollection(closedBy: UInt8(ascii: "]"))
        default: try readPlain()
        }
    }

    private mutating func readEmptyCollection(closedBy closing: UInt8) throws(Unfamiliar) {
        guard position + 1 < end, text[position + 1] == closing else { throw Unfamiliar() }
        let next = try endOfLine(after: position + 2)
        handOutEmptyCollection(isMapping: closing == UInt8(ascii: "}"))
        position = next
    }

    // MARK: Plain

    private mutating func readPlain() throws(Unfamiliar) {
        guard isPlainStart(at: position) else { throw Unfamiliar() }
        let start = position
        let line = try plainLine(from: start)
        guard line.stop != .colon else { throw Unfamiliar() }
        let range = start..<trimmed(line.end, after: start)
        guard line.stop == .lineBreak else {
            position = min(lineBreak(from: line.end) + 1, end)
            return hand(outPart: range, quoted: false, at: start)
        }
        position = min(line.end + 1, end)
        guard continues(at: position) else { return hand(outPart: range, quoted: false, at: start) }
        try readPlainContinuation(of: range)
    }

    private func trimmed(_ stop: Int, after start: Int) -> Int {
        var index = stop
        while index > start, text[index - 1] == UInt8(ascii: " ") { index -= 1 }
        return index
    }

    /// Whether the line could be a further one of a plain scalar: it is blank or indented.
    @inline(__always)
    private mutating func continues(at line: Int) -> Bool {
        let first = ByteSearch.firstNonSpace(in: text, from: line, to: end)
        peeked = first
        return first < end && (first - line > blockIndent || text[first] == UInt8(ascii: "\n"))
    }

    private mutating func readPlainContinuation(of firstLine: Range<Int>) throws(Unfamiliar) {
        buffers.scratch.removeAll(keepingCapacity: true)
        append(firstLine)
        var blankLines = 0
        var next = position
        while true {
            let first = ByteSearch.firstNonSpace(in: text, from: next, to: end)
            guard first < end else { break }
            if text[first] == UInt8(ascii: "\n") {
                blankLines += 1
                next = first + 1
                continue
            }
            guard text[first] != UInt8(ascii: "\t") else { throw Unfamiliar() }
            guard first - next > blockIndent, text[first] != UInt8(ascii: "#") else { break }
            let line = try plainLine(from: first)
            guard line.stop != .colon else { throw Unfamiliar() }
            appendFold(blankLines: blankLines)
            append(first..<trimmed(line.end, after: first))
            blankLines = 0
            next = min(lineBreak(from: line.end) + 1, end)
            if line.stop == .comment { break }
        }
        // Blank lines at the end are no part of the scalar, nor of anything else.
        position = next
        handOutScratch(quoted: false, at: firstLine.lowerBound)
    }

    // MARK: Quoted

    private mutating func readQuoted() throws(Unfamiliar) {
        if let quote = closingQuoteOfVerbatimText(at: position) {
            let next = try endOfLine(after: quote + 1)
            hand(outPart: (position + 1)..<quote, quoted: true, at: position)
            position = next
        } else {
            let quote = try unfoldQuoted()
            let next = try endOfLine(after: quote + 1)
            handOutScratch(quoted: true, at: position)
            position = next
        }
    }

    /// Puts the text into the scratch buffer.
    ///
    /// - Returns: where the closing quote is.
    private mutating func unfoldQuoted() throws(Unfamiliar) -> Int {
        buffers.scratch.removeAll(keepingCapacity: true)
        let quote = text[position]
        let isDouble = quote == UInt8(ascii: "\"")
        let search = ByteSearch(quote, isDouble ? UInt8(ascii: "\\") : quote, UInt8(ascii: "\n"))
        var index = position + 1
        // White space before a line break goes, unless it was written as an escape.
        var kept = 0
        while true {
            let stop = search.firstIndex(in: text, from: index, to: end)
            guard stop < end else { throw Unfamiliar() }
            append(index..<stop)
            if text[stop] == UInt8(ascii: "\n") {
                while buffers.scratch.count > kept, let last = buffers.scratch.last, isSpaceOrTab(last) {
                    buffers.scratch.removeLast()
                }
                index = try fold(after: stop, isEscaped: false)
            } else if text[stop] == quote {
                guard !isDouble, stop + 1 < end, text[stop + 1] == quote else { return stop }
                buffers.scratch.append(quote)
                index = stop + 2
            } else if stop + 1 < end, text[stop + 1] == UInt8(ascii: "\n") {
                index = try fold(after: stop + 1, isEscaped: true)
            } else {
                index = try appendEscape(at: stop)
            }
            if text[stop] != quote { kept = buffers.scratch.count }
        }
    }

    /// Line breaks in a quoted text: one is a space, or nothing if it is escaped; each further one stands for itself.
    private mutating func fold(after lineBreak: Int, isEscaped: Bool) throws(Unfamiliar) -> Int {
        var index = lineBreak + 1
        var lineStart = index
        var blankLines = 0
        while index < end, isSpaceOrTab(text[index]) || text[index] == UInt8(ascii: "\n") {
            if text[index] == UInt8(ascii: "\n") {
                blankLines += 1
                lineStart = index + 1
            }
            index += 1
        }
        // libyaml refuses what looks like the marker of a document.
        guard index < end, index > lineStart || !"-.".utf8.contains(text[index]) else { throw Unfamiliar() }
        if isEscaped {
            buffers.scratch.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: blankLines))
        } else {
            appendFold(blankLines: blankLines)
        }
        return index
    }

    private func isSpaceOrTab(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    // MARK: Scratch

    @inline(__always)
    mutating func append(_ range: Range<Int>) {
        buffers.scratch.append(
            contentsOf: UnsafeBufferPointer(start: text + range.lowerBound, count: range.count))
    }

    private mutating func appendFold(blankLines: Int) {
        if blankLines == 0 {
            buffers.scratch.append(UInt8(ascii: " "))
        } else {
            buffers.scratch.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: blankLines))
        }
    }

    mutating func handOutScratch(quoted: Bool, at offset: Int) {
        // Taken out while a pointer into it is handed around, so that it is not copied.
        let scratch = buffers.scratch
        buffers.scratch = []
        scratch.withUnsafeBufferPointer { hand(out: $0, quoted: quoted, at: offset) }
        buffers.scratch = scratch
    }
}
