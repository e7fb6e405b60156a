import MigrationModel

/// Works out what has to leave a Pod template together with a key, and what has to stay.
struct TemplateChanges {
    private let contents: [WorkloadName: CarrierContents]

    init(_ index: PlanningIndex) { contents = index.contents }

    /// The change for one service.
    func change(for member: ServiceSelection.Member, to identity: PlannedIdentity) -> TemplateChange {
        var draft = TemplateDraft(member)
        setIdentity(identity, in: &draft)
        let own = member.consumptions.filter { $0.object == member.name || member.workload == nil }
        for consumption in own { add(consumption, to: &draft) }
        VolumeChanges(contents).add(own, to: &draft)
        addCompanions(to: &draft)
        draft.change.removals = Self.unique(draft.change.removals)
        draft.change.keeps = Self.unique(draft.change.keeps)
        return draft.change
    }

    private func setIdentity(_ identity: PlannedIdentity, in draft: inout TemplateDraft) {
        let template = draft.member.workload?.templates.first
        if identity.serviceAccount != identity.formerServiceAccount {
            draft.change.serviceAccount = identity.serviceAccount
            if let template, template.namesServiceAccount {
                draft.change.formerServiceAccount = template.serviceAccount
            }
        }
        guard identity.mechanism == .aksWorkloadIdentity else { return }
        // https://azure.github.io/azure-workload-identity/docs/topics/service-account-labels-and-annotations.html
        draft.change.labels["azure.workload.identity/use"] = "true"
        guard let template, !template.labels.isEmpty else { return }
        draft.change.formerLabels = template.labels.filter { draft.change.labels[$0.key] != nil }
    }

    private func add(_ consumption: Consumption, to draft: inout TemplateDraft) {
        let container = consumption.container ?? ""
        guard let spot = draft.spot(container) else {
            return draft.leave(consumption.words, in: container)
        }
        switch consumption.reception {
        case .variable(let name), .expansion(let name, _): draft.removeVariable(name, of: spot)
        case .environmentFrom:
            guard let carrier = consumption.carrier else { return }
            removeOrigin(carrier, of: spot, in: &draft)
        case .inline(let path):
            if let name = Self.variable(at: path, in: spot.container) {
                draft.removeVariable(name, of: spot)
            } else {
                draft.leave(path.description, in: container)
            }
        case .volume, .projected, .subPath: break
        case .argument, .csi, .imagePull, .serviceAccount, .customResource:
            draft.leave(consumption.words, in: container)
        }
    }

    /// Removes every entry of `envFrom` that names a carrier, and keeps what else came with it.
    private func removeOrigin(
        _ carrier: ObjectReference, of spot: TemplateDraft.Spot, in draft: inout TemplateDraft
    ) {
        let own = spot.container.environmentFrom
        for (index, entry) in own.enumerated() where entry.object == carrier.name && entry.kind.rawValue == carrier.kind
        {
            draft.remove(
                .environmentFrom, entry.object, of: spot, "envFrom", at: index, entry: EntryManifests.origin(entry))
            KeptVariables(contents).add(entry, at: index, of: carrier, spot, to: &draft)
        }
    }

    /// Variables that make no sense without the key: its secret half, and whatever names the file that leaves.
    private func addCompanions(to draft: inout TemplateDraft) {
        let touched = Set(draft.change.removals.map(\.container))
        let losesFile = Set(draft.change.removals.filter { $0.kind == .mount }.map(\.container))
        let narrowed = Set(draft.change.removals.filter { $0.kind == .files }.map(\.name))
        for spot in draft.spots {
            let container = spot.container
            let volumes = narrowed.intersection(container.mounts.map(\.volume))
            guard touched.contains(container.name) || !volumes.isEmpty else { continue }
            removeHidden(of: spot, in: &draft)
            let losesProfiles =
                losesFile.contains(container.name)
                || volumes.contains { !hasProfiles(beside: $0, of: spot.template, draft.member) }
            for name in Set(container.environment.map(\.name)).sorted() {
                let leaves =
                    StaticCredentialVariables.all.contains(name)
                    || losesProfiles && StaticCredentialVariables.locators.contains(name)
                    || !volumes.isEmpty && StaticCredentialVariables.keyFileLocators.contains(name)
                if leaves { draft.removeVariable(name, of: spot) }
            }
        }
    }

    /// Removes entries of `envFrom` whose keys something later overrides so far: they would count as soon as that does not.
    private func removeHidden(of spot: TemplateDraft.Spot, in draft: inout TemplateDraft) {
        let received = Set(draft.member.consumptions.compactMap(\.carrier))
        let covered = spot.container.environmentFrom.compactMap { hidden($0, draft.member) }
        for carrier in received.union(covered).sorted() { removeOrigin(carrier, of: spot, in: &draft) }
    }

    /// The carrier of an entry of `envFrom` that brings credentials of any key.
    private func hidden(_ entry: EnvironmentFrom, _ member: ServiceSelection.Member) -> ObjectReference? {
        let carrier = ObjectReference(
            apiVersion: "v1", kind: entry.kind.rawValue, namespace: member.name.namespace, name: entry.object)
        let entries = contents[WorkloadName(input: member.service.name.input, object: carrier)]?.entries ?? [:]
        return entries.keys.contains { StaticCredentialVariables.all.contains(entry.prefix + $0) } ? carrier : nil
    }

    /// Whether a file with profiles of an AWS SDK stays in a volume beside the one that leaves.
    private func hasProfiles(
        beside volume: String, of template: PodTemplate, _ member: ServiceSelection.Member
    ) -> Bool {
        let sources = template.volumes.first { $0.name == volume }?.sources ?? []
        return sources.contains { source in
            guard case .carrier(let files) = source else { return false }
            let carrier = ObjectReference(
                apiVersion: "v1", kind: files.kind.rawValue, namespace: member.name.namespace, name: files.object)
            let leaving = Set(member.consumptions.filter { $0.carrier == carrier }.compactMap(\.entry))
            let entries = contents[WorkloadName(input: member.service.name.input, object: carrier)]?.entries ?? [:]
            return entries.contains { name, entry in
                if case .profiles = entry.file { !leaving.contains(name) } else { false }
            }
        }
    }

    /// The variable whose literal stands at a path.
    static func variable(at path: ValuePath, in container: Container) -> String? {
        let start = container.path.steps + [.field("env")]
        guard path.steps.starts(with: start), path.steps.count > start.count,
            case .index(let index) = path.steps[start.count], container.environment.indices.contains(index)
        else { return nil }
        return container.environment[index].name
    }

    private static func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
        var seen: Set<Element> = []
        return elements.filter { seen.insert($0).inserted }
    }
}

extension Consumption {
    /// What a person looks for: the argument, the path or the way.
    fileprivate var words: String { reception.target.isEmpty ? reception.name : reception.target }
}
