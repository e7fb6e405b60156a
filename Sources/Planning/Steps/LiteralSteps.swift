import MigrationModel

/// Moves keys out of Pod templates before anything else happens to a service.
enum LiteralSteps {
    /// Keys that stand in the template itself go into a Secret first, so that every undo finds them in the cluster.
    static func steps(
        for member: ServiceSelection.Member, behind before: String?, _ names: StepNames
    ) -> [Step] {
        let found = containers(of: member)
        return found.map { container in
            let indices = moved(in: member, container)
            let pointer = JSONPointer.pointer(to: container.path) ?? ""
            let action = MoveLiteral(
                workload: member.name, container: container.name, secret: secret(of: member, container.name),
                variables: indices.map { container.environment[$0].name },
                pointers: indices.map { "\(pointer)/env/\($0)" })
            return Step(
                id: names.step(.shift, member, found.count == 1 ? "literal" : "literal-\(container.name)"),
                phase: .shift, cluster: member.cluster.name, service: member.id, action: .moveLiteral(action),
                actor: member.actor, after: before.map { [$0] } ?? [], verifications: action.verifications)
        }
    }

    /// The Secrets that take the literals of a service until their keys are deactivated.
    static func secrets(of member: ServiceSelection.Member) -> [String] {
        containers(of: member).map { secret(of: member, $0.name) }
    }

    /// The Secret that takes the literals of a container.
    static func secret(of member: ServiceSelection.Member, _ container: String) -> String {
        let isOne = containers(of: member).count == 1
        return DerivedNames.formerCredentials(of: member.name, container: isOne ? nil : container)
    }

    /// The entries of a container's `env` that are moved, by position: keys, and the halves beside them.
    static func moved(in member: ServiceSelection.Member, _ container: Container) -> [Int] {
        let own = inline(in: member).filter { $0.container == container.name }
        // An object that is made anew has no template into which anything could go back.
        guard !own.isEmpty, !member.isImmutable, container.role != .ephemeral else { return [] }
        let sighted = Set(
            own.compactMap { one in
                if case .inline(let path) = one.reception {
                    TemplateChanges.variable(at: path, in: container)
                } else {
                    nil
                }
            })
        guard !sighted.isEmpty else { return [] }
        return container.environment.indices.filter { index in
            let entry = container.environment[index]
            guard case .literal(let literal) = entry.source, literal.shape == .present else { return false }
            return sighted.contains(entry.name) || StaticCredentialVariables.all.contains(entry.name)
        }
    }

    /// The keys that stand in the template itself.
    static func inline(in member: ServiceSelection.Member) -> [Consumption] {
        member.consumptions.filter { one in
            if case .inline = one.reception { one.object == member.name && one.container != nil } else { false }
        }
    }

    private static func containers(of member: ServiceSelection.Member) -> [Container] {
        (member.workload?.templates ?? []).flatMap(\.containers).filter { !moved(in: member, $0).isEmpty }
    }
}

extension ServiceSelection.Member {
    /// Whether its template cannot be changed once it is there.
    var isImmutable: Bool { name.kind == "Pod" || name.kind == "Job" && name.apiVersion.hasPrefix("batch/") }
}
