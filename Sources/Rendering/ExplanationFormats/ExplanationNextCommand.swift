import MigrationModel

/// The command that a person would most likely type after an explanation.
struct ExplanationNextCommand {
    let explanation: Explanation
    /// The arguments of the scan as typed, with or without `--explain`.
    let arguments: [String]

    /// Why, and the command as a shell takes it: from a key to its first service, else to the same for programs.
    var line: String {
        let repeated = RepeatedArguments(arguments, without: ["--explain"])
        if case .key(let key) = explanation.subject {
            guard let service = explanation.services.first?.service.name.object, !service.name.isEmpty else {
                return "Next, for other programs: \(repeated.command("scan", ["--explain", key.id, "-o", "json"]))"
            }
            return "Next, for all keys of a service: \(repeated.command("scan", ["--explain", service.argument]))"
        }
        return "Next, for all keys: \(repeated.command("scan"))"
    }
}
