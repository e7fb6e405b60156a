import MigrationModel

/// What follows the keys: a title and entries of a line each, with sentences under it.
struct TableSection {
    private let title: String
    private let entries: [Entry]
    private let count: Int

    private struct Entry {
        var line: [StyledText]
        var sentences: String?
    }

    /// More entries than this are better read by a program.
    static let most = 50

    /// The sections that the report needs.
    static func all(of report: ScanReport) -> [TableSection] {
        [
            problems("Not scanned", report.problems.filter { $0.severity == .notScanned }),
            problems("Warnings", report.problems.filter { $0.severity == .warning }),
            allowances("Expired allowlist entries", report.expiredAllowances, "expired on"),
            allowances("Allowlist entries that match no key", report.unusedAllowances, "until"),
        ].compactMap(\.self)
    }

    func add(to flow: inout LineFlow) {
        flow.line([StyledText("\(title) (\(Wording.grouped(count)))", .bold)])
        for entry in entries {
            flow.line(entry.line, indent: 2, continuation: 4)
            if let sentences = entry.sentences {
                flow.line([StyledText(sentences, .plain, .wraps)], indent: 4, continuation: 4)
            }
        }
        guard count > entries.count else { return }
        flow.line([StyledText("… and \(Wording.grouped(count - entries.count)) more (-o json lists all)")], indent: 2)
    }

    private static func problems(_ title: String, _ problems: [Problem]) -> TableSection? {
        guard !problems.isEmpty else { return nil }
        let entries = problems.prefix(most).map { problem in
            Entry(
                line: [
                    StyledText(problem.code.rawValue, .yellow),
                    StyledText(problem.location),
                    problem.object.map { StyledText($0.words) },
                ].compactMap(\.self),
                sentences: problem.sentences)
        }
        return TableSection(title: title, entries: entries, count: problems.count)
    }

    private static func allowances(_ title: String, _ allowances: [Allowance], _ verb: String) -> TableSection? {
        guard !allowances.isEmpty else { return nil }
        let entries = allowances.prefix(most).map { allowance in
            Entry(line: [
                StyledText(allowance.key),
                StyledText(allowance.place ?? "everywhere"),
                StyledText("\(verb) \(allowance.expires): \(allowance.reason)", .plain, .wraps),
            ])
        }
        return TableSection(title: title, entries: entries, count: allowances.count)
    }
}

extension Problem {
    /// The input, and the place in it as near as it is known.
    var location: String {
        if let line { return "\(input):\(line)" }
        return offset.map { "\(input) at byte \($0)" } ?? input
    }
}
