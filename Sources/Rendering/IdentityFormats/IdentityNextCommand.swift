import MigrationModel

/// The command that a person would most likely type after an inventory.
struct IdentityNextCommand {
    let report: IdentityReport
    /// The arguments of the inventory as typed.
    let arguments: [String]

    /// Why, and the command as a shell takes it.
    var line: String {
        let repeated = RepeatedArguments(arguments)
        if report.isPartial { return "Next, when the causes above are removed: \(repeated.command("identities"))" }
        let workload = report.findings.first { $0.object.kind != "ServiceAccount" && !$0.object.name.isEmpty }
        guard let workload else {
            return "Next, for a record of this inventory: \(repeated.command("identities", ["-o", "json"]))"
        }
        let subject = ["--explain", workload.object.argument]
        return "Next, for the whole story of a workload: \(repeated.command("scan", subject))"
    }
}
