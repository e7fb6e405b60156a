import ArgumentParser
import Rendering

/// `keyshift explain`: what a code means that some other command printed.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say what a code means, why it is seen, and what to do.",
        discussion: """
            CODE is any name that \(ProgramName.shown) prints for a problem, a finding, a verification, a gate, a rule of the ledger \
            or a property of the proof, or the number of an exit status. Without CODE, all of them are listed.

            Exit status: 0 explained, 64 there is no such code.
            """)

    @Argument(help: "The code, such as no-static-source or 11.", completion: .list(CodePages.all.map(\.code)))
    var code: String?

    func run() throws {
        guard let code else { return list() }
        let pages = CodePages.pages(of: code)
        guard !pages.isEmpty else {
            let similar = CodePages.similar(to: code).prefix(5).joined(separator: ", ")
            throw ValidationError(
                "There is no code '\(TerminalText.harmless(code))'."
                    + (similar.isEmpty
                        ? " Without a code, all of them are listed." : " Is it one of these: \(similar)?"))
        }
        let width = Terminal.current().width
        StandardStreams.writeOutput(pages.map { Paragraphs.filled($0.text, to: width) }.joined(separator: "\n"))
    }

    private func list() {
        var buffer = OutputBuffer()
        var family = ""
        for page in CodePages.all {
            if page.family != family {
                buffer.write((family.isEmpty ? "" : "\n") + "\(page.family)\n")
                family = page.family
            }
            let padding = String(repeating: " ", count: max(2, 36 - page.code.count))
            buffer.write("  \(page.code)\(padding)\(page.story?.meaning.prefix { $0 != "." } ?? "")\n")
        }
        buffer.write("\nNext, for what to do about one: \(ProgramName.shown) explain CODE\n")
        buffer.flush()
    }
}

/// Breaks the lines of a text that we wrote ourselves where a terminal ends.
enum Paragraphs {
    /// The text with lines of at most so many columns; as it is where there is no terminal.
    static func filled(_ text: String, to width: Int?) -> String {
        guard let width, width > 30 else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let indent = line.hasPrefix("Why:") || line.hasPrefix("Do:") ? "      " : ""
            var result = ""
            var column = 0
            for (index, word) in line.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
                if index > 0, column + 1 + word.count > width {
                    result += "\n" + indent
                    column = indent.count
                } else if index > 0 {
                    result += " "
                    column += 1
                }
                result += word
                column += word.count
            }
            return result
        }.joined(separator: "\n")
    }
}
