import MigrationModel

/// `iam/ROLE.policy.json`: what each AWS role may do, to be reviewed and applied as it is; a folder `iam/ROLE/` for several.
enum PermissionPolicyFile: PlanFileFamily {
    static func files(_ context: PlanContext) -> [PlanFile] {
        var seen: Set<String> = []
        return context.plan.identities.flatMap { identity -> [PlanFile] in
            guard seen.insert(identity.id).inserted else { return [] }
            return identity.permissions.policies.compactMap { policy in
                guard let document = policy.document, let path = path(of: policy, identity, context),
                    seen.insert(path.lowercased()).inserted
                else { return nil }
                return PlanFile(path: path, contents: document.text)
            }
        }
    }

    /// Where a policy is, relative to the folder of the plan; `nil` for one that exists in the cloud already.
    static func path(of policy: PlannedPolicy, _ identity: PlannedIdentity, _ context: PlanContext) -> String? {
        guard policy.document != nil else { return nil }
        let role = "iam/\(context.paths.identities[identity.id])"
        let isAlone = identity.permissions.policies.count { $0.document != nil } == 1
        return isAlone ? "\(role).policy.json" : "\(role)/\(SafePath.part(policy.name)).policy.json"
    }
}
