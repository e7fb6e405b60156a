import MigrationModel

/// What to watch for with one service: only what applies to it.
enum RunbookWarnings {
    static func text(of service: PlannedService, _ steps: [Step], _ context: PlanContext) -> String {
        let facts = RunbookFacts(service, steps, context)
        let sentences = all.flatMap { $0(facts) }
        guard !sentences.isEmpty else { return "" }
        return "## What to watch for\n\n" + sentences.map { "- \($0)\n" }.joined()
    }

    /// Each finds out whether it applies; a new warning is a function and a line here.
    private static let all: [@Sendable (RunbookFacts) -> [String]] = [
        KindWarnings.sentences, ChangeWarnings.containers, ChangeWarnings.byHand, ChangeWarnings.region,
        ChangeWarnings.account, MechanismWarnings.sentences, ManagerWarnings.sentences, KeyWarnings.sentences,
    ]
}

/// What warnings depend on.
struct RunbookFacts: Sendable {
    let service: PlannedService
    let identity: PlannedIdentity?
    let change: TemplateChange
    let isSwitch: Bool
    let sharesKey: Bool

    init(_ service: PlannedService, _ steps: [Step], _ context: PlanContext) {
        self.service = service
        identity = context.identity(of: service.id)
        var change = TemplateChange()
        var isSwitch = false
        for step in steps {
            if case .changeWorkload(let action) = step.action { change = action.change }
            if case .bindIdentity(let action) = step.action { isSwitch = isSwitch || action.isSwitch }
        }
        self.change = change
        self.isSwitch = isSwitch
        sharesKey = service.keys.contains { (context.key($0)?.services.count ?? 0) > 1 }
    }
}

/// What follows from the kind of the workload.
enum KindWarnings {
    static func sentences(_ facts: RunbookFacts) -> [String] {
        let namespace = MarkdownText.code(facts.service.workload.namespace ?? "")
        switch facts.service.workload.kind {
        case "CronJob":
            return [
                "It proves itself only when it runs: the wait before the key is deleted has to cover its schedule, and its "
                    + "being suspended."
            ]
        case "Job":
            return ["The template of a Job cannot be changed: a running Job keeps the key until it is made anew."]
        case "StatefulSet":
            return [
                "Its Pods are replaced one by one, the highest number first. A `partition` stops the rollout half-way; with "
                    + "the strategy OnDelete nothing is replaced until Pods are deleted.", budget(namespace),
            ]
        case "DaemonSet":
            return [
                "The rollout touches every node, a few at a time, and may take hours; with the strategy OnDelete nothing is "
                    + "replaced until Pods are deleted."
            ]
        case "Deployment", "ReplicaSet", "ReplicationController":
            return [
                "The canary has the labels of the other Pods and receives a share of their traffic.", budget(namespace),
            ]
        default:
            return ["It is of a kind that keyshift writes no patch for: change its template by hand as the steps say."]
        }
    }

    private static func budget(_ namespace: String) -> String {
        "Rollouts do not wait for a PodDisruptionBudget, evictions do: see which there are in \(namespace) before Pods are "
            + "restarted in another way."
    }
}

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
        guard facts.change.removals.contains(where: { $0.kind == .byHand || $0.kind == .environmentFrom }) else {
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

/// What follows from the mechanism.
enum MechanismWarnings {
    static func sentences(_ facts: RunbookFacts) -> [String] {
        guard let mechanism = facts.identity?.mechanism else { return [] }
        var sentences: [String] = []
        if facts.isSwitch {
            sentences.append(
                "The binding alone is the switch: every Pod that is created after it has the new identity, before the key "
                    + "has left.")
        }
        switch mechanism {
        case .irsa:
            sentences.append(
                "A Pod that was created before the annotation was seen starts without the role and without an error, and may "
                    + "work as the node: look at the ARN of the caller, not at success.")
        case .eksPodIdentity:
            sentences.append(
                "Pods that are created in the first seconds of the association miss it until they are created anew, and may "
                    + "work as the node meanwhile: look at the ARN of the caller, not at success.")
            sentences.append(
                "`NO_PROXY` has to hold `169.254.170.23` where a proxy is set, or tokens are sent to the proxy.")
        case .gkeWorkloadIdentity:
            sentences.append(
                "While `GOOGLE_APPLICATION_CREDENTIALS` is set, it comes first; without its file it is an error. The metadata "
                    + "server may not answer in the first seconds of a Pod.")
        case .aksWorkloadIdentity:
            sentences.append(
                "`AZURE_CLIENT_SECRET` comes first, and with the new client id it fails: it has to leave with the same "
                    + "rollout that brings the label. With the label, no Pod starts while the webhook is down.")
        }
        return sentences
    }
}

/// What follows from whoever else writes the objects.
enum ManagerWarnings {
    static func sentences(_ facts: RunbookFacts) -> [String] {
        guard facts.service.delivery == .gitOps else { return [] }
        return [
            "Something else keeps its objects (Helm, Argo CD, Flux or an operator) and would put a patch back: make each "
                + "change where that reads it; keyshift waits until the cluster shows it.",
            "After the key is deactivated, rolling back to a release from before the move brings a dead key back.",
        ]
    }
}

/// What follows from the keys.
enum KeyWarnings {
    static func sentences(_ facts: RunbookFacts) -> [String] {
        var sentences: [String] = []
        if facts.sharesKey {
            sentences.append("Other services have its key, too: it is deleted behind the last of them.")
        }
        guard facts.service.keys.contains(where: { $0.kind.provider == .aws }) else { return sentences }
        sentences.append(
            "Policies of buckets, keys and queues that name the IAM user have to name the role as well, and "
                + "`${aws:username}` is empty for a role. Presigned URLs last no longer than the role's session.")
        return sentences
    }
}
