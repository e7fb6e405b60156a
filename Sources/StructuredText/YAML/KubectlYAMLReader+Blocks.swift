extension KubectlYAMLReader {
    /// What the header of a block scalar says.
    private struct Header {
        enum Chomping {
            case clip
            case strip
            case keep
        }

        let isLiteral: Bool
        var chomping = Chomping.clip
        /// Zero if it is to be found out.
        var indentation = 0
    }

    /// Where in a block scalar the reader is.
    private struct Cursor {
        /// Behind the indentation of a line.
        var index: Int
        var lineStart: Int
        /// Zero while it is not known.
        var indent: Int

        var column: Int { index - lineStart }
    }

    /// A block scalar, from its `|` or `>` to the line behind it.
    ///
    /// A literal of one line, such as kubectl's annotation with a whole object, is handed out without copying.
    mutating func readBlock() throws(Unfamiliar) {
        var (header, next) = try blockHeader()
        let indent = header.indentation > 0 ? max(blockIndent, 0) + header.indentation : 0
        var cursor = Cursor(index: next, lineStart: next, indent: indent)
        var breaks = try skipBreaks(&cursor)
        let first = cursor.index
        guard header.isLiteral, breaks == 0, cursor.column == cursor.indent, first < end else {
            return try readFolded(header, cursor, breaks)
        }
        let stop = lineBreak(from: first)
        next = min(stop + 1, end)
        var behind = Cursor(index: next, lineStart: next, indent: cursor.indent)
        breaks = try skipBreaks(&behind)
        let isLast = behind.column != behind.indent || behind.index >= end
        guard isLast, breaks == 0 || header.chomping != .keep else { return try readFolded(header, cursor, 0) }
        hand(outPart: first..<(header.chomping == .strip ? stop : next), quoted: true, at: position)
        position = behind.lineStart
    }

    private func blockHeader() throws(Unfamiliar) -> (Header, next: Int) {
        var header = Header(isLiteral: text[position] == UInt8(ascii: "|"))
        var index = position + 1
        var hasChomping = false
        while index < end {
            switch text[index] {
            case UInt8(ascii: "+") where !hasChomping: (header.chomping, hasChomping) = (.keep, true)
            case UInt8(ascii: "-") where !hasChomping: (header.chomping, hasChomping) = (.strip, true)
            case UInt8(ascii: "1")...UInt8(ascii: "9") where header.indentation == 0:
                header.indentation = Int(text[index] - UInt8(ascii: "0"))
            default: return (header, try endOfLine(after: index))
            }
            index += 1
        }
        return (header, end)
    }

    /// Skips blank lines and the indentation of the next line, and finds out how deep it must be.
    ///
    /// As libyaml: blank lines before the first line count for the indentation as well.
    private func skipBreaks(_ cursor: inout Cursor) throws(Unfamiliar) -> Int {
        var breaks = 0
        var deepest = 0
        while true {
            let limit = cursor.indent > 0 ? min(cursor.lineStart + cursor.indent, end) : end
            cursor.index = ByteSearch.firstNonSpace(in: text, from: cursor.lineStart, to: limit)
            deepest = max(deepest, cursor.column)
            guard cursor.index < end else { break }
            let byte = text[cursor.index]
            if byte == UInt8(ascii: "\t"), cursor.indent == 0 || cursor.column < cursor.indent { throw Unfamiliar() }
            guard byte == UInt8(ascii: "\n") else { break }
            breaks += 1
            cursor.lineStart = cursor.index + 1
        }
        if cursor.indent == 0 { cursor.indent = max(deepest, blockIndent + 1, 1) }
        return breaks
    }

    private mutating func readFolded(_ header: Header, _ start: Cursor, _ breaksBefore: Int) throws(Unfamiliar) {
        var cursor = start
        var breaks = breaksBefore
        var hasBreak = false
        var wasIndented = false
        buffers.scratch.removeAll(keepingCapacity: true)
        while cursor.column == cursor.indent, cursor.index < end {
            let isIndented = text[cursor.index] == UInt8(ascii: " ") || text[cursor.index] == UInt8(ascii: "\t")
            if !header.isLiteral, hasBreak, !wasIndented, !isIndented {
                if breaks == 0 { buffers.scratch.append(UInt8(ascii: " ")) }
            } else if hasBreak {
                buffers.scratch.append(UInt8(ascii: "\n"))
            }
            appendBreaks(breaks)
            wasIndented = isIndented
            let stop = lineBreak(from: cursor.index)
            append(cursor.index..<stop)
            hasBreak = stop < end
            cursor.lineStart = min(stop + 1, end)
            breaks = try skipBreaks(&cursor)
        }
        if header.chomping != .strip, hasBreak { appendBreaks(1) }
        if header.chomping == .keep { appendBreaks(breaks) }
        handOutScratch(quoted: true, at: position)
        position = cursor.lineStart
    }

    private mutating func appendBreaks(_ count: Int) {
        guard count > 0 else { return }
        buffers.scratch.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: count))
    }
}
