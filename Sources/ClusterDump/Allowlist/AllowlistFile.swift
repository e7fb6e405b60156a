public import MigrationModel

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
        let problems = FieldProblems(lines: LineNumbers(of: bytes))
        let allowances = entries(of: bytes, problems)
        if let first = problems.found.first { throw AllowlistProblem(first) }
        return allowances
    }

    private static func entries(of bytes: [UInt8], _ problems: FieldProblems) -> [Allowance] {
        let root = LocatedDocument.read(
            bytes, owner: "The allowlist", start: "`version: 1` and `allow: []`", problems: problems)
        guard let root,
            let file = LocatedFields(root, owner: "The allowlist", known: ["version", "allow"], problems: problems)
        else { return [] }
        file.checkVersion()
        let list = file.elements(
            of: "allow", meaning: "a list of entries, or `[]`", advice: "Begin each entry with `- key:`.")
        var allowances: [Allowance] = []
        var firstLines: [[String?]: Int] = [:]
        for node in list ?? [] {
            guard let allowance = entry(node, problems) else { continue }
            let line = problems.line(at: node.offset)
            if let first = firstLines.updateValue(line, forKey: [allowance.key, allowance.place]) {
                problems.report(
                    .duplicateEntry, at: node.offset,
                    "The entry has the same `key` and `place` as the one on line \(first).",
                    advice: "Keep the one whose `reason` and `expires` are right.")
            }
            allowances.append(allowance)
        }
        return allowances
    }

    private static func entry(_ node: LocatedNode, _ problems: FieldProblems) -> Allowance? {
        let fields = LocatedFields(node, owner: "The entry", known: entryFields, problems: problems)
        guard let fields else { return nil }
        let key = fields.text("key", meaning: "the id of the key as reports print it")
        let place = fields.optionalText(
            "place", meaning: "NAMESPACE/KIND/NAME or a file; leave it out to cover the key everywhere")
        let reason = fields.text("reason", meaning: "why the key may stay")
        let expires = fields.day("expires", meaning: "the last day on which the key may stay")
        guard let key, let reason, let expires else { return nil }
        return Allowance(key: key.text, place: place?.text, reason: reason.text, expires: expires)
    }
}
