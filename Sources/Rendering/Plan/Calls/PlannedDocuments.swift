import MigrationModel
internal import StructuredText

/// What an identity of a plan has to look like.
struct PlannedDocuments {
    private let identity: PlannedIdentity
    private let context: PlanContext

    init(_ identity: PlannedIdentity, _ context: PlanContext) {
        self.identity = identity
        self.context = context
    }

    private var cluster: ClusterConfiguration { context.cluster(identity.cluster) }

    var documents: IdentityDocuments {
        switch identity.mechanism.provider {
        case .aws: aws
        case .google: google
        case .azure: azure
        }
    }

    private var aws: IdentityDocuments {
        let arn = AWSNames.role(identity, in: cluster)
        let isIRSA = identity.mechanism == .irsa
        let permit = TrustPolicy(permittingTargetOf: identity, in: cluster).map {
            [IdentityDocuments.Policy(name: TargetRoleCommands.policy, document: $0.compact)]
        }
        return IdentityDocuments(
            identity: identity, principal: arn,
            issuerProvider: isIRSA ? AWSNames.provider(cluster, account: identity.account) : "",
            trust: context.trust(of: identity)?.compact ?? "", policies: permit ?? policies(of: arn),
            boundary: identity.permissions.boundary, annotationName: isIRSA ? IRSACommands.annotation : nil,
            annotationValue: isIRSA ? arn : "", subject: subject, target: target)
    }

    private var target: IdentityDocuments.Target? {
        guard let target = identity.target, let trust = TrustPolicy(ofTargetOf: identity, in: cluster) else {
            return nil
        }
        let arn = AWSNames.role(target, in: cluster)
        return IdentityDocuments.Target(principal: arn, trust: trust.compact, policies: policies(of: arn))
    }

    private func policies(of arn: String) -> [IdentityDocuments.Policy] {
        identity.permissions.policies.map { policy in
            switch policy.form {
            case .inline:
                IdentityDocuments.Policy(name: policy.name, document: document(policy))
            case .managed:
                IdentityDocuments.Policy(
                    name: policy.name, arn: RoleCalls.arn(of: policy.name, besides: arn), document: document(policy))
            case .existing: IdentityDocuments.Policy(name: policy.name, arn: policy.arn)
            }
        }
    }

    private func document(_ policy: PlannedPolicy) -> String { policy.document.map { MachineText.line($0.json) } ?? "" }

    private var subject: String { "system:serviceaccount:\(identity.namespace):\(identity.serviceAccount)" }

    /// A ServiceAccount that acts as itself must not have the annotation.
    private var google: IdentityDocuments {
        let email = GoogleNames.email(identity)
        if identity.isPrincipal {
            let principal = GoogleNames.principal(identity, cluster)
            return IdentityDocuments(identity: identity, principal: principal, subject: principal)
        }
        return IdentityDocuments(
            identity: identity, principal: email, annotationName: GoogleCommands.annotation, annotationValue: email,
            subject: GoogleNames.member(identity, cluster))
    }

    private var azure: IdentityDocuments {
        IdentityDocuments(
            identity: identity, principal: identity.role, annotationName: AzureCommands.annotation, subject: subject)
    }
}
