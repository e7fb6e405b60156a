import MigrationModel
import StructuredText

/// Finds out whom Pods are to AWS.
struct AWSCaller {
    private let step: Step
    private let scene: Scene
    private let documents: IdentityDocuments
    private let found: CanaryPods.Found

    init(_ step: Step, _ scene: Scene, _ documents: IdentityDocuments, _ found: CanaryPods.Found) {
        self.step = step
        self.scene = scene
        self.documents = documents
        self.found = found
    }

    /// More Pods would have the same answer.
    private static let podLimit = 3

    func verdict() async throws(AccessProblem) -> Verdict {
        var evidence = found.evidence
        var isAsked = false
        for pod in found.pods.filter(\.isLiving).prefix(Self.podLimit) {
            guard let answer = await ask(pod) else { break }
            evidence.append(answer.evidence("The container is \(answer.value)."))
            guard isMeant(answer.value) else {
                return .violated("The Pod \(pod.name) is \(answer.value), not \(documents.principal).", evidence)
            }
            isAsked = true
        }
        if isAsked {
            return .satisfied(
                "The aws command line in \(found.pods.count == 1 ? "the Pod" : "the Pods") is \(documents.principal).",
                evidence)
        }
        return try await lastUse(evidence)
    }

    /// What the command line in the container says; `nil` where it has none, or nothing can be run in it.
    ///
    /// See [get-caller-identity](https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html), which needs no
    /// permission.
    private func ask(_ pod: PodSight) async -> Observed<String>? {
        let change = scene.change(of: step)
        let moved = change?.removals.first { $0.role == .main }?.container
        let first = pod.object.spec["containers"]?.asElements.first?["name"]?.asText
        guard let programs = scene.programs, let container = moved ?? first else { return nil }
        let words = KubectlWords(context: scene.planned(step.cluster)?.context ?? "").exec(
            ["aws", "sts", "get-caller-identity", "--output", "json"], in: container, of: pod.name,
            step.workload?.namespace)
        let answer = await programs.run(Invocation("kubectl", Array(words.dropFirst()), patience: 20_000))
        guard answer.isSuccess, let arn = ObservedDocument.reading(answer.output)?["Arn"]?.asText, !arn.isEmpty else {
            return nil
        }
        return Observed(arn, source: words.joined(separator: " "), time: scene.now)
    }

    /// A session of the role, or of the one in another account that it takes.
    private func isMeant(_ arn: String) -> Bool {
        let session = RoleName(arn)
        return ([documents.principal] + [documents.target?.principal].compactMap(\.self)).contains {
            RoleName($0) == session
        }
            && arn.contains(":assumed-role/")
    }

    /// See [last accessed information](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_access-advisor.html):
    /// it comes with a delay.
    private func lastUse(_ evidence: [Evidence]) async throws(AccessProblem) -> Verdict {
        let role = RoleName(documents.principal)
        guard documents.identity.services.count < 2 else {
            return .people(
                "Nothing can be run in the Pods, and other services have the role \(role.name) as well.", evidence)
        }
        let aws = try await scene.aws(account: role.account, cluster: step.cluster)
        let answer = try await aws.require(["iam", "get-role", "--role-name", role.name], "The role \(role.name)")
        let used = answer.value["Role"]?["RoleLastUsed"]?["LastUsedDate"]?.asText.flatMap(ObservedTime.reading)
        let started = found.pods.compactMap(\.started).min()
        guard let used, let started, used >= started else {
            return .people(
                "Nothing can be run in the Pods, and IAM does not know of a use of the role \(role.name) since they run.",
                evidence + [answer.evidence(used.map { "It was last used at \($0.text)." } ?? "It says no last use.")])
        }
        return .satisfied(
            "The role \(role.name), which only these Pods may take, was used at \(used.text), since they run.",
            evidence + [answer.evidence("It was last used at \(used.text).")])
    }
}
