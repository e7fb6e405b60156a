import MigrationModel

/// What a step is about, whichever action it has.
extension Scene {
    /// What the identity of a step has to look like: that of its action, else that of its service.
    func documents(of step: Step) -> IdentityDocuments? {
        let id: String? =
            switch step.action {
            case .createIdentity(let action): action.identity
            case .createTargetRole(let action): action.identity
            case .bindIdentity(let action): action.identity
            default: plan.identities.first { $0.services.contains(step.service) }?.id
            }
        return id.flatMap(procedures.documents)
    }

    /// The same, or the reason why nothing can be told.
    func requireDocuments(of step: Step) throws(AccessProblem) -> IdentityDocuments {
        guard let documents = documents(of: step) else {
            throw AccessProblem(
                .missingValue, "The plan has no identity for \(step.id)",
                advice: "Plan again from a scan of the cluster.")
        }
        return documents
    }

    /// The service of a step.
    func service(of step: Step) -> PlannedService? { plan.services.first { $0.id == step.service } }

    /// The change that moves the service of a step; `nil` for steps of none, and before it is moved.
    func change(of step: Step) -> TemplateChange? {
        switch step.action {
        case .changeWorkload(let action): return action.change
        case .runCanary(let action): return action.change
        case .removeCanary, .forgetRevisions: break
        default: return nil
        }
        for other in plan.steps where other.service == step.service {
            if case .changeWorkload(let action) = other.action { return action.change }
        }
        return nil
    }

    /// Since when the binding of the service's identity was found in force; `nil` where no step of the plan binds it.
    ///
    /// The moment in it is `nil` while the binding is not verified.
    func binding(of step: Step) -> (step: Step, since: Timestamp?)? {
        guard let identity = plan.identities.first(where: { $0.services.contains(step.service) }) else { return nil }
        for other in plan.steps {
            guard case .bindIdentity(let action) = other.action, action.identity == identity.id else { continue }
            let check = state.steps[other.id]?.checks[.identityBound]
            return (other, check.flatMap(\.holdsSince))
        }
        return nil
    }

    /// The keys of a step's service that the migration takes away.
    func retired(of service: PlannedService?) -> Set<KeyName> {
        let retired = Set(plan.keys.lazy.filter { $0.fate == .retire }.map(\.key))
        return Set(service?.keys ?? []).intersection(retired)
    }
}

extension Step {
    /// The workload that it changes; `nil` for steps that change none.
    var workload: ObjectReference? {
        switch action {
        case .moveLiteral(let action): action.workload
        case .runCanary(let action): action.workload
        case .removeCanary(let action): action.workload
        case .changeWorkload(let action): action.workload
        case .forgetRevisions(let action): action.workload
        default: nil
        }
    }

    /// The key that it takes away; `nil` for steps about none.
    var key: KeyName? {
        switch action {
        case .deactivateKey(let action): action.key
        case .deleteKey(let action): action.key
        case .deleteUser(let action): action.key
        default: nil
        }
    }

    /// The workload, or the reason why nothing can be told.
    func requireWorkload() throws(AccessProblem) -> ObjectReference {
        guard let workload else {
            throw AccessProblem(
                .missingValue, "\(id) is about no workload", advice: "Take the verification out of the step.")
        }
        return workload
    }

    /// The key, or the reason why nothing can be told.
    func requireKey() throws(AccessProblem) -> KeyName {
        guard let key else {
            throw AccessProblem(
                .missingValue, "\(id) is about no key", advice: "Take the verification out of the step.")
        }
        return key
    }
}
