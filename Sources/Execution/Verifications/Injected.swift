import MigrationModel
import StructuredText

/// Every container of the Pods has what the mechanism injects.
enum Injected: LookingVerification {
    static let verification = Verification.injected

    static func look(_ step: Step, in scene: Scene) async throws(AccessProblem) -> Verdict {
        let documents = try scene.requireDocuments(of: step)
        let found = try await CanaryPods.look(step, scene)
        if let verdict = CanaryPods.verdict(withoutPods: found, "what its Pods get", verification, of: step, scene) {
            return verdict
        }
        let change = scene.change(of: step)
        for pod in found.pods {
            if let gap = CanaryPods.formerness(of: pod, change) { return .former(gap, found.evidence) }
            let account = TemplateSight(value: pod.object.value).accountName
            guard account == documents.identity.serviceAccount else {
                return .violated(
                    "The Pod \(pod.name) runs as the ServiceAccount \(account), not \(documents.identity.serviceAccount).",
                    found.evidence)
            }
        }
        guard documents.identity.mechanism != .gkeWorkloadIdentity else {
            return try await metadata(found, documents, scene)
        }
        let client = try await clientID(documents, scene)
        guard let mark = InjectionMark(documents, client: client) else { return .cannotTell("It injects nothing.") }
        let needed = Set((change?.removals ?? []).map(\.container))
        for pod in found.pods {
            guard let gap = mark.gap(in: pod, needed: needed) else { continue }
            return .violated(
                "The Pod \(pod.name) came up without \(documents.identity.mechanism.words): \(gap).", found.evidence)
        }
        return .satisfied(
            "\(pods(found.pods.count)) what \(documents.identity.mechanism.words) injects, in every container.",
            found.evidence)
    }

    private static func count(_ count: Int) -> String { count == 1 ? "the one Pod does" : "all \(count) Pods do" }

    private static func pods(_ count: Int) -> String { count == 1 ? "The one Pod has" : "All \(count) Pods have" }

    /// The client id in the annotation of the ServiceAccount, which only Azure knows and the binding has written there.
    private static func clientID(_ documents: IdentityDocuments, _ scene: Scene) async throws(AccessProblem) -> String {
        guard documents.identity.mechanism == .aksWorkloadIdentity, let name = documents.annotationName else {
            return ""
        }
        let answer = try await scene.reading(documents.identity.cluster).object(
            ObjectReference(
                apiVersion: "v1", kind: "ServiceAccount", namespace: documents.identity.namespace,
                name: documents.identity.serviceAccount))
        return answer.value.map(SeenObject.init)?.annotation(name) ?? ""
    }

    /// GKE injects nothing: the metadata server of the node answers, unless the Pod has the network of the node.
    ///
    /// See [GKE metadata server](https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity#metadata_server).
    private static func metadata(
        _ found: CanaryPods.Found, _ documents: IdentityDocuments, _ scene: Scene
    ) async throws(AccessProblem) -> Verdict {
        for pod in found.pods {
            if pod.object.spec["hostNetwork"]?.asTruth == true {
                return .violated(
                    "The Pod \(pod.name) has the network of its node, and with it the identity of the node.",
                    found.evidence)
            }
            guard let node = pod.object.spec["nodeName"]?.asText else { continue }
            let reference = ObjectReference(apiVersion: "v1", kind: "Node", name: node)
            // Who may not see nodes has the other checks.
            guard let answer = try? await scene.reading(documents.identity.cluster).object(reference),
                let seen = answer.value.map(SeenObject.init), seen.label(nodeLabel) != "true"
            else { continue }
            return .violated(
                "The node \(node) of the Pod \(pod.name) does not run the metadata server of GKE.",
                found.evidence + [answer.evidence("It does not have the label \(nodeLabel).")])
        }
        return .satisfied(
            "GKE injects nothing: the metadata server answers whatever runs as "
                + "\(documents.identity.namespace)/\(documents.identity.serviceAccount), as \(count(found.pods.count)).",
            found.evidence)
    }

    private static let nodeLabel = "iam.gke.io/gke-metadata-server-enabled"
}
