public import MigrationModel
internal import StructuredText

/// Reads the file in which people write down which keys may stay, where, why and until when.
///
///     version: 1
///     allow:
///       - key: AKIARZPUZDIKABCDEFGH
///         place: production/Secret/backup   # or a file; `*` matches anything; left out: everywhere
///         reason: moved by PLAT-1234
///         expires: 2027-01-31
public enum AllowlistFile {
    private static let entryFields = ["key", "place", "reason", "expires"]

    /// Reads the entries in their order.
    ///
    /// The whole file is refused at the first thing that is not as it should be: an entry that was skipped would show
    /// keys as new, and one that was taken by guess would hide them.
    ///
    /// - Parameter bytes: the file.
    /// - Returns: its entries, also those that are expired.
    /// - Throws: ``AllowlistProblem`` with the line and what to do.
    public static func read(_ bytes: [UInt8]) throws(AllowlistProblem) -> [Allowance] {
        let lines = LineNumbers(of: bytes)
        let file = try AllowlistFields(
            document(bytes, lines), owner: "The allowlist", known: ["version", "allow"], lines: lines)
        let version = try file.text("version", meaning: "the version of the file, `version: 1`")
        guard version.text == "1" else {
            throw AllowlistProblem(
                .unsupportedVersion, line: version.line, message: "The allowlist has a `version` other than 1.",
                advice: "Write `version: 1`, or use the release of keyshift that the file was written for.")
        }
        return try entries(of: file)
    }

    private static func document(_ bytes: [UInt8], _ lines: LineNumbers) throws(AllowlistProblem) -> LocatedNode {
        let builder = LocatedNodeBuilder()
        var reader = YAMLReader()
        do throws(SyntaxProblem) {
            try reader.read(bytes.span, into: builder)
        } catch {
            throw AllowlistProblem(
                .notYAML, line: lines.line(at: error.offset), message: "The allowlist is not YAML: \(error.message).",
                advice: "Correct the line, or what comes just before it.")
        }
        if let (key, offset) = builder.duplicateKey {
            throw AllowlistProblem(
                .duplicateField, line: lines.line(at: offset),
                message: "The field\(AllowlistFields.quoted(key)) stands twice in one mapping.",
                advice: "Keep one of the two.")
        }
        guard let root = builder.root, !root.isNull else {
            throw AllowlistProblem(
                .notYAML, line: 1, message: "The allowlist is empty.",
                advice: "Start it with `version: 1` and `allow: []`.")
        }
        return root
    }

    private static func entries(of file: AllowlistFields) throws(AllowlistProblem) -> [Allowance] {
        let list = try file.value("allow", meaning: "a list of entries, or `[]`")
        if list.isNull { return [] }
        guard case .sequence(let nodes, _) = list else {
            throw AllowlistProblem(
                .wrongShape, line: file.lines.line(at: list.offset), message: "`allow` is not a list.",
                advice: "Begin each entry with `- key:`.")
        }
        var allowances: [Allowance] = []
        var firstLines: [[String?]: Int] = [:]
        for node in nodes {
            let allowance = try entry(node, file.lines)
            let line = file.lines.line(at: node.offset)
            if let first = firstLines.updateValue(line, forKey: [allowance.key, allowance.place]) {
                throw AllowlistProblem(
                    .duplicateEntry, line: line,
                    message: "The entry has the same `key` and `place` as the one on line \(first).",
                    advice: "Keep the one whose `reason` and `expires` are right.")
            }
            allowances.append(allowance)
        }
        return allowances
    }

    private static func entry(_ node: LocatedNode, _ lines: LineNumbers) throws(AllowlistProblem) -> Allowance {
        let fields = try AllowlistFields(node, owner: "The entry", known: entryFields, lines: lines)
        let key = try fields.text("key", meaning: "the id of the key as reports print it").text
        let place = try fields.optionalText(
            "place", meaning: "NAMESPACE/KIND/NAME or a file; leave it out to cover the key everywhere")
        let reason = try fields.text("reason", meaning: "why the key may stay").text
        let expires = try fields.text("expires", meaning: "the last day on which it may, YYYY-MM-DD")
        guard CalendarDay.isValid(expires.text) else {
            throw AllowlistProblem(
                .invalidDate, line: expires.line, message: "`expires` of the entry is not a day of the calendar.",
                advice: "Write the last day on which the key may stay as YYYY-MM-DD, such as 2027-01-31.")
        }
        return Allowance(key: key, place: place, reason: reason, expires: expires.text)
    }
}
