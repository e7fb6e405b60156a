import ArgumentParser
import ClusterDump
import MigrationModel
import Rendering

/// `keyshift scan`: what static keys are here, where, and what each one is.
struct ScanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Find every static cloud key in a cluster dump, a folder of manifests or a live cluster.",
        discussion: """
            INPUT is a file, a folder or - for standard input: what `kubectl get -o json` or `-o yaml` printed, JSON lines, \
            manifests, Helm values, any of them compressed with gzip. Without INPUT, -A, -n or --context reads a live \
            cluster through your own kubectl, every type that you may list.

            Exit status: 0 no key, 1 keys found, 2 a part was not scanned, 64 wrong usage, 70 internal error.
            """)

    @Argument(help: "Files, folders, or - for standard input.", completion: .file())
    var input: [String] = []

    @OptionGroup var live: LiveOptions

    @Option(
        name: .shortAndLong, help: "How to print the report: \(ScanFormats.list).",
        completion: .list(ScanFormats.names))
    var output = "table"

    @Option(help: "A file that says which keys may stay where, why and until when.", completion: .file())
    var allowlist: String?

    func validate() throws {
        guard ScanFormats.named(output) != nil else {
            throw ValidationError("'\(output)' is no output format; use one of \(ScanFormats.list).")
        }
        guard input.isEmpty != live.isEmpty else {
            throw ValidationError(
                input.isEmpty
                    ? "Say what to scan: a dump, a folder, - for standard input, or -A for the live cluster."
                    : "Scan either files or a live cluster, not both: leave out \(live.arguments.joined(separator: " ")), or the files."
            )
        }
    }

    func run() throws {
        let allowances = try Allowlist.read(allowlist)
        let terminal = Terminal.current()
        let queue: any InputQueue = live.isEmpty ? FileQueue(input) : LiveQueue(live.cluster)
        let feed = DocumentFeed(queue)
        let progress = terminal.showsProgress ? ProgressBar(of: feed) : nil
        let scan = ScanRun(workers: Processors.available(), allowances: allowances, now: WallClock.now())
        let report = scan.report(over: feed)
        progress?.finish()
        print(report, on: terminal)
        let status = ExitStatus(of: report)
        if status != .clean { throw status.code }
    }

    private func print(_ report: ScanReport, on terminal: Terminal) {
        let setting = RenderSetting(
            width: terminal.width, hasColour: terminal.hasColour, toolVersion: Keyshift.configuration.version,
            arguments: (live.isEmpty ? input : live.arguments) + (allowlist.map { ["--allowlist", $0] } ?? []))
        var buffer = OutputBuffer()
        ScanFormats.named(output)?.render(report, setting) { buffer.write($0) }
        buffer.flush()
    }
}

extension ExitStatus {
    /// The status that a finished scan deserves.
    init(of report: ScanReport) {
        self = report.isPartial ? .partial : report.openKeys.isEmpty ? .clean : .keysFound
    }
}

extension ScanFormats {
    /// The names of all formats.
    static var names: [String] { all.map { type(of: $0).name } }
    /// The names of all formats for a sentence.
    static var list: String { names.joined(separator: ", ") }
}
