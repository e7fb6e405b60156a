import ArgumentParser
import StructuredText

/// A command with its options, as the argument parser describes it (`--experimental-dump-help`).
struct CommandOutline: Decodable, Hashable {
    var commandName: String
    var superCommands: [String]?
    var shouldDisplay: Bool?
    var abstract: String?
    var discussion: String?
    var subcommands: [CommandOutline]?
    var arguments: [Argument]?

    /// An option, a flag, or an argument by its place.
    struct Argument: Decodable, Hashable {
        var kind: String
        var shouldDisplay: Bool
        var isOptional: Bool
        var isRepeating: Bool
        var names: [Name]?
        var valueName: String?
        var defaultValue: String?
        var abstract: String?
        var completionKind: Completion?
    }

    /// What a shell may offer for a value; each member is there for one way only.
    struct Completion: Decodable, Hashable {
        /// The values of a list.
        struct Values: Decodable, Hashable { var values: [String] }
        /// That there is such a way.
        struct Way: Decodable, Hashable {}

        var list: Values?
        var file: Way?
        var directory: Way?
    }

    /// A name of an option.
    struct Name: Decodable, Hashable {
        var kind: String
        var name: String

        /// As it is typed.
        var text: String { (kind == "long" ? "--" : "-") + name }
    }

    /// The whole program.
    ///
    /// - Returns: the outline; `nil` when the argument parser describes itself in another way than this program knows, which a
    ///   test finds.
    static func program() -> CommandOutline? {
        struct Tool: Decodable { var command: CommandOutline }
        let builder = TreeBuilder()
        var reader = JSONReader()
        do throws(SyntaxProblem) {
            try reader.read(Array(Keyshift._dumpHelp().utf8).span, into: builder)
        } catch {
            return nil
        }
        guard let node = builder.finish() else { return nil }
        return try? StructuredDecoder.decode(Tool.self, from: node).command
    }

    /// The names on the way to it: `keyshift`, `ledger`, `verify`.
    var words: [String] { (superCommands ?? []) + [commandName] }

    /// It and all commands below it, but for the help of the argument parser.
    var all: [CommandOutline] { [self] + (subcommands ?? []).filter { $0.commandName != "help" }.flatMap(\.all) }
}
