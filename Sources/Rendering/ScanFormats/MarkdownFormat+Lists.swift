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
            MarkdownList("Not scanned", report.problems.filter { $0.severity == .notScanned }, problem),
            MarkdownList("Warnings", report.problems.filter { $0.severity == .warning }, problem),
            MarkdownList("Expired allowlist entries", report.expiredAllowances) { allowance($0, "expired on") },
            MarkdownList("Allowlist entries that match no key", report.unusedAllowances) { allowance($0, "until") },
        ].filter { $0.count > 0 }
    }

    func render(to write: (String) -> Void) {
        write("\n## \(title)\n\n")
        for item in items { write("- \(item)\n") }
        if count > items.count { write("- … and \(Wording.grouped(count - items.count)) more\n") }
    }

    private init<Entry>(_ title: String, _ entries: [Entry], _ item: (Entry) -> String) {
        self.title = title
        items = entries.prefix(Self.most).map(item)
        count = entries.count
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
