import MigrationModel

/// The command that a person would most likely type next; the only place that decides it.
struct NextCommand {
    let report: ScanReport
    /// The arguments of the scan as typed.
    let arguments: [String]

    /// Why, and the command as a shell takes it.
    var line: String {
        let scan = RepeatedArguments(arguments)
        if report.isPartial { return "Next, when the causes above are removed: \(scan.command("scan"))" }
        if report.openKeys.isEmpty {
            return "Next, for a record of this result: \(scan.command("scan", ["-o", "json"]))"
        }
        if let key = explained {
            return "Next, for the whole story of a key: \(scan.command("scan", ["--explain", key]))"
        }
        let isFolder = report.namesInputs(arguments) && report.inputs.count == 1
        let hasFiles = report.openKeys.contains { $0.sightings.contains { $0.place.object == nil } }
        guard isFolder || hasFiles else { return "Next, for other programs: \(scan.command("scan", ["-o", "json"]))" }
        return "Next, for code scanning: \(scan.command("scan", ["-o", "sarif"]))"
    }

    /// The first key that has a story.
    private var explained: String? {
        let services = KeyServices(report.trace)
        return report.openKeys.first { !services[$0.name].isEmpty }?.identity.id
    }

    init(_ report: ScanReport, _ arguments: [String]) {
        self.report = report
        self.arguments = arguments
    }
}
