import MigrationModel

/// No identity that nobody is asked about may do more than what was accepted when the plan was made.
///
/// Accepted is what is within the policies of the key's user, what a person gave for the service, and drafts that the configuration
/// accepts. Whoever widens a policy in `plan.yaml` afterwards is told, and so is who marks a draft as accepted there.
enum ContainedPermissions: PlanProperty {
    static func violations(of graph: PlanGraph) -> [Violation] {
        // Plans that were written without it are proven as they were.
        guard let permissions = graph.world.permissions else { return [] }
        let limits = Dictionary(permissions.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
        return graph.plan.identities.filter(\.permissions.isAccepted).compactMap { identity in
            let limit = limits[identity.id] ?? WorldPermissions(identity: identity.id)
            guard let excess = excess(of: WorldPermissions(of: identity), beyond: limit) else { return nil }
            return Violation(
                property: .contained, service: identity.services.first ?? "",
                message: "\(identity.role) may do more than was accepted when the plan was made: \(excess).",
                advice:
                    "The canary has to wait until a person has accepted the permissions of \(identity.id) (isAccepted: false, with "
                    + "the gate draftAccepted); or plan again with the wider policy in keyshift.yaml.")
        }
    }

    /// The first thing that is allowed beyond a limit, in words.
    private static func excess(of own: WorldPermissions, beyond limit: WorldPermissions) -> String? {
        if let arn = own.existing.first(where: { !limit.existing.contains($0) }) { return "the policy \(arn)" }
        if !limit.boundary.isEmpty, own.boundary != limit.boundary {
            return "it is no longer bounded by \(limit.boundary)"
        }
        // Mostly nothing was changed, and policies are compared statement by statement.
        guard own.policies != limit.policies,
            let first = PolicyContainment(limit.policies).excess(of: own.policies).first
        else { return nil }
        return
            "\(first.actions.patterns.joined(separator: ", ")) on \(first.resources.patterns.joined(separator: ", "))"
    }
}
