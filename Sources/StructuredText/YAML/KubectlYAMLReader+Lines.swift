extension KubectlYAMLReader {
    /// The next line feed, or the end of the text.
    @inline(__always)
    func lineBreak(from start: Int) -> Int {
        let lineFeed = UInt8(ascii: "\n")
        return ByteSearch(lineFeed, lineFeed, lineFeed).firstIndex(in: text, from: start, to: end)
    }

    /// Whether a space, a line break or the end is there; a tab is for libyaml to judge.
    @inline(__always)
    func isBlank(at index: Int) -> Bool {
        guard index < end else { return true }
        return text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "\n")
    }

    /// Whether a sequence entry begins there.
    @inline(__always)
    func isDash(at index: Int) -> Bool {
        text[index] == UInt8(ascii: "-") && isBlank(at: index + 1)
    }

    /// The beginning of the next line, if nothing but a comment is left on this one.
    @inline(__always)
    func endOfLine(after index: Int) throws(Unfamiliar) -> Int {
        let next = ByteSearch.firstNonSpace(in: text, from: index, to: end)
        guard next < end else { return end }
        if text[next] == UInt8(ascii: "\n") { return next + 1 }
        guard text[next] == UInt8(ascii: "#"), next > index else { throw Unfamiliar() }
        return min(lineBreak(from: next) + 1, end)
    }

    /// Where a key ends, which is the place of its colon.
    func keyEnd(at start: Int) throws(Unfamiliar) -> Int {
        guard let keyEnd = try keyEndIfAny(at: start) else { throw Unfamiliar() }
        return keyEnd
    }

    /// Where a key ends, or nothing if there is a scalar.
    ///
    /// libyaml takes a key for one only within 1,024 characters.
    func keyEndIfAny(at start: Int) throws(Unfamiliar) -> Int? {
        let keyEnd: Int
        switch text[start] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            guard let quote = closingQuoteOfVerbatimText(at: start) else { return nil }
            guard quote + 1 < end, text[quote + 1] == UInt8(ascii: ":") else { return nil }
            guard isBlank(at: quote + 2) else { throw Unfamiliar() }
            keyEnd = quote + 1
        default:
            guard isPlainStart(at: start) else { return nil }
            let line = try plainLine(from: start)
            guard line.stop == .colon else { return nil }
            keyEnd = line.end
            guard keyEnd > start, text[keyEnd - 1] != UInt8(ascii: " ") else { throw Unfamiliar() }
        }
        guard keyEnd - start < 1000 else { throw Unfamiliar() }
        return keyEnd
    }

    /// Why a line of a plain scalar is over.
    enum PlainStop {
        case colon
        case comment
        case lineBreak
    }

    /// The part of a line that belongs to a plain scalar, with the spaces at its end.
    @inline(__always)
    func plainLine(from start: Int) throws(Unfamiliar) -> (end: Int, stop: PlainStop) {
        let search = ByteSearch(UInt8(ascii: ":"), UInt8(ascii: "\n"), UInt8(ascii: "#"))
        var index = start
        while true {
            index = search.firstIndex(in: text, from: index, to: end)
            guard index < end else { break }
            let byte = text[index]
            if byte == UInt8(ascii: "\n") { break }
            if byte == UInt8(ascii: ":") {
                if isBlank(at: index + 1) { return (try checkTabs(start, index), .colon) }
            } else if index == start || text[index - 1] == UInt8(ascii: " ") {
                return (try checkTabs(start, index), .comment)
            }
            index += 1
        }
        return (try checkTabs(start, index), .lineBreak)
    }

    /// libyaml folds tabs in plain scalars as if they were spaces; kubectl prints none.
    @inline(__always)
    private func checkTabs(_ start: Int, _ stop: Int) throws(Unfamiliar) -> Int {
        guard hasTabs else { return stop }
        // The tab may also be what ends a key or begins a comment, so the byte behind counts.
        let line = UnsafeBufferPointer(start: text + start, count: min(stop + 2, end) - start)
        guard !line.contains(UInt8(ascii: "\t")) else { throw Unfamiliar() }
        return stop
    }

    /// Whether a plain scalar may begin with what is there, in a block collection.
    @inline(__always)
    func isPlainStart(at index: Int) -> Bool {
        switch text[index] {
        case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): !isBlank(at: index + 1)
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
            UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"),
            UInt8(ascii: "`"):
            false
        default: true
        }
    }

    /// The closing quote, if the text up to it stands for itself.
    func closingQuoteOfVerbatimText(at start: Int) -> Int? {
        let quote = text[start]
        let escape = quote == UInt8(ascii: "'") ? quote : UInt8(ascii: "\\")
        let search = ByteSearch(quote, escape, UInt8(ascii: "\n"))
        let index = search.firstIndex(in: text, from: start + 1, to: end)
        guard index < end, text[index] == quote else { return nil }
        if escape == quote, index + 1 < end, text[index + 1] == quote { return nil }
        return index
    }
}
