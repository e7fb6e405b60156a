import ArgumentParser

/// What kubectl offers behind `kubectl keyshift` when somebody presses the tab key.
///
/// For that kubectl starts a program named `kubectl_complete-keyshift`, which may be a link to this one, with the words that were
/// typed, and reads lines `WORD<tab>DESCRIPTION` and a last line `:DIRECTIVE`
/// ([plugin completion](https://github.com/kubernetes/sample-cli-plugin#shell-completion),
/// [directives](https://github.com/spf13/cobra/blob/main/completions.go)).
struct PluginCompletion {
    /// What a shell does with the lines, and what it offers besides.
    enum Directive: Int {
        /// Files as well.
        case files = 0
        /// Nothing else.
        case nothing = 4
        /// Folders as well.
        case folders = 16
    }

    private let typed: String
    private var command: CommandOutline
    /// The option whose value is typed.
    private var option: CommandOutline.Argument?
    /// How many arguments stand before by their places.
    private var places = 0

    /// Goes through what was typed.
    ///
    /// - Parameters:
    ///   - words: the words behind `kubectl keyshift`, of which the last is not complete, and may be empty.
    ///   - program: the program.
    init(of words: [String], in program: CommandOutline) {
        typed = words.last ?? ""
        command = program
        for word in words.dropLast() { pass(word) }
    }

    private mutating func pass(_ word: String) {
        if option != nil {
            option = nil
        } else if word.hasPrefix("-") {
            let named = (command.arguments ?? []).first { ($0.names ?? []).contains { $0.text == word } }
            option = named?.kind == "option" ? named : nil
        } else if places == 0, let next = subcommands.first(where: { $0.commandName == word }) {
            command = next
        } else {
            places += 1
        }
    }

    private var subcommands: [CommandOutline] {
        (command.subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay != false }
    }

    /// The lines, the directive last.
    var lines: [String] {
        let (words, directive) = offers
        return words.filter { $0.word.hasPrefix(typed) }.map { offer in
            offer.words.isEmpty ? offer.word : "\(offer.word)\t\(offer.words)"
        } + [":\(directive.rawValue)"]
    }

    private var offers: (words: [(word: String, words: String)], directive: Directive) {
        let arguments = (command.arguments ?? []).filter(\.shouldDisplay)
        if let option { return values(of: option) }
        if typed.hasPrefix("-") {
            let names: [(word: String, words: String)] = arguments.flatMap { argument in
                (argument.names ?? []).map { ($0.text, argument.abstract ?? "") }
            }
            return (names, .nothing)
        }
        if !subcommands.isEmpty, places == 0 {
            return (subcommands.map { ($0.commandName, $0.abstract ?? "") }, .nothing)
        }
        let positional = arguments.filter { $0.kind == "positional" }
        guard let place = positional.indices.contains(places) ? positional[places] : positional.last,
            place.isRepeating || places < positional.count
        else { return ([], .nothing) }
        return values(of: place)
    }

    private func values(
        of argument: CommandOutline.Argument
    ) -> (words: [(word: String, words: String)], directive: Directive) {
        guard let kind = argument.completionKind else { return ([], .nothing) }
        let directive: Directive = kind.file != nil ? .files : kind.directory != nil ? .folders : .nothing
        return ((kind.list?.values ?? []).map { ($0, "") }, directive)
    }
}
