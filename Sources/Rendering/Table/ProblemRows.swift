internal import MigrationModel

/// The sections of a table about what was not scanned, and what is odd.
struct ProblemRows {
    /// More problems of one severity than this are counted and not shown.
    static let limit = 20

    private var title: String
    private var emphasis: TerminalStyle.Emphasis
    private var problems: [Problem]

    /// The sections in their order; those without problems are left out.
    static func sections(of report: ScanReport) -> [ProblemRows] {
        [
            ProblemRows(
                title: "Not scanned", emphasis: .alarm,
                problems: report.problems.filter { $0.severity == .notScanned }),
            ProblemRows(
                title: "Warnings", emphasis: .warning, problems: report.problems.filter { $0.severity == .warning }),
        ].filter { !$0.problems.isEmpty }
    }

    /// The section with its title.
    func text(width: Int?, style: TerminalStyle) -> String {
        var text = style.apply(emphasis, to: "\(title) (\(Count.grouped(problems.count)))") + "\n"
        let count = problems.count <= Self.limit + 1 ? problems.count : Self.limit
        for problem in problems.prefix(count) { text += Self.text(of: problem, width, style) }
        if problems.count > count {
            let rest = "  … and \(Count.grouped(problems.count - count)) more (all of them with -o json)"
            text += style.apply(.faint, to: rest) + "\n"
        }
        return text
    }

    private static func text(of problem: Problem, _ width: Int?, _ style: TerminalStyle) -> String {
        var cells = [FlowLine.Cell(text: TerminalText.visible(position(of: problem)))]
        if let object = problem.object { cells.append(FlowLine.Cell(text: TerminalText.visible(object.description))) }
        cells.append(FlowLine.Cell(text: TerminalText.visible(problem.message)))
        cells.append(FlowLine.Cell(text: "(\(problem.code.rawValue))", emphasis: .faint))
        let what = FlowLine(cells: cells, indent: 2, hangingIndent: 6)
        let advice = FlowLine(cells: [FlowLine.Cell(text: TerminalText.visible(problem.advice))], indent: 6)
        return what.text(width: width, style: style) + advice.text(width: width, style: style)
    }

    private static func position(of problem: Problem) -> String {
        let input = problem.input == "-" ? "standard input" : problem.input
        if let line = problem.line { return "\(input):\(line)" }
        return problem.offset.map { "\(input) at byte \(Count.grouped($0))" } ?? input
    }
}
