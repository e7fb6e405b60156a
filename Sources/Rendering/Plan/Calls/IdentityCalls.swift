import MigrationModel

/// The calls that make an identity in its cloud, and take it away again.
struct IdentityCalls {
    let identity: PlannedIdentity
    let context: PlanContext

    init(_ identity: PlannedIdentity, _ context: PlanContext) {
        self.identity = identity
        self.context = context
    }

    var cluster: ClusterConfiguration { context.cluster(identity.cluster) }
    var kubectl: Kubectl { context.kubectl(identity.cluster) }
    /// Whether Terraform makes what the cloud keeps.
    var isInTerraform: Bool { context.configuration.preferences.infrastructure == .terraform }
    /// The ServiceAccount that Pods run as after the move.
    var serviceAccount: ObjectReference {
        ObjectReference(
            apiVersion: "v1", kind: "ServiceAccount", namespace: identity.namespace, name: identity.serviceAccount)
    }

    /// Makes it and gives it what it may do, as far as the plan knows.
    var create: StepProcedure {
        switch identity.mechanism.provider {
        case .aws: aws
        case .google: google
        case .azure: azure
        }
    }

    private var aws: StepProcedure {
        guard let trust = context.trust(of: identity) else { return StepProcedure() }
        let arn = AWSNames.role(identity, in: cluster)
        let role = RoleCalls(
            role: identity.role, arn: arn, trust: trust.compact, boundary: identity.permissions.boundary,
            aws: CloudWords(aws: identity.account, for: identity.cluster, context))
        let permit = TrustPolicy(permittingTargetOf: identity, in: cluster)
        let policies = permit.map { [RoleCalls.Policy(TargetRoleCommands.policy, $0.compact)] } ?? own
        return StepProcedure(
            apply: role.create(with: policies), undo: role.delete(with: policies),
            byHand: policies.isEmpty ? ["Attach what its services need to the role \(identity.role)."] : [])
    }

    /// The policies that the plan has for it.
    var own: [RoleCalls.Policy] { identity.permissions.policies.map(RoleCalls.Policy.init) }

    private var google: StepProcedure {
        guard !identity.isPrincipal else { return StepProcedure(byHand: [grant]) }
        let (gcloud, email) = (CloudWords(google: cluster), GoogleNames.email(identity))
        let project = "--project=\(identity.account)"
        let describe = gcloud.words("iam", "service-accounts", "describe", email, project, "--format=value(email)")
        let create = CloudCall(
            words: gcloud.words("iam", "service-accounts", "create", identity.role, project),
            inspection: CloudCall.Inspection(words: describe, expected: email),
            doneCodes: ["ALREADY_EXISTS"], absentCodes: ["NOT_FOUND"])
        let delete = CloudCall(
            words: gcloud.words("iam", "service-accounts", "delete", email, project, "--quiet"),
            inspection: CloudCall.Inspection(words: describe, expected: ""),
            doneCodes: ["NOT_FOUND"], absentCodes: ["NOT_FOUND"])
        return StepProcedure(apply: [.cloud(create)], undo: [.cloud(delete)], byHand: [grant])
    }

    private var azure: StepProcedure {
        let az = CloudWords(azure: cluster)
        let place = ["--name", identity.role, "--resource-group", identity.account]
        let show = az.words(["identity", "show"] + place + ["--query", "name", "--output", "tsv"])
        let location = cluster.region.isEmpty ? [] : ["--location", cluster.region]
        let create = CloudCall(
            words: az.words(["identity", "create"] + place + location + ["--output", "none"]),
            inspection: CloudCall.Inspection(words: show, expected: identity.role),
            absentCodes: ["ResourceNotFound"])
        let delete = CloudCall(
            words: az.words(["identity", "delete"] + place),
            inspection: CloudCall.Inspection(words: show, expected: ""),
            doneCodes: ["ResourceNotFound"], absentCodes: ["ResourceNotFound"])
        return StepProcedure(apply: [.cloud(create)], undo: [.cloud(delete)], byHand: [grant])
    }

    /// Only a person can say which of the roles of the old identity the new one needs.
    private var grant: String {
        let users = identity.permissions.users
        let old = users.isEmpty ? "the identity that the key belongs to" : users.joined(separator: ", ")
        let new =
            identity.mechanism.provider == .google ? GoogleNames.grantee(identity, cluster) : identity.role
        return "Grant \(new) the roles that \(old) has and its services need."
    }
}
