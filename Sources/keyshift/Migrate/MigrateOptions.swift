import ArgumentParser

/// Which plan is carried out, by whom, and with what.
struct MigrateOptions: ParsableArguments {
    @Argument(help: "The folder of the plan.", completion: .directory)
    var dir: String

    @Option(help: "The file of the ledger, instead of the one in DIR.", completion: .file())
    var ledger: String?

    @Option(name: .customLong("as"), help: "Your name in the ledger, instead of your login.")
    var user: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("What only you know, such as user-AKIA…=NAME; repeatable.", valueName: "name=value"))
    var givens: [String] = []

    @Flag(name: .shortAndLong, help: "Do not ask before each step; a key is still deleted only with --confirm.")
    var yes = false

    @Flag(name: .customLong("accept-revision"), help: "Go on although the plan was revised since the last run.")
    var acceptsRevision = false

    @Option(
        help: ArgumentHelp("A file with the present time, for rehearsals and tests.", visibility: .hidden),
        completion: .file())
    var clock: String?

    /// The file of the ledger.
    var ledgerPath: String {
        if let ledger { return ledger }
        return folder + "/.keyshift/ledger.db"
    }

    /// The folder without a slash at its end.
    var folder: String { dir.count > 1 && dir.hasSuffix("/") ? String(dir.dropLast()) : dir }

    /// What was given, by name.
    var values: [String: String] {
        Dictionary(
            givens.compactMap { given in
                guard let equals = given.firstIndex(of: "=") else { return nil }
                return (String(given[..<equals]), String(given[given.index(after: equals)...]))
            }, uniquingKeysWith: { $1 })
    }

    func validate() throws {
        for given in givens where !given.contains("=") || given.hasPrefix("=") {
            throw ValidationError("'\(given)' is not NAME=VALUE. Write it as user-AKIA…=NAME.")
        }
    }
}
