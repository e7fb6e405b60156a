import MigrationModel
import StructuredText

/// Deletes former revisions of a workload, of which no Pod is any more, and annotations that repeat its former template.
struct RevisionStep: CallStep {
    private let action: ForgetRevisions
    private let access: KubernetesAccess
    private var workload: ObjectReference { action.workload }

    init(_ action: ForgetRevisions, _ access: KubernetesAccess) {
        self.action = action
        self.access = access
    }

    /// What is left of former templates.
    private struct Leftovers {
        /// The resource that revisions are.
        var resource: String
        var revisions: [String]
        var annotations: [String]
        var isEmpty: Bool { revisions.isEmpty && annotations.isEmpty }
    }

    func preview() async throws(AccessProblem) -> CallPreview {
        let left = try await leftovers()
        for words in commands(left) where !words.contains("annotate") {
            try await access.change(words + ["--dry-run=server"], "\(workload): its revisions could not be deleted")
        }
        return CallPreview(
            isDone: left.isEmpty, words: joined(left),
            difference: left.revisions.map { "- \(left.resource) \($0)" }
                + left.annotations.map { "- /metadata/annotations/\(JSONPointer.token($0))" })
    }

    func make(_ progress: @Sendable (String) -> Void) async throws(AccessProblem) -> Deed {
        let left = try await leftovers()
        for words in commands(left) {
            try await access.change(words, "\(workload): its revisions could not be deleted")
        }
        return left.isEmpty ? .found : .command(joined(left))
    }

    private func joined(_ left: Leftovers) -> [String] { Array(commands(left).joined(separator: [";"])) }

    private func commands(_ left: Leftovers) -> [[String]] {
        var commands: [[String]] = []
        if !left.revisions.isEmpty {
            commands.append(
                access.words.words(
                    ["delete", left.resource] + left.revisions, in: workload.namespace, "--ignore-not-found",
                    "--wait=false"))
        }
        if !left.annotations.isEmpty {
            commands.append(
                access.words.words(
                    ["annotate", KubectlWords.name(workload)] + left.annotations.map { $0 + "-" },
                    in: workload.namespace))
        }
        return commands
    }

    private func leftovers() async throws(AccessProblem) -> Leftovers {
        guard let live = try await access.object(workload) else { throw Drift.missing(workload) }
        let annotations = action.annotations.filter { live.value(at: "/metadata/annotations")?[$0] != nil }
        guard let resource = resource else { return Leftovers(resource: "", revisions: [], annotations: annotations) }
        let uid = live.value(at: "/metadata/uid")?.text ?? ""
        let own = try await access.list(resource, in: workload.namespace).filter { OwnedPods.owner(of: $0) == uid }
        let former = Self.former(own, of: live)
        if let busy = former.first(where: { ($0.value(at: "/status/replicas")?.number ?? 0) > 0 || Self.wants($0) }) {
            throw busyProblem(busy)
        }
        if resource == "controllerrevisions", !former.isEmpty { try await seeUnused(former, uid) }
        let names = former.compactMap { $0.value(at: "/metadata/name")?.text }.sorted()
        return Leftovers(resource: resource, revisions: names, annotations: annotations)
    }

    /// What the controller of a kind keeps; `nil` where it keeps nothing.
    private var resource: String? {
        switch workload.kind {
        case "Deployment", "Rollout": "replicasets"
        case "DeploymentConfig": "replicationcontrollers"
        case "StatefulSet", "DaemonSet": "controllerrevisions"
        default: nil
        }
    }

    private static func wants(_ revision: StructuredValue) -> Bool {
        (revision.value(at: "/spec/replicas")?.number ?? 0) > 0
    }

    /// All but the newest, and but those that a StatefulSet names as the ones of its Pods.
    private static func former(_ own: [StructuredValue], of live: StructuredValue) -> [StructuredValue] {
        let newest = own.map(number).max() ?? 0
        let named = ["/status/currentRevision", "/status/updateRevision"].compactMap { live.value(at: $0)?.text }
        return own.filter { revision in
            number(revision) < newest && !named.contains(revision.value(at: "/metadata/name")?.text ?? "")
        }
    }

    /// The number of a revision: a field of a ControllerRevision, an annotation of others.
    private static func number(_ revision: StructuredValue) -> Int {
        if let number = revision["revision"]?.number { return number }
        let names: Set<String> = [
            "deployment.kubernetes.io/revision", "rollout.argoproj.io/revision",
            "openshift.io/deployment-config.latest-version",
        ]
        let annotation = revision.value(at: "/metadata/annotations")?.members.first { names.contains($0.key) }
        return annotation?.value.text.flatMap { Int($0) } ?? 0
    }

    private func seeUnused(_ former: [StructuredValue], _ uid: String) async throws(AccessProblem) {
        // Pods of a StatefulSet have the name of their revision, those of a DaemonSet the hash that it has as well.
        let mark = "/metadata/labels/controller-revision-hash"
        let pods = try await access.list("pods", in: workload.namespace).filter { OwnedPods.owner(of: $0) == uid }
        let used = Set(pods.compactMap { $0.value(at: mark)?.text })
        let busy = former.first { revision in
            [mark, "/metadata/name"].contains { used.contains(revision.value(at: $0)?.text ?? "") }
        }
        if let busy { throw busyProblem(busy) }
    }

    private func busyProblem(_ revision: StructuredValue) -> AccessProblem {
        let name = revision.value(at: "/metadata/name")?.text ?? ""
        return AccessProblem(
            .drifted, "\(workload) still has Pods of its former revision \(name).",
            advice: "Wait until its rollout has ended, or see who has rolled it back, then run this again.")
    }
}
