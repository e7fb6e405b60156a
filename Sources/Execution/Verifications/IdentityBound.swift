import MigrationModel
import StructuredText

/// ServiceAccount and identity are bound; of a new ServiceAccount, that it carries what the former one did.
enum IdentityBound: LookingVerification {
    static let verification = Verification.identityBound

    static func look(_ step: Step, in scene: Scene) async throws(AccessProblem) -> Verdict {
        if case .createServiceAccount(let action) = step.action {
            return try await ServiceAccountLook(action, step, scene).verdict()
        }
        let documents = try scene.requireDocuments(of: step)
        switch documents.identity.mechanism {
        case .irsa: return try await annotated(documents, documents.annotationValue, step, scene)
        case .eksPodIdentity: return try await associated(documents, step, scene)
        case .gkeWorkloadIdentity: return try await google(documents, step, scene)
        case .aksWorkloadIdentity: return try await azure(documents, step, scene)
        }
    }

    /// The annotation of the ServiceAccount has a value, or with `nil` is not there.
    private static func annotated(
        _ documents: IdentityDocuments, _ value: String?, _ step: Step, _ scene: Scene
    ) async throws(AccessProblem) -> Verdict {
        let identity = documents.identity
        let reference = ObjectReference(
            apiVersion: "v1", kind: "ServiceAccount", namespace: identity.namespace, name: identity.serviceAccount)
        let answer = try await scene.reading(identity.cluster).object(reference)
        guard let account = answer.value.map(SeenObject.init) else {
            return scene.missing(step, "\(reference) is not there.", [answer.evidence("There is no \(reference).")])
        }
        let name = documents.annotationName ?? googleAnnotation
        let found = account.annotation(name).flatMap { $0.isEmpty ? nil : $0 }
        guard let value else {
            return found == nil
                ? .satisfied("\(reference) acts by its own name.", [answer.evidence("It has no annotation \(name).")])
                : .violated(
                    "\(reference) has the annotation \(name), with which it acts as another identity\(account.managedBy).",
                    [answer.evidence("It has the annotation \(name).")])
        }
        guard let found else {
            return scene.missing(
                step, "\(reference) does not have the annotation \(name)\(account.managedBy).",
                [answer.evidence("It has no annotation \(name).")])
        }
        guard found == value else {
            return .violated(
                "\(reference) is annotated with another identity than \(value)\(account.managedBy).",
                [answer.evidence("Its annotation \(name) is another one.")])
        }
        return .satisfied(
            "\(reference) is annotated with \(value).", [answer.evidence("Its annotation \(name) is \(value).")])
    }

    private static let googleAnnotation = "iam.gke.io/gcp-service-account"

    private static func associated(
        _ documents: IdentityDocuments, _ step: Step, _ scene: Scene
    ) async throws(AccessProblem) -> Verdict {
        let identity = documents.identity
        let region = scene.planned(identity.cluster)?.region ?? ""
        let place = (region.isEmpty ? [] : ["--region", region]) + ["--cluster-name", identity.cluster]
        let what = "The association of \(identity.namespace)/\(identity.serviceAccount)"
        let aws = try await scene.aws(
            account: scene.planned(identity.cluster)?.account ?? "", cluster: identity.cluster)
        let list = try await aws.require(
            ["eks", "list-pod-identity-associations"] + place
                + ["--namespace", identity.namespace, "--service-account", identity.serviceAccount], what)
        guard let id = list.value["associations"]?.asElements.first?["associationId"]?.asText else {
            return scene.missing(
                step, "\(identity.namespace)/\(identity.serviceAccount) has no Pod Identity association.",
                [list.evidence("There is no association of this ServiceAccount.")])
        }
        let answer = try await aws.require(
            ["eks", "describe-pod-identity-association"] + place + ["--association-id", id], what)
        let association = answer.value["association"] ?? .null
        let (role, target) = (association["roleArn"]?.asText ?? "", association["targetRoleArn"]?.asText)
        let shown = answer.evidence("The association \(id) is with \(role)\(target.map { ", and takes \($0)" } ?? "").")
        guard role == documents.principal, target == documents.target?.principal else {
            return .violated("\(what) is with \(role), and not as planned.", [shown])
        }
        return .satisfied("\(what) is with \(role).", [shown])
    }

    private static func google(
        _ documents: IdentityDocuments, _ step: Step, _ scene: Scene
    ) async throws(AccessProblem) -> Verdict {
        guard !documents.identity.isPrincipal else { return try await annotated(documents, nil, step, scene) }
        let bound = try await annotated(documents, documents.principal, step, scene)
        guard bound.result == .satisfied else { return bound }
        let look = try await GoogleGrants.look(documents, scene)
        let isGranted = (look.value ?? []).contains {
            $0.role == GoogleGrant.userRole && $0.member == documents.subject && !$0.isConditional
        }
        guard isGranted else {
            return scene.missing(
                step, "\(documents.subject) may not act as \(documents.principal).",
                bound.evidence + [look.evidence("It does not have \(GoogleGrant.userRole).")])
        }
        return .satisfied(
            bound.reason, bound.evidence + [look.evidence("\(documents.subject) has \(GoogleGrant.userRole).")])
    }

    private static func azure(
        _ documents: IdentityDocuments, _ step: Step, _ scene: Scene
    ) async throws(AccessProblem) -> Verdict {
        let identity = try await AzureFederation.identity(documents, scene)
        guard let client = identity.value?["clientId"]?.asText else {
            return scene.missing(
                step, "The managed identity \(documents.principal) is not there.",
                [identity.evidence("There is no managed identity \(documents.principal).")])
        }
        let bound = try await annotated(documents, client, step, scene)
        guard bound.result == .satisfied else { return bound }
        let look = try await AzureFederation.look(documents, scene)
        guard (look.value ?? []).contains(where: { $0.isPlanned(documents, in: scene) }) else {
            return scene.missing(
                step, "\(documents.principal) has no federated credential for \(documents.subject).",
                bound.evidence + [look.evidence("There is none for this subject, issuer and audience.")])
        }
        return .satisfied(
            bound.reason, bound.evidence + [look.evidence("There is a federated credential for \(documents.subject).")])
    }
}
