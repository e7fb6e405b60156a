import ArgumentParser
import Rendering
import StateStore

/// Which ledger is meant.
struct LedgerOptions: ParsableArguments {
    @Argument(help: "The folder of the plan.", completion: .directory)
    var dir = "."

    @Option(help: "The file of the ledger, instead of the one in DIR.", completion: .file())
    var ledger: String?

    /// The file.
    var path: String {
        if let ledger { return ledger }
        if dir == "." { return Ledger.defaultPath }
        return (dir.hasSuffix("/") && dir.count > 1 ? String(dir.dropLast()) : dir) + "/" + Ledger.defaultPath
    }

    /// The options as they can be given again.
    var arguments: [String] { ledger.map { ["--ledger", $0] } ?? (dir == "." ? [] : [dir]) }

    /// Does something with the ledger.
    ///
    /// - Throws: the exit status of whatever keeps it from being done, after it was said.
    func with<Value>(
        _ access: Ledger.Access, _ body: (Ledger) throws(LedgerProblem) -> Value
    ) throws -> Value {
        do throws(LedgerProblem) {
            return try body(try Ledger(path: path, for: access))
        } catch {
            let text = "\(error.code.rawValue): \(error.file): \(error.message) \(error.advice)"
            StandardStreams.writeError("keyshift: \(TerminalText.harmless(text))\n")
            throw error.code.status.code
        }
    }
}

extension LedgerProblem.Code {
    /// The exit status that tells it.
    var status: ExitStatus {
        switch self {
        case .refused, .importInvalid, .diverged, .newer: .refused
        case .notALedger, .missing: .usage
        case .damaged, .broken: .ledgerBroken
        case .readOnly, .full, .locked, .unreadable, .permissions, .failed: .inputOutput
        }
    }
}
