import ArgumentParser
import ClusterDump
import MigrationModel
import Rendering

/// `keyshift scan`: what static keys are here, where, what each one is, and who receives it.
struct ScanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Find every static cloud key in a cluster dump, manifests or a live cluster, and who receives it.",
        discussion: """
            INPUT is a file, a folder or - for standard input: what `kubectl get -o json` or `-o yaml` printed, JSON lines, \
            manifests, Helm values, any of them compressed with gzip. Without INPUT, -A, -n or --context reads a live \
            cluster through your own kubectl, every type that you may list.

            Exit status: 0 no key, 1 keys found, 2 a part was not scanned, 64 wrong usage, 70 internal error.
            """)

    @OptionGroup var inputs: InputOptions

    @Option(
        name: .shortAndLong,
        help: "How to print the report: \(ScanFormats.list); with --explain \(ExplanationFormats.list).",
        completion: .list(ScanFormats.names))
    var output = "table"

    @Option(help: "A file that says which keys may stay where, why and until when.", completion: .file())
    var allowlist: String?

    @Option(
        help: "Tell the whole story of one key, by its id, or of a workload: NAME, NAMESPACE/NAME or KIND/NAME.")
    var explain: String?

    func validate() throws {
        try inputs.requireInput()
        guard explain == nil else {
            guard ExplanationFormats.named(output) != nil else {
                throw ValidationError("--explain prints no '\(output)'; use one of \(ExplanationFormats.list).")
            }
            return
        }
        guard ScanFormats.named(output) != nil else {
            throw ValidationError("'\(output)' is no output format; use one of \(ScanFormats.list).")
        }
    }

    func run() throws {
        let allowances = try Allowlist.read(allowlist)
        let associations = try inputs.associations()
        let terminal = Terminal.current()
        let feed = DocumentFeed(inputs.queue)
        let progress = terminal.showsProgress ? ProgressBar(of: feed) : nil
        let scan = ScanRun(
            workers: Processors.available(), allowances: allowances, associations: associations, now: WallClock.now())
        let result = scan.result(over: feed)
        KeptValue.keep(result)
        progress?.finish()
        if let explain { return try tell(explain, result, on: terminal) }
        print(result.report, on: terminal)
        try ExitStatus(of: result.report).leave()
    }

    private func print(_ report: ScanReport, on terminal: Terminal) {
        var buffer = OutputBuffer()
        ScanFormats.named(output)?.render(report, terminal.setting(arguments)) { buffer.write($0) }
        buffer.flush()
    }

    /// Tells the stories of all that a subject can mean.
    private func tell(_ subject: String, _ result: ScanResult, on terminal: Terminal) throws {
        let stories = result.explanations(of: subject)
        guard !stories.isEmpty else {
            throw ValidationError(
                "No key and no workload is called '\(subject)'. Name a key by its id, a workload as NAMESPACE/NAME.")
        }
        var buffer = OutputBuffer()
        for story in stories {
            ExplanationFormats.named(output)?.render(story, terminal.setting(arguments)) { buffer.write($0) }
        }
        buffer.flush()
        if result.report.isPartial { throw ExitStatus.partial.code }
    }

    private var arguments: [String] { inputs.arguments + (allowlist.map { ["--allowlist", $0] } ?? []) }
}

extension ExitStatus {
    /// The status that a finished scan deserves.
    init(of report: ScanReport) {
        self = report.isPartial ? .partial : report.openKeys.isEmpty ? .clean : .keysFound
    }

    /// Ends the command with this status.
    func leave() throws {
        if self != .clean { throw code }
    }
}

extension ScanFormats {
    /// The names of all formats.
    static var names: [String] { all.map { type(of: $0).name } }
    /// The names of all formats for a sentence.
    static var list: String { names.joined(separator: ", ") }
}

extension ExplanationFormats {
    /// The names of all formats for a sentence.
    static var list: String { all.map { type(of: $0).name }.joined(separator: ", ") }
}
