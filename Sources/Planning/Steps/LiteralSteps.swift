import MigrationModel

/// Moves keys out of Pod templates before anything else happens to a service.
enum LiteralSteps {
    /// Keys that stand in the template itself go into a Secret first, so that every undo finds them in the cluster.
    static func steps(
        for member: ServiceSelection.Member, behind before: String?, _ names: StepNames
    ) -> [Step] {
        let containers = Set(inline(in: member).compactMap(\.container)).sorted()
        return containers.map { container in
            let variables =
                member.workload?.templates.flatMap(\.containers).first { $0.name == container }?
                .environment.filter { entry in
                    guard case .literal = entry.source else { return false }
                    return StaticCredentialVariables.all.contains(entry.name)
                }.map(\.name) ?? []
            let action = MoveLiteral(
                workload: member.name, container: container, secret: secret(of: member), variables: variables)
            return Step(
                id: names.step(.shift, member, containers.count == 1 ? "literal" : "literal-\(container)"),
                phase: .shift, cluster: member.cluster.name, service: member.id, action: .moveLiteral(action),
                actor: member.actor, after: before.map { [$0] } ?? [], verifications: action.verifications)
        }
    }

    /// The Secret that takes the literals of a service until their keys are deactivated.
    static func secret(of member: ServiceSelection.Member) -> String { member.name.name + "-former-credentials" }

    /// The keys that stand in the template itself.
    static func inline(in member: ServiceSelection.Member) -> [Consumption] {
        member.consumptions.filter { one in
            if case .inline = one.reception { one.object == member.name && one.container != nil } else { false }
        }
    }
}
