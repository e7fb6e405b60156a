import MigrationModel

/// What follows the keys in a ticket: a title and an item for each problem or allowlist entry.
struct MarkdownList {
    private let title: String
    private let items: [String]
    private let count: Int

    /// More items than this make no readable ticket.
    static let most = 50

    /// The lists that the report needs.
    static func all(of report: ScanReport) -> [MarkdownList] {
        [
            MarkdownList("Services that share keys", report.trace.groups.filter { $0.services.count > 1 }, group),
            .findings(report.trace.findings, namesInputs: report.inputs.count > 1),
            .problems("Not scanned", report.problems.filter { $0.severity == .notScanned }),
            .problems("Warnings", report.problems.filter { $0.severity == .warning }),
            MarkdownList("Expired allowlist entries", report.expiredAllowances) { allowance($0, "expired on") },
            MarkdownList("Allowlist entries that match no key", report.unusedAllowances) { allowance($0, "until") },
        ].filter { !$0.isEmpty }
    }

    /// Whether there is nothing to list.
    var isEmpty: Bool { count == 0 }

    func render(to write: (String) -> Void) {
        write("\n## \(title)\n\n")
        for item in items { write("- \(item)\n") }
        if count > items.count { write("- … and \(Wording.grouped(count - items.count)) more\n") }
    }

    /// A list with an item for each of the first entries.
    init<Entry>(_ title: String, _ entries: [Entry], _ item: (Entry) -> String) {
        self.title = title
        items = entries.prefix(Self.most).map(item)
        count = entries.count
    }

    /// What will surprise somebody, told once for all objects that it is about.
    static func findings(_ findings: [IdentityFinding], namesInputs: Bool) -> MarkdownList {
        let families = FindingGroup.families(of: findings, namesInputs: namesInputs)
        return MarkdownList("Identities", families.flatMap { family in family.groups.map(finding) + more(family) }) {
            $0
        }
    }

    private static func more(_ family: FindingGroup.Family) -> [String] {
        guard family.rest > 0 else { return [] }
        return ["\(MarkdownText.code(family.code.rawValue)) — … and \(Wording.grouped(family.rest)) more of this code"]
    }

    private static func finding(_ group: FindingGroup) -> String {
        let families = group.families.isEmpty ? "" : " (\(group.familyWords))"
        return "\(MarkdownText.code(group.code.rawValue)) \(names(group.subjects, most: FindingGroup.mostSubjects))"
            + MarkdownText.prose(families) + " — " + MarkdownText.prose(group.sentences)
    }

    private static func group(_ group: ServiceGroup) -> String {
        "\(MarkdownText.prose(group.tie)) \(names(group.services.map(\.object.words), most: 5))"
    }

    /// Names as code: a list of many would be one long name.
    private static func names(_ names: [String], most: Int) -> String {
        Wording.list(names.prefix(most).map(MarkdownText.code) + names.dropFirst(most), most: most)
    }

    /// What was not read, or is odd.
    static func problems(_ title: String, _ problems: [Problem]) -> MarkdownList {
        MarkdownList(title, problems, problem)
    }

    private static func problem(_ problem: Problem) -> String {
        let names = [problem.code.rawValue, problem.location, problem.object?.words].compactMap(\.self)
        return names.map(MarkdownText.code).joined(separator: " ") + " — "
            + MarkdownText.prose(problem.sentences)
    }

    private static func allowance(_ allowance: Allowance, _ verb: String) -> String {
        let place = allowance.place.map(MarkdownText.code) ?? "everywhere"
        return "\(MarkdownText.code(allowance.key)) \(place), "
            + MarkdownText.prose("\(verb) \(allowance.expires): \(allowance.reason)")
    }
}
