/// The arguments of a command as typed, so that the next command can repeat them with another format or subject.
struct RepeatedArguments {
    private var options: [String] = []
    /// What follows `--`.
    private var files: [String] = []

    /// - Parameters:
    ///   - arguments: as typed.
    ///   - dropped: options with a value that the next command does not repeat, besides the format.
    init(_ arguments: [String], without dropped: [String] = []) {
        let dropped = ["-o", "--output"] + dropped
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--" {
                files = ["--"] + rest
                return
            } else if dropped.contains(argument) {
                _ = rest.popFirst()
            } else if !argument.hasPrefix("-o"), !dropped.contains(where: { argument.hasPrefix($0 + "=") }) {
                options.append(argument)
            }
        }
    }

    /// The command as a shell takes it.
    func command(_ name: String, _ added: [String] = []) -> String {
        (["keyshift", name] + (options + added + files).map(ShellWord.quoted)).joined(separator: " ")
    }
}
