/// What `gcloud` and `az` take, as far as plans use them, from their references, since neither tool is at hand.
///
/// See <https://cloud.google.com/sdk/gcloud/reference> and <https://learn.microsoft.com/cli/azure/reference-index>.
enum CloudToolGrammar {
    /// One command of a tool.
    struct Command {
        /// How many arguments it takes besides options.
        var arguments = 0...0
        /// Options that have to be there.
        var needs: Set<String> = []
        /// Options that take a value and may be there.
        var takes: Set<String> = []
        /// Options without a value.
        var switches: Set<String> = []
        /// Options of which exactly one has to be there.
        var oneOf: Set<String> = []
    }

    /// Options that every command of a tool takes.
    private static let everywhere: [String: Command] = [
        "gcloud": Command(
            takes: ["--project", "--configuration", "--format", "--flatten", "--account"], switches: ["--quiet"]),
        "az": Command(takes: ["--subscription", "--output", "--query"], switches: ["--only-show-errors"]),
    ]

    private static let listing: Set<String> = ["--filter", "--limit", "--page-size", "--sort-by"]
    private static let account = Command(arguments: 1...1)
    private static let key = Command(arguments: 1...1, needs: ["--iam-account"])
    private static let binding = Command(arguments: 1...1, needs: ["--member", "--role"], takes: ["--condition"])
    private static let identity = Command(needs: ["--name", "--resource-group"])
    private static let credential = Command(needs: ["--name", "--identity-name", "--resource-group"])
    private static let application = Command(needs: ["--id"])

    static let commands: [String: Command] = [
        "gcloud iam service-accounts create": Command(arguments: 1...1, takes: ["--description", "--display-name"]),
        "gcloud iam service-accounts delete": account,
        "gcloud iam service-accounts describe": account,
        "gcloud iam service-accounts get-iam-policy": Command(arguments: 1...1, takes: listing),
        "gcloud iam service-accounts add-iam-policy-binding": binding,
        "gcloud iam service-accounts remove-iam-policy-binding": binding,
        "gcloud iam service-accounts keys list": Command(
            needs: ["--iam-account"], takes: listing.union(["--managed-by", "--created-before"])),
        "gcloud iam service-accounts keys disable": key,
        "gcloud iam service-accounts keys enable": key,
        "gcloud iam service-accounts keys delete": key,
        "gcloud storage hmac describe": account,
        "gcloud storage hmac delete": account,
        "gcloud storage hmac update": Command(arguments: 1...1, oneOf: ["--activate", "--deactivate"]),
        "gcloud storage hmac list": Command(
            takes: listing.union(["--service-account"]), switches: ["--all", "--long"]),
        "gcloud projects get-iam-policy": Command(arguments: 1...1, takes: listing),
        "gcloud asset search-all-iam-policies": Command(
            takes: listing.union(["--scope", "--query", "--asset-types", "--order-by"])),
        "gcloud logging read": Command(arguments: 0...1, takes: ["--limit", "--freshness", "--order"]),
        "az identity create": Command(needs: ["--name", "--resource-group"], takes: ["--location", "--tags"]),
        "az identity show": identity,
        "az identity delete": identity,
        "az identity federated-credential create": Command(
            needs: ["--name", "--identity-name", "--resource-group", "--issuer", "--subject"], takes: ["--audiences"]),
        "az identity federated-credential show": credential,
        "az identity federated-credential delete": Command(needs: credential.needs, switches: ["--yes"]),
        "az identity federated-credential list": Command(needs: ["--identity-name", "--resource-group"]),
        "az aks show": identity,
        "az role assignment list": Command(
            takes: ["--assignee", "--scope", "--role"], switches: ["--all", "--include-groups", "--include-inherited"]),
        "az ad app show": application,
        "az ad app delete": application,
        "az ad app credential list": Command(needs: ["--id"], switches: ["--cert"]),
        "az ad app credential delete": Command(needs: ["--id", "--key-id"], switches: ["--cert"]),
        "az ad app federated-credential list": application,
        "az ad app permission list": application,
        "az storage account keys renew": Command(needs: ["--account-name", "--key"], takes: ["--resource-group"]),
    ]

    /// What is wrong with a command line; `nil` where nothing is.
    static func problem(of words: [String]) -> String? {
        guard let name = name(of: words), let command = commands[name], let common = everywhere[words[0]] else {
            return "no such command: \(words.prefix(5).joined(separator: " "))"
        }
        let valued = command.needs.union(command.takes).union(common.takes)
        let bare = command.switches.union(command.oneOf).union(common.switches)
        var rest = words.dropFirst(name.split(separator: " ").count)
        var (seen, arguments) = ([String](), 0)
        while let word = rest.popFirst() {
            guard word.hasPrefix("-") else {
                arguments += 1
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let hasValue = parts.count == 2 || valued.contains(word) && rest.popFirst() != nil
            guard hasValue ? valued.contains(parts[0]) : bare.contains(word) else { return "\(name): \(word)" }
            seen.append(parts[0])
        }
        guard command.arguments.contains(arguments) else { return "\(name): \(arguments) arguments" }
        guard Set(seen).count == seen.count else { return "\(name): an option twice" }
        guard command.needs.isSubset(of: seen) else { return "\(name): \(command.needs.subtracting(seen).sorted())" }
        let choices = command.oneOf.intersection(seen).count
        return command.oneOf.isEmpty || choices == 1 ? nil : "\(name): \(choices) of \(command.oneOf.sorted())"
    }

    /// The longest name of a command with which the words begin.
    static func name(of words: [String]) -> String? {
        (2...5).reversed().lazy.map { words.prefix($0).joined(separator: " ") }.first { commands[$0] != nil }
    }
}
