internal import MigrationModel
internal import StructuredText

/// One entry of an allowlist, as it stands in the file.
struct AllowlistEntry {
    private static let fields: Set<String> = ["key", "place", "reason", "expires"]

    private let node: Node
    private let number: Int
    private let lines: LineNumbers

    /// Takes the entry with this number, from 1.
    init(_ node: Node, number: Int, _ lines: LineNumbers) {
        self.node = node
        self.number = number
        self.lines = lines
    }

    /// The entry as a value, when everything about it is right.
    func allowance() throws(AllowlistProblem) -> Allowance {
        guard case .mapping(let members) = node else {
            throw problem(
                .wrongShape, node, "is not a mapping.", "Write `key`, `reason` and `expires`, and `place` if needed.")
        }
        for member in members where !Self.fields.contains(member.key) {
            throw problem(
                .unknownField, member.value, "has no field named `\(member.key)`.",
                "An entry has `key`, `place`, `reason` and `expires`.")
        }
        return Allowance(
            key: try required("key", "Write the key's id as the report prints it."), place: try optional("place"),
            reason: try required("reason", "Say why the key may stay; the report repeats it."), expires: try day())
    }

    private func day() throws(AllowlistProblem) -> String {
        let text = try required("expires", "Write the last day on which the key may stay, as in `2027-05-31`.")
        guard CalendarDay(text) != nil else {
            throw problem(
                .invalidDate, node["expires"] ?? node, "has an `expires` that is no day of the calendar.",
                "Write year, month and day, as in `2027-05-31`.")
        }
        return text
    }

    private func required(_ field: String, _ advice: String) throws(AllowlistProblem) -> String {
        guard let text = try optional(field) else {
            throw problem(.missingField, node[field] ?? node, "has no `\(field)`.", advice)
        }
        return text
    }

    /// The text of a field without the white space around it; `nil` when nothing is left of it.
    private func optional(_ field: String) throws(AllowlistProblem) -> String? {
        guard let value = node[field] else { return nil }
        guard case .scalar(let scalar) = value, let text = value.text else {
            throw problem(.wrongShape, value, "has a `\(field)` that is not a text.", "Write it as one text.")
        }
        // The null of YAML's core schema.
        if !scalar.quoted, ["", "~", "null", "Null", "NULL"].contains(text) { return nil }
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return nil }
        return String(text[first...last])
    }

    private func problem(
        _ code: AllowlistProblem.Code, _ place: Node, _ message: String, _ advice: String
    ) -> AllowlistProblem {
        AllowlistProblem(code, line: lines.line(of: place), message: "Entry \(number) \(message)", advice: advice)
    }
}
