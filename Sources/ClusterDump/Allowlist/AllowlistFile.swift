public import MigrationModel
internal import StructuredText

/// Reads the file in which people write down which keys may stay, why, and until when.
///
/// ```yaml
/// version: 1
/// allow:
///   - key: AKIARZPUZDIKAAAAAAAA
///     place: production/Secret/legacy-*     # optional; without it everywhere
///     reason: the vendor cannot rotate before May
///     expires: 2027-05-31
/// ```
///
/// Strict, because a misspelt field would allow more than was meant: everything that is not known is refused. An entry
/// that has expired is accepted; that is for the report to say.
public enum AllowlistFile {
    /// The allowances in the order of the file.
    ///
    /// - Parameter bytes: the whole file, YAML or JSON.
    /// - Returns: the entries; none for a list that is empty.
    /// - Throws: ``AllowlistProblem`` for the first thing that is wrong.
    public static func read(_ bytes: [UInt8]) throws(AllowlistProblem) -> [Allowance] {
        let lines = LineNumbers(bytes)
        let builder = TreeBuilder()
        var reader = YAMLReader()
        do {
            try reader.read(bytes.span, into: builder)
        } catch {
            throw AllowlistProblem(
                .malformed, line: lines.line(at: error.offset), message: "The allowlist is not YAML: \(error.message).",
                advice: "Correct the file; the line may be the one before.")
        }
        if let duplicate = builder.duplicateKeys.first {
            throw AllowlistProblem(
                .duplicateField, line: lines.line(at: duplicate.offset), message: "A field stands twice in one entry.",
                advice: "Remove one of the two, or begin the second entry with a dash.")
        }
        return try allowances(in: builder.finish(), lines)
    }

    /// The allowances of a parsed file.
    static func allowances(in root: Node?, _ lines: LineNumbers) throws(AllowlistProblem) -> [Allowance] {
        guard let root, case .mapping(let members) = root else {
            throw AllowlistProblem(
                .wrongShape, line: 1, message: "The allowlist is not a mapping with `version` and `allow`.",
                advice: "Begin the file with `version: 1` and a list named `allow`.")
        }
        try checkVersion(of: root, lines)
        for member in members where member.key != "version" && member.key != "allow" {
            throw AllowlistProblem(
                .unknownField, line: lines.line(of: member.value),
                message: "The allowlist has no field named `\(member.key)`.",
                advice: "Only `version` and `allow` stand at the top.")
        }
        guard let list = root["allow"], case .sequence(let entries) = list else {
            throw AllowlistProblem(
                .wrongShape, line: root["allow"].map(lines.line(of:)) ?? 1,
                message: "The allowlist has no list named `allow`.",
                advice: "Write the entries under `allow:`, or `allow: []` for none.")
        }
        return try allowances(of: entries, lines)
    }

    private static func checkVersion(of root: Node, _ lines: LineNumbers) throws(AllowlistProblem) {
        guard root["version"]?.text == "1" else {
            throw AllowlistProblem(
                .unknownVersion, line: root["version"].map(lines.line(of:)) ?? 1,
                message: "The allowlist is not of version 1.",
                advice: "Write `version: 1`; a file of another version needs another version of keyshift.")
        }
    }

    private static func allowances(of entries: [Node], _ lines: LineNumbers) throws(AllowlistProblem) -> [Allowance] {
        var allowances: [Allowance] = []
        // Key and place are kept apart by nesting, since both are free text.
        var covered: [String: Set<String?>] = [:]
        for (index, node) in entries.enumerated() {
            let allowance = try AllowlistEntry(node, number: index + 1, lines).allowance()
            guard covered[allowance.key, default: []].insert(allowance.place).inserted else {
                throw AllowlistProblem(
                    .duplicateEntry, line: lines.line(of: node),
                    message: "Entry \(index + 1) is for a key and place that an earlier entry covers.",
                    advice: "Keep the entry that is right and remove the other.")
            }
            allowances.append(allowance)
        }
        return allowances
    }
}
