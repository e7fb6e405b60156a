import MigrationModel

/// What follows from the change of the template.
enum ChangeWarnings {
    static func containers(_ facts: RunbookFacts) -> [String] {
        var seen: Set<String> = []
        let names = (facts.change.removals.map(\.container) + facts.change.keeps.map(\.container))
            .filter { !$0.isEmpty && seen.insert($0).inserted }
        guard names.count > 1 else { return [] }
        return [
            "Several containers change, \(Wording.list(names.map(MarkdownText.code))): each has its own SDK, and each has to "
                + "be checked."
        ]
    }

    static func byHand(_ facts: RunbookFacts) -> [String] {
        guard facts.change.removals.contains(where: { $0.kind == .byHand || $0.pointer.isEmpty }) else {
            return []
        }
        return ["The patch file does not do everything: what the steps call by hand has to be changed with it."]
    }

    static func region(_ facts: RunbookFacts) -> [String] {
        guard facts.identity?.mechanism.provider == .aws else { return [] }
        let kept = Set(facts.change.keeps.map(\.name))
        guard facts.change.removals.contains(where: { $0.kind != .variable && $0.kind != .volume }) || !kept.isEmpty
        else { return [] }
        if kept.isDisjoint(with: ["AWS_REGION", "AWS_DEFAULT_REGION"]) {
            return [
                "See where the region comes from: if it left with the key, set `AWS_REGION` and `AWS_DEFAULT_REGION` in `env`; "
                    + "boto3 reads the second only, and the webhook injects the cluster's region where `env` names neither."
            ]
        }
        return [
            "The region came with the key and is kept in `env`, where it comes before what the webhook would inject."
        ]
    }

    static func account(_ facts: RunbookFacts) -> [String] {
        guard let account = facts.change.serviceAccount else { return [] }
        return [
            "With the ServiceAccount \(MarkdownText.code(account)) whatever names the former one is lost: RoleBindings of "
                + "other namespaces, Vault roles, AuthorizationPolicies, NetworkPolicies, admission rules, other clouds' "
                + "trust."
        ]
    }
}
