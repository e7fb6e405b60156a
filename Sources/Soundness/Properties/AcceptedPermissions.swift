import MigrationModel

/// Nothing is moved to an identity whose permissions are drafted, cut or broader than before, until a person has accepted them.
enum AcceptedPermissions: PlanProperty {
    static func violations(of graph: PlanGraph) -> [Violation] {
        var accepted: Set<String> = []
        for step in graph.plan.steps {
            for case .draftAccepted(let identity) in step.gates where step.action.startsPods {
                accepted.insert("\(identity)\u{0}\(step.service)")
            }
        }
        return graph.plan.identities.filter { !$0.permissions.isAccepted }.flatMap { identity in
            identity.services.filter { !accepted.contains("\(identity.id)\u{0}\($0)") }.map { service in
                Violation(
                    property: .contained, service: service,
                    message:
                        "\(identity.role) may be allowed more than what it replaces, or less, and nobody is asked.",
                    advice: "The canary has to wait until a person has accepted the permissions of \(identity.id).")
            }
        }
    }
}

extension Action {
    /// Whether it starts the first Pod with the new identity.
    fileprivate var startsPods: Bool {
        if case .runCanary = self { true } else { false }
    }
}
