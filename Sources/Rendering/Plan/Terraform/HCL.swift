/// The body of a file or a block of HCL, in the order in which it is to be read.
struct HCLBody: Sendable {
    /// A value of an attribute.
    indirect enum Value: Sendable {
        /// Text, every character of which means itself.
        case text(String)
        /// A reference or a function call that is written as it is; never anything from a cluster.
        case expression(String)
        /// `true` or `false`.
        case flag(Bool)
        /// Values on one line.
        case list([Value])
        /// Values on lines of their own.
        case lines([Value])
        /// Attributes on lines of their own.
        case object([(String, Value)])
    }

    /// A line or a block.
    enum Item: Sendable {
        case attribute(String, Value)
        case block(String, [String], HCLBody)
        case comment(String)
    }

    var items: [Item]

    init(_ items: [Item]) { self.items = items }

    /// The text as `terraform fmt` leaves it; see [style](https://developer.hashicorp.com/terraform/language/style).
    var text: String { lines(indent: 0).map { $0 + "\n" }.joined() }

    private func lines(indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        for (index, item) in items.enumerated() {
            switch item {
            case .comment(let text):
                if index > 0, !lines.isEmpty { lines.append("") }
                lines.append("\(margin)# \(TerminalText.harmless(text))")
            case .attribute(let name, let value):
                if Self.isApart(items, index) { lines.append("") }
                lines += Self.attribute(name, value, width: columns(around: index), indent: indent)
            case .block(let type, let labels, let body):
                if index > 0, !Self.isComment(items[index - 1]) { lines.append("") }
                let head = ([type] + labels.map(Self.quoted)).joined(separator: " ")
                let inner = body.lines(indent: indent + 2)
                lines += inner.isEmpty ? ["\(margin)\(head) {}"] : ["\(margin)\(head) {"] + inner + ["\(margin)}"]
            }
        }
        return lines
    }

    /// The columns of the names of the attributes that stand together with this one, whose signs of equality line up.
    private func columns(around index: Int) -> Int {
        guard Self.isLine(items[index]) else { return 0 }
        var first = index
        while first > 0, Self.isLine(items[first - 1]) { first -= 1 }
        return lineWidth(from: first)
    }

    private func lineWidth(from first: Int) -> Int {
        items[first...].prefix(while: Self.isLine).map { item in
            if case .attribute(let name, _) = item { name.utf8.count } else { 0 }
        }.max() ?? 0
    }

    /// Objects stand apart from the lines around them, so that nothing has to line up with them.
    private static func isApart(_ items: [Item], _ index: Int) -> Bool {
        guard index > 0 else { return false }
        switch items[index - 1] {
        case .comment: return false
        case .block: return true
        case .attribute: return !isLine(items[index]) || !isLine(items[index - 1])
        }
    }

    private static func isLine(_ item: Item) -> Bool {
        guard case .attribute(_, let value) = item else { return false }
        switch value {
        case .object, .lines: return false
        case .text, .expression, .flag, .list: return true
        }
    }

    private static func isComment(_ item: Item) -> Bool {
        if case .comment = item { true } else { false }
    }

    private static func attribute(_ name: String, _ value: Value, width: Int, indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        let head = margin + name + String(repeating: " ", count: max(0, width - name.utf8.count)) + " = "
        if case .lines(let values) = value {
            return [head + "["] + values.map { "\(margin)  \(inline($0))," } + [margin + "]"]
        }
        guard case .object(let members) = value else { return [head + inline(value)] }
        let inner = HCLBody(members.map { .attribute($0.0, $0.1) }).lines(indent: indent + 2)
        return [head + "{"] + inner + [margin + "}"]
    }

    private static func inline(_ value: Value) -> String {
        switch value {
        case .text(let text): quoted(text)
        case .expression(let text): text
        case .flag(let flag): flag ? "true" : "false"
        case .list(let values), .lines(let values): "[" + values.map(inline).joined(separator: ", ") + "]"
        case .object(let members): "{ " + members.map { "\($0.0) = \(inline($0.1))" }.joined(separator: ", ") + " }"
        }
    }

    /// The name of a member of an object: as it is where it is a word, else in quotes.
    static func key(_ name: String) -> String {
        let isWord = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte != name.utf8.first
            default: false
            }
        }
        return isWord && !name.isEmpty ? name : quoted(name)
    }

    /// A quoted template without templates: `${` and `%{` are doubled; see
    /// [strings](https://developer.hashicorp.com/terraform/language/expressions/strings).
    static func quoted(_ text: String) -> String {
        var result = "\""
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "$", "%":
                let isOpening = scalars.indices.contains(index + 1) && scalars[index + 1] == "{"
                result += isOpening ? "\(scalar)\(scalar)" : "\(scalar)"
            default:
                if scalar.value < 0x20 || HiddenCharacters.contains(scalar) {
                    result += HiddenCharacters.yamlEscape(for: scalar)
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}
