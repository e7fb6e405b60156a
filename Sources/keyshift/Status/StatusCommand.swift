import ArgumentParser
import Execution
import Glibc
import MigrationModel
import Rendering

/// `keyshift status`: where every service and key stands, what may run now, and what waits until when.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say where every service and key stands, what may run now, and what waits until when.",
        discussion: """
            Reads plan.yaml and the ledger of each DIR, asks no cluster and no cloud, and changes nothing. Several folders are a \
            fleet: one status by cluster, with the keys that clusters share. NAME tells everything of one service, step or key, \
            with its whole history and evidence.

            For one service: keyshift status plan order-api. For an audit: keyshift status plan -o html > status.html.

            Exit status: 0 done, 4 the ledger was changed, 10 something may run now, 11 waiting for time or a person, 12 something \
            regressed, 64 wrong usage, 74 a ledger cannot be read. With NAME, 0 when it was told.
            """)

    @Argument(
        help: ArgumentHelp(
            "Folders of plans, . by default, and at most one service, step or key.", valueName: "dir|name"),
        completion: .directory)
    var places: [String] = []

    @Option(
        name: .shortAndLong, help: "How to print it: \(StatusFormats.list); for a NAME \(StatusDetailFormat.list).",
        completion: .list(StatusFormats.names))
    var output = "table"

    @Option(help: "The file of the ledger, instead of the one in DIR.", completion: .file())
    var ledger: String?

    @Flag(help: "Follow the chain of the ledger from its first event on; -o html always does.")
    var verify = false

    @Flag(name: .shortAndLong, help: "Print it anew whenever it changes, until everything is done.")
    var watch = false

    @Option(
        help: ArgumentHelp("A file with the present time, for rehearsals and tests.", visibility: .hidden),
        completion: .file())
    var clock: String?

    /// Milliseconds between two looks of `--watch`.
    private static let pause = 2000

    func validate() throws {
        let (folders, names) = StatusPlaces.split(places)
        guard names.count < 2 else {
            throw ValidationError(
                "Only one service, step or key at a time: \(names.joined(separator: " and ")) are no folders with a plan.yaml."
            )
        }
        guard ledger == nil || folders.count == 1 else {
            throw ValidationError("With --ledger, name one folder only.")
        }
        guard names.isEmpty ? StatusFormats.named(output) != nil : StatusDetailFormat(rawValue: output) != nil else {
            throw ValidationError(
                names.isEmpty
                    ? "'\(output)' is no output format; use one of \(StatusFormats.list)."
                    : "For one service, step or key, -o is one of \(StatusDetailFormat.list).")
        }
        guard !watch || output == "table" && names.isEmpty else {
            throw ValidationError("--watch prints the table of everything: leave out -o and NAME.")
        }
    }

    func run() throws {
        let (folders, names) = StatusPlaces.split(places)
        let reading = try StatusReading(
            folders, ledger: ledger, verifies: verify || output == StatusPageFormat.name,
            evidence: ["json", "yaml", "html"].contains(output) ? .all : .none)
        let clock: any MigrationClock = self.clock.map { FileClock(path: $0) } ?? SystemClock()
        if let name = names.first { return try tell(name, reading, at: clock.now()) }
        let report = try watch ? follow(reading, clock) : reading.report(at: clock.now())
        if !watch { print(report) }
        try report.exitStatus.leave()
    }

    private func print(_ report: StatusReport) {
        var buffer = OutputBuffer()
        StatusFormats.named(output)?.render(report, setting) { buffer.write($0) }
        buffer.flush()
    }

    private var setting: RenderSetting { Terminal.current().setting(places) }

    private func tell(_ name: String, _ reading: StatusReading, at now: Timestamp) throws {
        let details = try reading.details(of: name, at: now)
        guard !details.isEmpty else {
            throw ValidationError(
                "There is no service, step or key called '\(TerminalText.harmless(name))', and no plan.yaml in a folder of that "
                    + "name. Name a service as NAMESPACE/NAME, a key by its id.")
        }
        var buffer = OutputBuffer()
        for detail in details {
            StatusDetailFormat(rawValue: output)?.render(detail, setting) { buffer.write($0) }
        }
        buffer.flush()
    }

    /// Prints the report whenever it changes, until everything is done or nobody reads any more.
    private func follow(_ reading: StatusReading, _ clock: any MigrationClock) throws -> StatusReport {
        var last = ""
        while true {
            let report = try reading.report(at: clock.now())
            let terminal = Terminal.current()
            var text = ""
            StatusTableFormat().render(report, terminal.setting(places)) { text += $0 }
            if text != last {
                let before = terminal.width == nil ? (last.isEmpty ? "" : "\n") : "\u{1b}[H\u{1b}[2J"
                guard StandardStreams.writeOutput(before + text) else { return report }
                last = text
            }
            if report.standing == .done { return report }
            usleep(UInt32(Self.pause * 1000))
        }
    }
}

extension StatusReport {
    /// What the status of the process says of it.
    fileprivate var exitStatus: ExitStatus {
        let isBroken = migrations.contains { if case .broken = $0.seal { true } else { false } }
        if isBroken { return .ledgerBroken }
        return switch standing {
        case .done: .clean
        case .fresh, .inProgress: .inProgress
        case .waiting: .waiting
        case .regressed: .regressed
        }
    }
}

extension StatusFormats {
    /// The names of all formats.
    static var names: [String] { all.map { type(of: $0).name } }
    /// The names of all formats for a sentence.
    static var list: String { names.joined(separator: ", ") }
}

extension StatusDetailFormat {
    /// The names of all formats for a sentence.
    static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
