import ArgumentParser
import Glibc
import Rendering

/// `keyshift manual`: the pages for man(1), made from the same words as `--help`.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual",
        abstract: "Print a page for man, or write all of them into a folder.",
        discussion: """
            To read one: keyshift manual status | man -l -

            To install them: keyshift manual -o /usr/local/share/man/man1. Completions for a shell come from \
            keyshift --generate-completion-script bash, zsh or fish. For kubectl, make links named kubectl-keyshift and \
            kubectl_complete-keyshift.

            Exit status: 0 printed or written, 64 there is no such command, 74 a page cannot be written.
            """)

    @Argument(help: "The command, such as ledger verify; keyshift itself by default.")
    var command: [String] = []

    @Option(name: .shortAndLong, help: "The folder into which all pages are written.", completion: .directory)
    var output: String?

    func run() throws {
        guard let program = CommandOutline.program() else { throw ExitStatus.internalError.code }
        let version = Keyshift.configuration.version
        if let output {
            for page in program.all {
                try Self.write(
                    ManualPage.text(of: page, version: version, date: Keyshift.date),
                    to: output + "/" + ManualPage.fileName(of: page))
            }
            StandardStreams.writeOutput("Wrote \(program.all.count) pages into \(TerminalText.harmless(output)).\n")
            return
        }
        guard let page = program.all.first(where: { Array($0.words.dropFirst()) == command }) else {
            throw ValidationError(
                "There is no command '\(TerminalText.harmless(command.joined(separator: " ")))'. keyshift help lists them."
            )
        }
        StandardStreams.writeOutput(ManualPage.text(of: page, version: version, date: Keyshift.date))
    }

    private static func write(_ text: String, to path: String) throws {
        guard let file = fopen(path, "we") else { throw failure(path) }
        let isWritten = fputs(text, file) >= 0
        guard fclose(file) == 0, isWritten else { throw failure(path) }
    }

    private static func failure(_ path: String) -> ExitCode {
        let reason = String(cString: strerror(errno))
        StandardStreams.writeError(
            "keyshift: \(TerminalText.harmless(path)): \(reason). Make the folder first, or name another.\n")
        return ExitStatus.inputOutput.code
    }
}
