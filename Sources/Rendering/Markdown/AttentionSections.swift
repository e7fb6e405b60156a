internal import MigrationModel

/// What a ticket says besides the keys: gaps of the scan, and allowlist entries that cover nothing.
enum AttentionSections {
    /// The sections; empty when there is nothing to say.
    static func text(of report: ScanReport) -> String {
        problems("Not scanned", report.problems.filter { $0.severity == .notScanned })
            + problems("Warnings", report.problems.filter { $0.severity == .warning })
            + allowances("Expired allowlist entries", report.expiredAllowances)
            + allowances("Allowlist entries that match nothing", report.unusedAllowances)
    }

    private static func problems(_ title: String, _ problems: [Problem]) -> String {
        if problems.isEmpty { return "" }
        let count = problems.count <= ProblemRows.limit + 1 ? problems.count : ProblemRows.limit
        var text = "\n### \(title) (\(Count.grouped(problems.count)))\n\n"
        for problem in problems.prefix(count) {
            let position = problem.line.map { "\(problem.input):\($0)" } ?? problem.input
            let object = problem.object.map { ", \(MarkdownText.code($0.description))" } ?? ""
            text += "- \(MarkdownText.code(position))\(object): \(MarkdownText.prose(problem.message)) "
            text += "\(MarkdownText.prose(problem.advice)) (`\(problem.code.rawValue)`)\n"
        }
        if problems.count > count {
            text += "- … and \(Count.grouped(problems.count - count)) more (all of them with `-o json`)\n"
        }
        return text
    }

    private static func allowances(_ title: String, _ allowances: [Allowance]) -> String {
        if allowances.isEmpty { return "" }
        var text = "\n### \(title) (\(Count.grouped(allowances.count)))\n\n"
        for allowance in allowances {
            let place = allowance.place.map(MarkdownText.code(_:)) ?? "everywhere"
            text += "- \(MarkdownText.code(allowance.key)), \(place), until \(MarkdownText.prose(allowance.expires)): "
            text += "\(MarkdownText.prose(allowance.reason))\n"
        }
        return text
    }
}
