import MigrationModel

/// `iam/ROLE.trust.json`: who may take each AWS role, to be reviewed and applied as it is; for a role in another account also
/// who may take that one, and the permission to.
enum TrustPolicyFile: PlanFileFamily {
    static func files(_ context: PlanContext) -> [PlanFile] {
        var seen: Set<String> = []
        return context.plan.identities.flatMap { identity -> [PlanFile] in
            guard seen.insert(identity.id).inserted else { return [] }
            let cluster = context.cluster(identity.cluster)
            let all = [
                (path(of: identity, context), context.trust(of: identity)),
                (targetPath(of: identity, context), TrustPolicy(ofTargetOf: identity, in: cluster)),
                (permissionPath(of: identity, context), TrustPolicy(permittingTargetOf: identity, in: cluster)),
            ]
            return all.compactMap { path, policy in policy.map { PlanFile(path: path, contents: $0.text) } }
        }
    }

    /// Who may take the role in another account.
    static func targetPath(of identity: PlannedIdentity, _ context: PlanContext) -> String {
        "iam/\(context.paths.identities[identity.id]).target.trust.json"
    }

    /// That the identity's role may take it.
    static func permissionPath(of identity: PlannedIdentity, _ context: PlanContext) -> String {
        "iam/\(context.paths.identities[identity.id]).take-target.json"
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
}
