import MigrationModel
import StructuredText

/// Looks whether a ServiceAccount that a plan makes carries what its predecessor did.
struct ServiceAccountLook {
    private let action: CreateServiceAccount
    private let step: Step
    private let scene: Scene

    init(_ action: CreateServiceAccount, _ step: Step, _ scene: Scene) {
        self.action = action
        self.step = step
        self.scene = scene
    }

    private var reference: ObjectReference {
        ObjectReference(apiVersion: "v1", kind: "ServiceAccount", namespace: action.namespace, name: action.name)
    }

    func verdict() async throws(AccessProblem) -> Verdict {
        let reading = try scene.reading(step.cluster)
        let answer = try await reading.object(reference)
        guard let account = answer.value else {
            return scene.missing(step, "\(reference) is not there.", [answer.evidence("There is no \(reference).")])
        }
        let secrets = (account["imagePullSecrets"]?.asElements ?? []).compactMap { $0["name"]?.asText }
        if let gap = action.pullSecrets.first(where: { !secrets.contains($0) }) {
            return .violated(
                "\(reference) does not have the image pull secret \(gap) of \(action.former).",
                [answer.evidence("It does not name \(gap) among its imagePullSecrets.")])
        }
        guard account["automountServiceAccountToken"]?.asTruth == action.mountsToken else {
            return .violated(
                "\(reference) mounts its token otherwise than \(action.former) does.",
                [answer.evidence("Its automountServiceAccountToken is another one.")])
        }
        var evidence = [answer.evidence("\(reference) is there.")]
        for name in action.bindings {
            let look = try await binding(name, reading)
            evidence.append(look.evidence)
            if !look.isBound { return scene.missing(step, "\(name) does not name \(reference).", evidence) }
        }
        return .satisfied("\(reference) carries what \(action.former) does.", evidence)
    }

    /// Whether a `RoleBinding NAMESPACE/NAME` or `ClusterRoleBinding NAME` names the account.
    private func binding(
        _ words: String, _ reading: any ClusterReading
    ) async throws(AccessProblem) -> (isBound: Bool, evidence: Evidence) {
        let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
        let place = (parts.last ?? "").split(separator: "/", maxSplits: 1).map(String.init)
        let answer = try await reading.object(
            ObjectReference(
                apiVersion: "rbac.authorization.k8s.io/v1", kind: parts.first ?? "",
                namespace: place.count == 2 ? place[0] : nil, name: place.last ?? ""))
        let isBound = (answer.value?["subjects"]?.asElements ?? []).contains { subject in
            subject["kind"]?.asText == "ServiceAccount" && subject["name"]?.asText == action.name
                && subject["namespace"]?.asText ?? place.first == action.namespace
        }
        return (
            isBound, answer.evidence(isBound ? "\(words) names the new one." : "\(words) does not name the new one.")
        )
    }
}
