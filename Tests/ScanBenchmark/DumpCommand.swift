internal import ArgumentParser
internal import Glibc

/// `ScanBenchmark dump`: only makes a dump.
struct DumpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump", abstract: "Make a dump with planted keys, and nothing else.")

    @OptionGroup var options: DumpOptions

    @Argument(help: "The file to write.")
    var file: String

    func run() throws {
        var output = try OutputFile(path: file)
        let made = try options.shape == .mixed ? writeMixed(to: &output) : writeTracing(to: &output)
        try output.flush()
        // Not a result: standard output is for those.
        let summary = Array("\(made.objects) objects, \(made.bytes / max(1, made.objects)) bytes each\n".utf8)
        _ = write(STDERR_FILENO, summary, summary.count)
    }

    private func writeMixed(to output: inout OutputFile) throws -> (objects: Int, bytes: Int) {
        var dump = SyntheticDump(format: options.format, limit: options.limit)
        try dump.write { try output.append($0) }
        return (dump.objects, dump.bytes)
    }

    private func writeTracing(to output: inout OutputFile) throws -> (objects: Int, bytes: Int) {
        var dump = TracingDump(format: options.format, secrets: options.secrets, workloads: options.workloads)
        try dump.write { try output.append($0) }
        return (dump.objects, dump.bytes)
    }
}

/// What a dump looks like.
struct DumpOptions: ParsableArguments {
    @Option(help: "How large the dump is to be: 500KB, 200MB, 2GB.")
    var size = ByteCount(bytes: 200_000_000)

    @Option(help: "How many objects it is to have, in place of a size.")
    var objects: Int?

    @Option(help: "mixed to measure the search for keys, tracing to measure who receives them.")
    var shape = DumpShape.mixed

    @Option(help: "How many Secrets a dump for tracing is to have.")
    var secrets = 100_000

    @Option(help: "How many workloads a dump for tracing is to have.")
    var workloads = 50_000

    @Option(help: "json and yaml as kubectl prints them, jsonl with an object per line, compact on one line.")
    var format = DumpFormat.json

    func validate() throws {
        guard secrets >= 0, workloads >= 0 else { throw ValidationError("There cannot be fewer than no objects.") }
    }

    var limit: SyntheticDump.Limit { objects.map(SyntheticDump.Limit.objects) ?? .bytes(size.bytes) }
}
