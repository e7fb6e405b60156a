import ArgumentParser
import ClusterDump
import MigrationModel
import Rendering

/// `keyshift identities`: which ServiceAccount has which identity, and who uses it.
struct IdentitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "identities",
        abstract: "List the federated identities of a cluster: ServiceAccounts, mechanisms, roles and workloads.",
        discussion: """
            Also names Secrets with ServiceAccount tokens that never end, ServiceAccounts whose Pods mount a token that they \
            do not need, and whatever will surprise somebody. INPUT is the same as for keyshift scan.

            Exit status: 0 read, 2 a part was not read, 64 wrong usage, 70 internal error.
            """)

    @OptionGroup var inputs: InputOptions

    @Option(
        name: .shortAndLong, help: "How to print the inventory: \(IdentityFormats.list).",
        completion: .list(IdentityFormats.names))
    var output = "table"

    func validate() throws {
        try inputs.requireInput()
        guard IdentityFormats.named(output) != nil else {
            throw ValidationError("'\(output)' is no output format; use one of \(IdentityFormats.list).")
        }
    }

    func run() throws {
        let associations = try inputs.associations()
        let terminal = Terminal.current()
        let feed = DocumentFeed(inputs.queue)
        let progress = terminal.showsProgress ? ProgressBar(of: feed) : nil
        let scan = ScanRun(
            workers: Processors.available(), allowances: [], associations: associations, now: WallClock.now())
        let report = scan.result(over: feed).report
        progress?.finish()
        let inventory = IdentityReport(
            generated: report.generated, inputs: report.inputs, records: report.trace.inventory,
            findings: report.trace.findings, problems: report.problems)
        var buffer = OutputBuffer()
        IdentityFormats.named(output)?.render(inventory, terminal.setting(inputs.arguments)) { buffer.write($0) }
        buffer.flush()
        if inventory.isPartial { throw ExitStatus.partial.code }
    }
}

extension IdentityFormats {
    /// The names of all formats.
    static var names: [String] { all.map { type(of: $0).name } }
    /// The names of all formats for a sentence.
    static var list: String { names.joined(separator: ", ") }
}
