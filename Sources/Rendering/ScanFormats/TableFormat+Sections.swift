import MigrationModel

/// What follows the keys: a title and entries of a line each, with sentences under it.
struct TableSection {
    private let title: String
    private let entries: [Entry]
    /// How many things the section is about.
    private let total: Int
    /// How many of them have no entry.
    private let rest: Int

    struct Entry {
        var line: [StyledText]
        var sentences: String?

        func add(to flow: inout LineFlow, indent: Int) {
            flow.line(line, indent: indent, continuation: indent + 2)
            guard let sentences else { return }
            flow.line([StyledText(sentences, .plain, .wraps)], indent: indent + 2, continuation: indent + 2)
        }
    }

    /// More entries than this are better read by a program.
    static let most = 50

    /// A section with an entry for each of the first things.
    init<Thing>(_ title: String, _ things: [Thing], _ entry: (Thing) -> Entry) {
        self.title = title
        entries = things.prefix(Self.most).map(entry)
        total = things.count
        rest = things.count - entries.count
    }

    /// A section whose entries speak for several things each.
    init(title: String, entries: [Entry], total: Int) {
        self.title = title
        self.entries = entries
        self.total = total
        rest = 0
    }

    /// The sections that the report needs.
    static func all(of report: ScanReport, namesInputs: Bool) -> [TableSection] {
        [
            groups(report.trace.groups),
            findings(report.trace.findings, namesInputs: namesInputs),
            problems("Not scanned", report.problems.filter { $0.severity == .notScanned }),
            problems("Warnings", report.problems.filter { $0.severity == .warning }),
            allowances("Expired allowlist entries", report.expiredAllowances, "expired on"),
            allowances("Allowlist entries that match no key", report.unusedAllowances, "until"),
        ].compactMap(\.self)
    }

    func add(to flow: inout LineFlow) {
        flow.line([StyledText("\(title) (\(Wording.grouped(total)))", .bold)])
        for entry in entries { entry.add(to: &flow, indent: 2) }
        guard rest > 0 else { return }
        flow.line([StyledText("… and \(Wording.grouped(rest)) more (-o json lists all)")], indent: 2)
    }

    /// What was not read, or is odd.
    static func problems(_ title: String, _ problems: [Problem]) -> TableSection? {
        guard !problems.isEmpty else { return nil }
        return TableSection(title, problems) { problem in
            Entry(
                line: [
                    StyledText(problem.code.rawValue, .yellow),
                    StyledText(problem.location),
                    problem.object.map { StyledText($0.words) },
                ].compactMap(\.self),
                sentences: problem.sentences)
        }
    }

    private static func allowances(_ title: String, _ allowances: [Allowance], _ verb: String) -> TableSection? {
        guard !allowances.isEmpty else { return nil }
        return TableSection(title, allowances) { allowance in
            Entry(line: [
                StyledText(allowance.key),
                StyledText(allowance.place ?? "everywhere"),
                StyledText("\(verb) \(allowance.expires): \(allowance.reason)", .plain, .wraps),
            ])
        }
    }
}

extension Problem {
    /// The input, and the place in it as near as it is known.
    var location: String {
        if let line { return "\(input):\(line)" }
        return offset.map { "\(input) at byte \($0)" } ?? input
    }
}
