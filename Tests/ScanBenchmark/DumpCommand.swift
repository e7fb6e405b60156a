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
        var dump = SyntheticDump(format: options.format, limit: options.limit)
        try dump.write { try output.append($0) }
        try output.flush()
        // Not a result: standard output is for those.
        let summary = Array("\(dump.objects) objects, \(dump.bytes / max(1, dump.objects)) bytes each\n".utf8)
        _ = write(STDERR_FILENO, summary, summary.count)
    }
}

/// What a dump looks like.
struct DumpOptions: ParsableArguments {
    @Option(help: "How large the dump is to be: 500KB, 200MB, 2GB.")
    var size = ByteCount(bytes: 200_000_000)

    @Option(help: "How many objects it is to have, in place of a size.")
    var objects: Int?

    @Option(help: "json and yaml as kubectl prints them, jsonl with an object per line, compact on one line.")
    var format = DumpFormat.json

    var limit: SyntheticDump.Limit { objects.map(SyntheticDump.Limit.objects) ?? .bytes(size.bytes) }
}
