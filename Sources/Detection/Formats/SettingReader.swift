import MigrationModel
import StructuredText

/// Reads settings line by line: sections, blocks, quotes, values over several lines.
///
/// The formats differ in what they are recognised by; what a line means is the same in all that have such a line.
struct SettingReader {
    /// Which lines count as settings.
    enum Dialect {
        /// `=`, sections and blocks: INI, TOML, HCL, dotenv.
        case assignments
        /// `=`, `:` or a blank; escapes and continued lines: Java properties.
        case properties
        /// `:` alone, in a text that a template engine turns into YAML.
        case template
    }

    private let dialect: Dialect
    private let fields: FieldExpansion
    private let position: FieldPosition
    private var scope: Int
    private var residue: Residue
    private var blocks: [Int] = []
    private var hasSection = false
    private var unclosed: Set<UInt8> = []
    private var entryName: String?
    private var value: [UInt8] = []
    private var found = false

    /// Prepares to read a text.
    init(_ text: Span<UInt8>, _ dialect: Dialect, into fields: FieldExpansion, at position: FieldPosition) {
        (self.dialect, self.fields, self.position, scope) = (dialect, fields, position, position.scope)
        residue = Residue(of: text)
    }

    /// Hands in every value, and then what remains.
    mutating func read(_ text: Span<UInt8>) -> Bool {
        // A single assignment stands beside whatever its text stands beside, as in a list of `NAME=value`.
        if text.contains(UInt8(ascii: "\n"), in: text.trimmed) { scope = fields.openScope(in: position.scope) }
        let outer = scope
        var lines = LineCursor(0..<text.count)
        while let line = lines.next(in: text) {
            let range = text.trimmed(line)
            switch SettingLine(text, dialect == .template ? behindDash(text, range) : range) {
            case .section(let name) where dialect == .assignments: open(text.string(name), outer, line)
            case .opening(let head) where dialect == .assignments: openBlock(text, head, line)
            case .closing: close(line)
            case .setting(let setting) where accepts(setting): emit(text, setting, line, &lines)
            default: break
            }
        }
        for _ in blocks { fields.leave() }
        if hasSection { fields.leave() }
        guard found else { return false }
        residue.hand(to: fields, at: position, as: [CommandLineFormat()])
        return true
    }

    private func accepts(_ setting: Setting) -> Bool {
        switch dialect {
        case .assignments: setting.separator == UInt8(ascii: "=")
        case .template: setting.separator == UInt8(ascii: ":")
        case .properties: true
        }
    }

    private func behindDash(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        guard text.has("- ", at: range.lowerBound), range.count > 2 else { return range }
        return text.trimmed(range.lowerBound + 2..<range.upperBound)
    }

    // MARK: Sections and blocks

    private mutating func open(_ name: String, _ outer: Int, _ line: Range<Int>) {
        residue.blank(line)
        while !blocks.isEmpty { closeBlock() }
        if hasSection { fields.leave() }
        hasSection = true
        scope = fields.openScope(in: outer)
        fields.enter(.field(name), in: scope)
    }

    private mutating func openBlock(_ text: Span<UInt8>, _ head: Range<Int>, _ line: Range<Int>) {
        guard blocks.count < 64 else { return }
        residue.blank(line)
        let words = text.string(text.trimmed(head).prefixRange(200)).split { " \t\"=".contains($0) }
        fields.enter(.field(words.joined(separator: ".")))
        blocks.append(scope)
        scope = fields.openScope(in: scope)
    }

    private mutating func close(_ line: Range<Int>) {
        guard !blocks.isEmpty else { return }
        residue.blank(line)
        closeBlock()
    }

    private mutating func closeBlock() {
        guard let outer = blocks.popLast() else { return }
        scope = outer
        fields.leave()
    }

    // MARK: Values

    private mutating func emit(_ text: Span<UInt8>, _ setting: Setting, _ line: Range<Int>, _ lines: inout LineCursor) {
        found = true
        let end = take(text, setting, &lines)
        residue.blank(line.lowerBound..<end)
        var name = text.string(setting.key)
        let isNamed = dialect == .template
        fields.enter(.field(name), in: scope)
        if isNamed, name == "value", let entry = entryName { name = entry }
        fields.expand(value.span, at: FieldPosition(name: name, scope: scope))
        fields.leave()
        guard isNamed else { return }
        entryName = name == "name" ? String(decoding: value, as: UTF8.self) : nil
    }

    /// Takes the value, which may go on behind its line, and returns where it ends.
    private mutating func take(_ text: Span<UInt8>, _ setting: Setting, _ lines: inout LineCursor) -> Int {
        value.removeAll(keepingCapacity: true)
        if dialect == .properties { return takeProperty(text, setting, &lines) }
        guard let first = setting.value.first else { return setting.value.upperBound }
        guard text[first] == 0x22 || text[first] == 0x27 else {
            value.append(contentsOf: [UInt8](copying: text.extracting(setting.value)))
            return setting.value.upperBound
        }
        let isTriple = text.has("\"\"\"", at: first) || text.has("'''", at: first)
        let start = first + (isTriple ? 3 : 1)
        if let end = Quotation.end(text, start..<setting.value.upperBound, text[first], isTriple: isTriple) {
            Quotation.append(text, start..<end, escapes: text[first] == 0x22, to: &value)
            return end + (isTriple ? 3 : 1)
        }
        // A search to the end of the text that failed once would fail again.
        guard dialect == .assignments, !unclosed.contains(text[first]),
            let end = Quotation.end(text, start..<text.count, text[first], isTriple: isTriple)
        else {
            unclosed.insert(text[first])
            value.append(contentsOf: [UInt8](copying: text.extracting(setting.value)))
            return setting.value.upperBound
        }
        Quotation.append(text, start..<end, escapes: text[first] == 0x22, to: &value)
        lines.skip(to: end, in: text)
        return end + (isTriple ? 3 : 1)
    }

    /// A value of `java.util.Properties`: lines that end in a backslash go on, and characters are escaped.
    private mutating func takeProperty(_ text: Span<UInt8>, _ setting: Setting, _ lines: inout LineCursor) -> Int {
        var range = setting.value
        while Quotation.endsInBackslash(text, range), let line = lines.next(in: text) {
            Quotation.append(text, range.lowerBound..<range.upperBound - 1, escapes: true, to: &value)
            range = text.trimmed(line)
        }
        Quotation.append(text, range, escapes: true, to: &value)
        return range.upperBound
    }
}

extension Range<Int> {
    /// The first part of the range.
    func prefixRange(_ length: Int) -> Range<Int> { lowerBound..<Swift.min(upperBound, lowerBound + length) }
}
