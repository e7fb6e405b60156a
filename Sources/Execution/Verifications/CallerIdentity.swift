import MigrationModel
import StructuredText

/// A Pod really is the new identity.
///
/// What the application's own SDK uses, nothing outside of it can tell for certain. What is taken for it: the answer of the cloud to
/// a command line inside of the container, else that a role which only these Pods may take was used since they run.
enum CallerIdentity: LookingVerification {
    static let verification = Verification.callerIdentity

    static func look(_ step: Step, in scene: Scene) async throws(AccessProblem) -> Verdict {
        let documents = try scene.requireDocuments(of: step)
        let found = try await CanaryPods.look(step, scene)
        if let verdict = CanaryPods.verdict(withoutPods: found, "whom its Pods are", verification, of: step, scene) {
            return verdict
        }
        let change = scene.change(of: step)
        for pod in found.pods {
            if let gap = CanaryPods.formerness(of: pod, change) { return .former(gap, found.evidence) }
            // A Pod that is still starting can be asked nothing; one of a Job is never ready for long.
            if pod.isLiving, !pod.isReady, !pod.object.owners.contains(where: { $0.name.hasPrefix("Job/") }) {
                let trouble = pod.trouble.map { ": " + $0 } ?? ""
                return .notYet("The Pod \(pod.name) is not ready\(trouble).", found.evidence)
            }
        }
        guard scene.programs != nil else {
            return .people("A dump does not show whom a Pod is to its cloud.", found.evidence)
        }
        switch documents.identity.mechanism.provider {
        case .aws: return try await AWSCaller(step, scene, documents, found).verdict()
        case .google: return try await logged(documents, found, scene)
        case .azure:
            return .people(
                "Azure tells nobody but the Pod itself whom it is: see the sign-ins of \(documents.principal).",
                found.evidence)
        }
    }

    /// See [audit logs](https://cloud.google.com/logging/docs/audit): most calls that only read are not in them.
    private static func logged(
        _ documents: IdentityDocuments, _ found: CanaryPods.Found, _ scene: Scene
    ) async throws(AccessProblem) -> Verdict {
        let identity = documents.identity
        let field = identity.isPrincipal ? "principalSubject" : "principalEmail"
        let since = found.pods.compactMap(\.started).min()?.text ?? scene.now.text
        let answer = try await scene.google(cluster: identity.cluster).require(
            [
                "logging", "read",
                "protoPayload.authenticationInfo.\(field)=\"\(identity.isPrincipal ? documents.subject : documents.principal)\""
                    + " AND timestamp>=\"\(since)\"", "--project=\(identity.account)", "--limit=5",
            ], "The calls of \(documents.principal)")
        guard !answer.value.asElements.isEmpty else {
            return .people(
                "The logs have no call of \(documents.principal) since its Pods run; most calls are not logged.",
                found.evidence + [answer.evidence("There is no entry since \(since).")])
        }
        return .satisfied(
            "\(documents.principal) has called since its Pods run.",
            found.evidence + [answer.evidence("There is an entry since \(since).")])
    }
}
