import MigrationModel

/// The calls that make a role in another account, which only the role of an identity may take.
struct TargetRoleCalls {
    private let target: TargetRole
    private let calls: IdentityCalls

    init(_ target: TargetRole, _ calls: IdentityCalls) {
        self.target = target
        self.calls = calls
    }

    var procedure: StepProcedure {
        guard let trust = TrustPolicy(ofTargetOf: calls.identity, in: calls.cluster) else { return StepProcedure() }
        // IAM refuses a principal that it does not know, as it does for some seconds after it was made.
        let role = RoleCalls(
            role: target.role, arn: AWSNames.role(target, in: calls.cluster), trust: trust.compact,
            aws: CloudWords(aws: target.account, for: calls.identity.cluster, calls.context),
            lagging: ["MalformedPolicyDocument"])
        return StepProcedure(
            apply: role.create(with: calls.own), undo: role.delete(with: calls.own),
            byHand: calls.own.isEmpty ? ["Attach what its services need to the role \(target.role)."] : [])
    }
}
