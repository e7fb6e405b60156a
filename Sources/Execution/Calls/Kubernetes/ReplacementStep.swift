import MigrationModel
import StructuredText

/// Has Pods of a workload made anew, one after the other, each when the one before it is ready.
///
/// Pods are evicted, so that PodDisruptionBudgets hold
/// ([API-initiated eviction](https://kubernetes.io/docs/concepts/scheduling-eviction/api-eviction/)).
struct ReplacementStep: CallStep {
    private let replacement: PodReplacement
    private let access: KubernetesAccess
    private var workload: ObjectReference { replacement.workload }
    /// For how long one Pod is waited for, in milliseconds.
    private static let patience = 600_000

    init(_ replacement: PodReplacement, _ access: KubernetesAccess) {
        self.replacement = replacement
        self.access = access
    }

    func preview() async throws(AccessProblem) -> CallPreview {
        guard let owned = try await OwnedPods(of: workload, access) else {
            return CallPreview(isDone: false, words: words("POD"))
        }
        let left = left(in: owned)
        let isDone = left.isEmpty && isWhole(owned)
        return CallPreview(
            isDone: isDone, words: words(left.first?.name ?? "POD"),
            difference: left.flatMap {
                ["- \(pod($0.name)), of the former template", "+ \(pod($0.name)), of the new one"]
            })
    }

    func make(_ progress: @Sendable (String) -> Void) async throws(AccessProblem) -> Deed {
        var deeds: [String] = []
        var (waited, said) = (0, "")
        while true {
            if let owned = try await OwnedPods(of: workload, access) {
                let left = left(in: owned)
                var line = "\(workload): \(owned.pods.count { $0.isCurrent }) of \(owned.wanted) Pods are new"
                if isWhole(owned) {
                    guard let next = left.first else { return deeds.isEmpty ? .found : .command(deeds) }
                    if try await evict(next) {
                        deeds += (deeds.isEmpty ? [] : [";"]) + words(next.name)
                        waited = 0
                    } else {
                        line += "; a PodDisruptionBudget holds \(next.name) back"
                    }
                }
                if line != said { progress(line) }
                said = line
            }
            guard waited < Self.patience else {
                throw AccessProblem(
                    .unavailable,
                    "The Pods of \(workload) were not replaced in \(Self.patience / 60_000) minutes: \(said).",
                    advice: "See what its Pods, or its PodDisruptionBudget, wait for, then run this again.")
            }
            try await access.pause(RolloutStep.pause, for: "\(workload)")
            waited += RolloutStep.pause
        }
    }

    /// The Pods that are still to be replaced.
    private func left(in owned: OwnedPods) -> [OwnedPods.Pod] {
        let former = owned.pods.filter { !$0.isCurrent }
        if replacement.isOne { return former.count < owned.pods.count ? [] : Array(former.prefix(1)) }
        return replacement.pod.isEmpty ? former : former.filter { $0.name == replacement.pod }
    }

    /// Whether every Pod is there and ready, so that the next one may go; one of the former template that is not gains by it.
    private func isWhole(_ owned: OwnedPods) -> Bool {
        owned.pods.count >= owned.wanted && owned.pods.allSatisfy { $0.isReady || !$0.isCurrent }
    }

    private func pod(_ name: String) -> String { "Pod \(workload.namespace ?? "")/\(name)" }

    private func path(_ name: String) -> String {
        "/api/v1/namespaces/\(workload.namespace ?? "default")/pods/\(name)/eviction"
    }

    private func words(_ name: String) -> [String] {
        access.words.words(["create", "--raw", path(name)], in: nil, "-f", "-")
    }

    /// Evicts a Pod; false when a budget does not allow it yet.
    private func evict(_ pod: OwnedPods.Pod) async throws(AccessProblem) -> Bool {
        let body: StructuredValue = [
            "apiVersion": .string(try await evictionVersion()), "kind": "Eviction",
            "metadata": ["name": .string(pod.name), "namespace": .string(workload.namespace ?? "default")],
            // Another Pod of the name is none that anybody looked at.
            "deleteOptions": ["preconditions": ["uid": .string(pod.uid)]],
        ]
        let what = "\(self.pod(pod.name)) could not be evicted"
        let input = Array(JSONWriter.text(for: body, pretty: false).utf8)
        let answer = await access.programs.run(
            Invocation("kubectl", Array(words(pod.name).dropFirst()), input: input))
        guard let failure = KubectlFailure(answer) else { return true }
        switch failure.reason {
        case .server("NotFound"), .server("Conflict"): return true
        case .server("TooManyRequests"): return false
        case .server("Forbidden"): return try await delete(pod, failure.problem(what, access.cluster))
        default: throw failure.problem(what, access.cluster)
        }
    }

    /// Who may not evict may perhaps delete, which is the same where no budget counts the Pod.
    private func delete(_ pod: OwnedPods.Pod, _ problem: AccessProblem) async throws(AccessProblem) -> Bool {
        let budgets = try await access.list("poddisruptionbudgets.policy", in: workload.namespace)
        guard !budgets.contains(where: { Self.counts($0, pod) }) else { throw problem }
        let object = ObjectReference(apiVersion: "v1", kind: "Pod", namespace: workload.namespace, name: pod.name)
        try await access.change(
            access.words.of(object, "delete", "--ignore-not-found", "--wait=false"),
            "\(object) could not be deleted")
        return true
    }

    /// Whether a budget counts a Pod; one with expressions is taken to.
    private static func counts(_ budget: StructuredValue, _ pod: OwnedPods.Pod) -> Bool {
        guard let selector = budget.value(at: "/spec/selector") else { return false }
        if !(selector["matchExpressions"]?.elements ?? []).isEmpty { return true }
        return (selector["matchLabels"]?.members ?? []).allSatisfy { pod.labels[$0.key] == $0.value }
    }

    /// `policy/v1`, or `policy/v1beta1` before Kubernetes 1.22: the API server says which.
    private func evictionVersion() async throws(AccessProblem) -> String {
        let resources = try await access.raw("/api/v1")["resources"]?.elements ?? []
        let eviction = resources.first { $0["name"]?.text == "pods/eviction" }
        return "policy/" + (eviction?["version"]?.text ?? "v1")
    }
}
