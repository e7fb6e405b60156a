import ArgumentParser
import ClusterDump
import MigrationModel

/// `keyshift scan`: what static keys are here, where, and what each one is.
struct ScanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Find every static cloud key in a cluster dump or a live cluster.")

    @Argument(help: "files")
    var inputs: [String] = []

    func run() throws {
        let feed = DocumentFeed(FileQueue(inputs))
        let report = ScanRun(workers: Processors.available(), allowances: [], now: WallClock.now()).report(over: feed)
        for k in report.keys {
            print(k.identity, k.nature, k.secretHalfPresent)
            for s in k.sightings { print("   ", s.place.input, s.place.line, s.place.object.map(\.description) ?? "-", s.place.path, s.confidence, s.repeatedBy.map(\.description)) }
            for c in k.carriers { print("   +", c.object, c.created ?? "", c.immutable, c.managers) }
        }
        print(report.lookAlikes)
        for p in report.problems { print(p.code, p.input, p.line ?? 0, p.object?.description ?? "", p.message) }
        print(report.inputs.count)
    }
}
