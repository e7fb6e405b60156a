import ArgumentParser
import ClusterDump
import Glibc
import StateStore

/// `keyshift ledger import`: an exported ledger back into a file, or what has been added to it since.
struct LedgerImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Add exported events to an empty ledger, or to one that begins with the same events.",
        discussion: """
            Every line is checked; all of them are added or none. Two ledgers that went different ways cannot be merged.

            Exit status: 0 imported, 3 refused and nothing was changed, 4 the ledger itself is damaged, 64 wrong usage, 74 it \
            cannot be written.
            """)

    @OptionGroup var options: LedgerOptions

    @Option(name: .customLong("from"), help: "The file to import; - for standard input.", completion: .file())
    var source = "-"

    func run() throws {
        var lines = try ExportedLines(source)
        let result = try options.with(.writing) { ledger throws(LedgerProblem) in try ledger.import { lines.next() } }
        StandardStreams.writeOutput(
            "Imported \(result.added) events; \(result.known) were there already.\nHead: \(result.head)\n")
    }
}

/// The lines of a file, without their line breaks.
private struct ExportedLines {
    /// Ledgers of a million events are smaller.
    private static let limit = 2 << 30

    private let bytes: [UInt8]
    private var position = 0

    init(_ source: String) throws {
        do throws(InputFailure) {
            let file =
                try source == "-" ? FileSource(descriptor: STDIN_FILENO, closes: false) : FileSource(path: source)
            bytes = try file.readAll(limit: Self.limit)
        } catch {
            throw ValidationError("The export \(source): \(error.message); \(error.advice).")
        }
    }

    mutating func next() -> String? {
        guard position < bytes.count else { return nil }
        let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        defer { position = end + 1 }
        return String(decoding: bytes[position..<end], as: UTF8.self)
    }
}
