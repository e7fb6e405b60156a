/// A page for man(1), in the macros of [man(7)](https://man7.org/linux/man-pages/man7/man.7.html).
enum ManualPage {
    /// The name of its file: `keyshift-ledger-verify.1`.
    static func fileName(of command: CommandOutline) -> String { command.words.joined(separator: "-") + ".1" }

    /// The page of a command.
    static func text(of command: CommandOutline, version: String, date: String) -> String {
        let title = command.words.joined(separator: "-")
        let discussion = paragraphs(command.discussion ?? "")
        let isStatus = { (text: String) in text.hasPrefix("Exit status: ") }
        var page =
            ".TH \(quoted(title.uppercased())) 1 \(quoted(date)) \(quoted("keyshift \(version)")) \"User Commands\"\n"
        page += section("NAME", "\(escaped(title)) \\- \(escaped(trimmed(command.abstract ?? "")))\n")
        page += section("SYNOPSIS", synopsis(of: command))
        page += section(
            "DESCRIPTION", discussion.filter { !isStatus($0) }.map { escaped($0) + "\n" }.joined(separator: ".PP\n"))
        page += section("OPTIONS", (command.arguments ?? []).filter(\.shouldDisplay).map(option).joined())
        page += section("COMMANDS", (command.subcommands ?? []).filter { $0.commandName != "help" }.map(entry).joined())
        page += section(
            "EXIT STATUS", discussion.filter(isStatus).map { escaped(String($0.dropFirst(13))) + "\n" }.joined())
        return page + section("SEE ALSO", related(to: command))
    }

    private static func section(_ title: String, _ text: String) -> String {
        text.isEmpty ? "" : ".SH \(title)\n\(text)"
    }

    private static func synopsis(of command: CommandOutline) -> String {
        let arguments = (command.arguments ?? []).filter(\.shouldDisplay)
        let words = arguments.filter { $0.kind == "positional" }.map { argument in
            let name =
                "\\fI\(escaped((argument.valueName ?? "value").uppercased()))\\fR"
                + (argument.isRepeating ? " ..." : "")
            return argument.isOptional ? "[\(name)]" : name
        }
        let hasCommands = !(command.subcommands ?? []).isEmpty && words.isEmpty
        return ".B \(escaped(command.words.joined(separator: " ")))\n"
            + ([hasCommands ? "\\fICOMMAND\\fR" : ""] + words + ["[\\fIOPTIONS\\fR]"]).filter { !$0.isEmpty }
            .joined(separator: " ") + "\n"
    }

    private static func option(_ argument: CommandOutline.Argument) -> String {
        let value = argument.kind == "option" ? " \\fI\(escaped((argument.valueName ?? "value").uppercased()))\\fR" : ""
        let names = (argument.names ?? []).map { "\\fB\(escaped($0.text))\\fR\(value)" }
        let head =
            names.isEmpty
            ? "\\fI\(escaped((argument.valueName ?? "value").uppercased()))\\fR" : names.joined(separator: ", ")
        let standard = argument.defaultValue.map { $0.isEmpty ? "" : " The default is \($0)." } ?? ""
        return ".TP\n\(head)\n\(escaped(trimmed(argument.abstract ?? "") + standard))\n"
    }

    private static func entry(_ command: CommandOutline) -> String {
        ".TP\n.BR \(escaped(command.words.joined(separator: "-"))) (1)\n\(escaped(trimmed(command.abstract ?? "")))\n"
    }

    private static func related(to command: CommandOutline) -> String {
        let above = command.words.count > 1 ? [command.words.dropLast().joined(separator: "-")] : []
        let beside = command.words.count == 1 ? ["kubectl"] : ["keyshift-explain"]
        return (above + beside).filter { $0 != command.words.joined(separator: "-") }
            .map { ".BR \(escaped($0)) (1)" }.joined(separator: ",\n") + "\n"
    }

    private static func paragraphs(_ text: String) -> [String] {
        var paragraphs: [String] = []
        var lines: [Substring] = []
        for line in (text + "\n").split(separator: "\n", omittingEmptySubsequences: false) {
            if !line.isEmpty {
                lines.append(line)
            } else if !lines.isEmpty {
                paragraphs.append(lines.joined(separator: " "))
                lines = []
            }
        }
        return paragraphs
    }

    private static func trimmed(_ text: String) -> String { paragraphs(text).joined(separator: " ") }

    /// A text in which nothing is a request or an escape of roff.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "…": result += "..."
            case ".", "'": result += (result.isEmpty ? "\\&" : "") + String(character)
            default: result.append(character)
            }
        }
        return result
    }

    private static func quoted(_ text: String) -> String { "\"\(text.filter { $0 != "\"" })\"" }
}
