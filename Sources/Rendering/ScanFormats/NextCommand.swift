import MigrationModel

/// The command that a person would most likely type next; the only place that decides it.
struct NextCommand {
    let report: ScanReport
    /// The arguments of the scan as typed.
    let arguments: [String]

    /// Why, and the command as a shell takes it.
    var line: String {
        let scan = repeated
        if report.isPartial { return "Next, when the causes above are removed: \(command(scan))" }
        if report.openKeys.isEmpty { return "Next, for a record of this result: \(command(scan, "json"))" }
        let isFolder = report.namesInputs(arguments) && report.inputs.count == 1
        let hasFiles = report.openKeys.contains { $0.sightings.contains { $0.place.object == nil } }
        guard isFolder || hasFiles else { return "Next, for other programs: \(command(scan, "json"))" }
        return "Next, for code scanning: \(command(scan, "sarif"))"
    }

    private func command(_ scan: (options: [String], files: [String]), _ format: String? = nil) -> String {
        let arguments = scan.options + (format.map { ["-o", $0] } ?? []) + scan.files
        return (["keyshift", "scan"] + arguments.map(ShellWord.quoted)).joined(separator: " ")
    }

    /// The arguments without a format, so that another one can be asked for, and what follows `--`.
    private var repeated: (options: [String], files: [String]) {
        var kept: [String] = []
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--" {
                return (kept, ["--"] + rest)
            } else if argument == "-o" || argument == "--output" {
                _ = rest.popFirst()
            } else if !argument.hasPrefix("--output="), !argument.hasPrefix("-o") {
                kept.append(argument)
            }
        }
        return (kept, [])
    }

    init(_ report: ScanReport, _ arguments: [String]) {
        self.report = report
        self.arguments = arguments
    }
}
