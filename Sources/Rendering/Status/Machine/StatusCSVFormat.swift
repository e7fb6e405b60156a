internal import MigrationModel

/// The steps for a spreadsheet: a header, and a row per step of every migration, RFC 4180.
public struct StatusCSVFormat: StatusFormat {
    /// `-o csv`.
    public static let name = "csv"

    private static let header = [
        "folder", "plan", "cluster", "service", "phase", "step", "summary", "actor", "standing", "since", "until",
        "waits_for", "verified", "cannot_be_undone", "failure",
    ]

    /// Creates the format.
    public init() {}

    /// Prints the rows, ended by CR LF.
    public func render(_ report: StatusReport, _ setting: RenderSetting, to write: (String) -> Void) {
        write(CSVRow.text(Self.header))
        for migration in report.migrations {
            for step in migration.status.steps { write(CSVRow.text(Self.cells(of: step, migration.status))) }
        }
    }

    private static func cells(of step: StepStatus, _ status: MigrationStatus) -> [String] {
        let satisfied = step.checks.filter { $0.result == .satisfied }
        return [
            status.folder, status.plan, step.cluster, step.service, step.phase.rawValue, step.id, step.summary,
            step.actor.rawValue, step.standing.rawValue, step.since?.text ?? "", step.until?.text ?? "",
            step.waits.map(\.reason).joined(separator: " "),
            satisfied.map(\.verification.rawValue).joined(separator: " "), step.isPointOfNoReturn ? "true" : "false",
            step.failure,
        ]
    }
}
