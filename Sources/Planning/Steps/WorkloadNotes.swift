import MigrationModel

/// What is particular about a workload, for whoever changes it.
enum WorkloadNotes {
    /// The sentences that apply, and no others.
    static func sentences(
        of member: ServiceSelection.Member, _ change: TemplateChange, _ index: PlanningIndex
    ) -> [String] {
        guard let workload = member.workload else { return [] }
        return replacement(of: workload, member) + budgets(of: member)
            + followers(of: member, index) + owners(of: member) + reach(of: member, change)
            + former(of: member, change, index)
    }

    /// What a person has to settle before the rollout can do what it is for.
    static func approvals(of member: ServiceSelection.Member) -> [Gate] {
        guard let workload = member.workload else { return [] }
        var gates: [Gate] = []
        if isPaused(workload) {
            gates.append(.approval(reason: "it is paused, so nothing rolls out until somebody resumes it"))
        }
        if workload.partition > 0 {
            gates.append(
                .approval(
                    reason:
                        "its partition \(workload.partition) keeps the Pods below that number on the former template, "
                        + "with the key: lower it to 0, or say why they may stay"))
        }
        return gates
    }

    private static func isPaused(_ workload: Workload) -> Bool {
        workload.isIdle && workload.replicas != 0 && workload.object.reference.kind == "Deployment"
    }

    private static func replacement(of workload: Workload, _ member: ServiceSelection.Member) -> [String] {
        var sentences: [String] = []
        if workload.updateStrategy == "Recreate" {
            sentences.append(
                "Its strategy is Recreate: all of its Pods end before the first new one starts, so the rollout and its undo "
                    + "are an outage of one start-up each.")
        }
        if workload.updateStrategy == "OnDelete" {
            sentences.append("Its strategy is OnDelete: a Pod keeps the key until somebody deletes the Pod.")
        }
        if workload.replicas == 0 {
            sentences.append("It is scaled to none: only the canary shows whether it works, so let it do real work.")
        } else if member.name.kind == "StatefulSet", workload.replicas ?? 1 == 1 {
            sentences.append("It has one Pod, which is down while it is replaced, and the canary is the whole of it.")
        }
        if isPaused(workload) {
            sentences.append("It is paused: resume it when the template has changed (`kubectl rollout resume`).")
        }
        if workload.isIdle, !workload.schedule.isEmpty {
            sentences.append(
                "It is suspended: who resumes it after its key is gone has the new template, and only that.")
        }
        return sentences
    }

    private static func budgets(of member: ServiceSelection.Member) -> [String] {
        member.service.disruptionBudgets.map {
            "The PodDisruptionBudget \($0.object.name) (\($0.rule)) binds evictions, such as drains, and not the rollout: a drain "
                + "in the middle of it may have to wait."
        }
    }

    private static func followers(of member: ServiceSelection.Member, _ index: PlanningIndex) -> [String] {
        (index.followers[member.service.name] ?? []).map {
            "\($0) uses this template by `workloadRef`: its controller rolls the change out by its own steps, and its own analysis "
                + "decides; watch it with `kubectl argo rollouts get rollout \($0.name)`."
        }
    }

    private static func owners(of member: ServiceSelection.Member) -> [String] {
        member.service.managers.map { manager in
            let instance = manager.instance.isEmpty ? "" : " (\(manager.instance))"
            return "\(manager.program)\(instance) keeps it as its source says: \(advice(manager.program))"
        }
    }

    private static func advice(_ program: String) -> String {
        switch program {
        case "Helm":
            "make the change in the values of the release where its chart has one (`serviceAccount.name`, `envFrom`, `extraEnv`, "
                + "`existingSecret`, `extraVolumes`), else hand the component of this plan to `helm upgrade` as a post-renderer."
        case "Argo CD", "Flux":
            "name the component of this plan in the kustomization that it builds, or make the same change in its manifests, and "
                + "merge it; a patch of the cluster would be put back."
        case "Terraform": "make the change in the resource that Terraform has of it, and apply that."
        default: "make the change in the object that it reads; a patch of what it makes would be put back."
        }
    }

    /// The identities that its ServiceAccount had before the plan, which it has no more when its Pods run as another one.
    private static func former(
        of member: ServiceSelection.Member, _ change: TemplateChange, _ index: PlanningIndex
    ) -> [String] {
        guard change.serviceAccount != nil else { return [] }
        return (index.federated[member.service.name] ?? []).map { identity in
            let role = identity.principal.isEmpty ? "an identity" : identity.principal
            return
                "Its former ServiceAccount has \(role) by \(identity.mechanism.words) already, as far as nothing comes before it. That "
                + "stays as it is, since the input does not say what it allows: the new one has to allow what is used of it, and "
                + "whoever made it takes it away when nobody needs it."
        }
    }

    private static func reach(of member: ServiceSelection.Member, _ change: TemplateChange) -> [String] {
        var sentences: [String] = []
        if change.template == nil, change.serviceAccount != nil || !change.labels.isEmpty {
            sentences.append(
                "Where a \(member.name.kind) names the ServiceAccount and the labels of its Pods is not known to keyshift: set "
                    + "them by hand, in the same change.")
        }
        if change.removals.contains(where: { $0.role == .ephemeral }) {
            sentences.append("An ephemeral container leaves only with its Pod: delete the Pod.")
        }
        return sentences
    }
}
