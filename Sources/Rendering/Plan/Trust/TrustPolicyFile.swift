import MigrationModel

/// `iam/ROLE.trust.json`: who may take each AWS role, to be reviewed and applied as it is.
enum TrustPolicyFile: PlanFileFamily {
    static func files(_ context: PlanContext) -> [PlanFile] {
        var seen: Set<String> = []
        return context.plan.identities.compactMap { identity in
            guard seen.insert(identity.id).inserted, let policy = context.trust(of: identity) else { return nil }
            return PlanFile(path: path(of: identity, context), contents: policy.text)
        }
    }

    static func path(of identity: PlannedIdentity, _ context: PlanContext) -> String {
        "iam/\(context.paths.identities[identity.id]).trust.json"
    }
}

extension PlanContext {
    /// The trust policy of an identity; `nil` for other clouds.
    func trust(of identity: PlannedIdentity) -> TrustPolicy? {
        TrustPolicy(identity, in: cluster(identity.cluster), subjects: subjects(of: identity))
    }

    /// The tokens that may take an identity.
    func subjects(of identity: PlannedIdentity) -> [String] {
        for step in plan.steps {
            if case .createIdentity(let action) = step.action, action.identity == identity.id { return action.subjects }
        }
        return ["system:serviceaccount:\(identity.namespace):\(identity.serviceAccount)"]
    }
}
