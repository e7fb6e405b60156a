internal import MigrationModel

/// What to type after a scan; the only place that knows.
enum NextCommand {
    /// The command with its inputs, ready to be pasted; `nil` when there is nothing left to do.
    static func afterScan(_ report: ScanReport, _ presentation: Presentation) -> String? {
        if report.keys.isEmpty { return nil }
        let command = ShellText.words(["keyshift", "scan"] + presentation.inputArguments + ["-o", "json"])
        return presentation.inputArguments.contains("-") ? "… | \(command)" : command
    }
}
