import MigrationModel

/// Turns a cone into a model: names become numbers, in the order in which the service meets them.
struct ModelBuilder {
    private let graph: PlanGraph
    private let cone: Cone
    private var keys = Interner<KeyName>()
    private var parts = Interner<Part>()
    private var accounts = Interner<Entity.Account>()
    private var identities = Interner<Principal>()
    private var issuers = Interner<Entity>()
    private var bindings = Interner<Binding>()
    private var edits: [[TemplateEdit]] = []

    /// What is removed together of a carrier.
    struct Part: Hashable {
        var carrier: Entity.Carrier
        /// `nil` for all of it.
        var entries: [String]?
    }

    /// An identity of the plan, or one that is there.
    enum Principal: Hashable {
        case planned(String)
        case given(Mechanism, String)
    }

    private struct Binding: Hashable {
        var account: Int
        var mechanism: Mechanism
    }

    init(_ graph: PlanGraph, _ cone: Cone) {
        self.graph = graph
        self.cone = cone
    }

    /// The model with the names of its steps; `nil` when a service is changed in more ways than can be told apart.
    mutating func model() -> Model? {
        edits = cone.workloads.map { edits(of: $0) }
        guard edits.allSatisfy({ $0.count <= 6 }) else { return nil }
        var model = Model()
        collectParts()
        model.workloads = cone.workloads.indices.map { workload($0) }
        let places = Dictionary(uniqueKeysWithValues: cone.steps.enumerated().map { ($1, $0) })
        model.steps = cone.steps.map { step($0, places) }
        model.keys = keys.names.count
        model.parts = parts.names.map { ModelPart(isPresent: !graph.made.contains($0.carrier)) }
        model.accounts = accounts.names.map { graph.isThere($0) }
        model.bindings = bindings.names.map { binding in
            let principal = graph.accounts[accounts.names[binding.account]]?.principals[binding.mechanism]
            return ModelBinding(
                account: binding.account, mechanism: binding.mechanism,
                identity: principal.map { identities.number(.given(binding.mechanism, $0)) })
        }
        model.identities = identities.names.map { identity($0) }
        model.issuers = issuers.names.map { !graph.issuers.contains($0) }
        return model.fits ? model : nil
    }

    /// What the numbers of the model stand for; asked for when it is built.
    var names: ModelNames {
        ModelNames(
            workload: cone.workloads.first, edits: edits.first ?? [], steps: cone.steps, keys: keys.names,
            parts: parts.names.map(\.carrier), accounts: accounts.names, identities: identities.names)
    }

    // MARK: Services

    private func edits(of workload: WorldWorkload) -> [TemplateEdit] {
        let own = Entity.WorkloadID(cluster: workload.cluster, object: workload.object)
        var found = Interner<TemplateEdit>()
        for step in graph.writers[.workload(own)] ?? [] {
            for case let edit? in graph.plan.steps[step].action.behaviour.changes.map(\.templateEdit) {
                _ = found.number(edit)
            }
        }
        return found.names
    }

    /// What steps remove or make, so that everything that is referred to can be said in these.
    private mutating func collectParts() {
        for place in cone.steps {
            let step = graph.plan.steps[place]
            for change in step.action.behaviour.changes {
                switch change {
                case .makeSecret(let object, _): _ = part(object, nil, step.cluster)
                case .remove(let object, let entries): _ = part(object, entries, step.cluster)
                default: break
                }
            }
        }
    }

    private mutating func part(_ object: ObjectReference, _ entries: [String]?, _ cluster: String) -> Int? {
        Entity.Carrier(cluster: cluster, object).map { parts.number(Part(carrier: $0, entries: entries)) }
    }

    private mutating func workload(_ index: Int) -> ModelWorkload {
        let workload = cone.workloads[index]
        let edits = edits[index]
        var versions: [ModelTemplate] = []
        for mask in 0..<(1 << edits.count) {
            guard var template = workload.templates.first else { continue }
            for (place, edit) in edits.enumerated() where mask & 1 << place != 0 { template = template.applying(edit) }
            versions.append(self.template(template, of: workload))
        }
        let names = (workload.templates.first?.containers ?? []).map(\.name)
        versions += workload.templates.dropFirst().map { self.template($0.ordered(by: names), of: workload) }
        func places(_ standing: WorldTemplate.Standing) -> [Int] {
            workload.templates.indices.dropFirst().filter { workload.templates[$0].standing == standing }
                .map { (1 << edits.count) + $0 - 1 }
        }
        // What a CronJob has of former templates are Jobs, which nobody brings back.
        let keepsRevisions = workload.object.keepsRevisions
        return ModelWorkload(
            versions: versions, edits: edits.count,
            shifts: Set(
                edits.indices.filter {
                    if case .shift = edits[$0] { true } else { false }
                }),
            isOwned: workload.isOwned, keepsRevisions: keepsRevisions, kept: keepsRevisions ? places(.kept) : [],
            lingering: keepsRevisions ? [] : places(.kept), running: places(.running))
    }

    private mutating func template(_ template: WorldTemplate, of workload: WorldWorkload) -> ModelTemplate {
        let account = Entity.Account(
            cluster: workload.cluster, namespace: workload.object.namespace ?? "", name: template.serviceAccount)
        let number = accounts.number(account)
        for mechanism in (graph.accounts[account]?.principals.keys).map(Array.init) ?? [] {
            _ = bindings.number(Binding(account: number, mechanism: mechanism))
        }
        return ModelTemplate(
            account: number, template: PodTemplate(labels: template.labels, annotations: template.annotations),
            reachesGoogleMetadata: template.reachesGoogleMetadata, nodeIdentities: template.nodeIdentities,
            containers: template.containers.map { container($0, template, workload) })
    }

    private mutating func container(
        _ container: WorldContainer, _ template: WorldTemplate, _ workload: WorldWorkload
    ) -> ModelContainer {
        let isNamed = template.annotations.values.contains { $0.contains(container.name) }
        var seen = Container(name: isNamed ? container.name : "", role: container.role)
        seen.environment = container.variables.filter { !$0.isFromAll }
            .map { EnvironmentEntry(name: $0.name, source: .other) }
        return ModelContainer(
            container: seen, families: container.families,
            variables: container.variables.filter { !$0.isOwn }.map { variable in
                ModelVariable(
                    name: variable.name, shape: variable.shape, text: variable.text,
                    source: variable.source.map { source($0, workload) }, keys: variable.keys.map { keys.number($0) })
            },
            properties: container.properties,
            files: container.files.map { file in
                ModelFile(
                    path: file.path, contents: file.contents, source: file.source.map { source($0, workload) },
                    audience: file.audience, keys: file.keys.map { keys.number($0) })
            }, unknownFolders: container.unknownFolders, uses: uses(of: container, workload))
    }

    /// Keys in places at which no SDK looks, so that the application must.
    private mutating func uses(of container: WorldContainer, _ workload: WorldWorkload) -> [ModelUse] {
        let own = container.variables.filter { $0.isOwn && !$0.keys.isEmpty }.map { ($0.keys, $0.source) }
        let files = container.files.filter { $0.contents == .other && !$0.keys.isEmpty }.map { ($0.keys, $0.source) }
        return (own + files + container.uses.map { ($0.keys, $0.source) }).compactMap { keys, source in
            guard let first = keys.first else { return nil }
            return ModelUse(
                provider: first.kind.provider, keys: keys.map { self.keys.number($0) },
                source: source.map { self.source($0, workload) })
        }
    }

    private func source(_ source: WorldSource, _ workload: WorldWorkload) -> ModelSource {
        let carrier = Entity.Carrier(
            cluster: workload.cluster, kind: source.kind, namespace: workload.object.namespace ?? "",
            name: source.object)
        let covering = parts.names.indices.filter { place in
            let part = parts.names[place]
            return part.carrier == carrier && part.entries?.contains(source.entry) ?? true
        }
        return ModelSource(parts: covering, optional: source.optional)
    }

    // MARK: Identities

    private mutating func identity(_ principal: Principal) -> ModelIdentity {
        switch principal {
        case .given(let mechanism, _):
            return ModelIdentity(mechanism: mechanism, subjects: [], isGiven: true, issuer: nil)
        case .planned(let id):
            let planned = graph.identities[id]
            let issuer = planned.map { Entity.issuer(cluster: $0.cluster, account: $0.account) }
            let isAwaited = planned?.mechanism == .irsa && issuer.map(graph.issuers.contains) == true
            return ModelIdentity(
                mechanism: planned?.mechanism ?? .irsa,
                subjects: Set((graph.subjects[id] ?? []).compactMap { accounts.known($0) }), isGiven: false,
                issuer: isAwaited ? issuer.map { issuers.number($0) } : nil)
        }
    }

    // MARK: Steps

    private mutating func step(_ place: Int, _ places: [Int: Int]) -> ModelStep {
        let step = graph.plan.steps[place]
        let behaviour = step.action.behaviour
        let isBySource = step.actor != .keyshift
        let changes = behaviour.changes.flatMap { change($0, of: step, isBySource: isBySource) }
        let reversal = graph.reversal(of: step).map { $0.flatMap { change($0, of: step, isBySource: isBySource) } }
        let isCanary = if case .runCanary = step.action { true } else { false }
        return ModelStep(
            changes: changes, reversal: reversal, after: graph.ancestors(of: place, in: places, limit: 64),
            verifications: Set(step.verifications),
            awaitsPropagation: step.gates.contains { if case .propagation = $0 { true } else { false } },
            workload: changes.lazy.compactMap(\.workload).first, isCanary: isCanary)
    }

    /// A change in numbers; none when it concerns nothing of the cone.
    private mutating func change(_ change: WorldChange, of step: Step, isBySource: Bool) -> [ModelChange] {
        switch change {
        case .edit(let object, let edit):
            return edited(object, edit, step) { isBySource ? [.editSource($0, $1), .edit($0, $1)] : [.edit($0, $1)] }
        case .revert(let object, let edit):
            return edited(object, edit, step) {
                isBySource ? [.revertSource($0, $1), .revert($0, $1)] : [.revert($0, $1)]
            }
        case .startCanary(let object, let edit): return edited(object, edit, step) { [.startCanary($0, $1)] }
        case .awaitPods(let object): return workload(object, step).map { [.awaitPods($0)] } ?? []
        case .stopCanary(let object): return workload(object, step).map { [.stopCanary($0)] } ?? []
        case .forgetRevisions(let object): return workload(object, step).map { [.forgetRevisions($0)] } ?? []
        case .deactivate(let key): return keys.known(key).map { [.deactivate($0)] } ?? []
        case .activate(let key): return keys.known(key).map { [.activate($0)] } ?? []
        case .delete(let key): return keys.known(key).map { [.delete($0)] } ?? []
        case .deleteUser(let key): return keys.known(key).map { [.deleteUser($0)] } ?? []
        case .makeSecret, .deleteSecret, .keepCopy, .dropCopy, .remove, .restore: return carrierChange(change, step)
        default: return identityChange(change, step)
        }
    }

    private func workload(_ object: ObjectReference, _ step: Step) -> Int? {
        cone.workloads.firstIndex { $0.cluster == step.cluster && $0.object == object }
    }

    private func edited(
        _ object: ObjectReference, _ edit: TemplateEdit, _ step: Step, _ change: (Int, Int) -> [ModelChange]
    ) -> [ModelChange] {
        guard let workload = workload(object, step), let number = edits[workload].firstIndex(of: edit) else {
            return []
        }
        return change(workload, number)
    }

    private func carrierChange(_ change: WorldChange, _ step: Step) -> [ModelChange] {
        func numbers(_ object: ObjectReference) -> [Int] {
            guard let carrier = Entity.Carrier(cluster: step.cluster, object) else { return [] }
            return parts.names.indices.filter { parts.names[$0].carrier == carrier }
        }
        switch change {
        case .makeSecret(let object, _): return numbers(object).map { .add(part: $0) }
        case .deleteSecret(let object): return numbers(object).map { .drop(part: $0) }
        case .keepCopy(let object): return numbers(object).map { .keepCopy(part: $0) }
        case .dropCopy(let object): return numbers(object).map { .dropCopy(part: $0) }
        case .restore(let object): return numbers(object).map { .restore(part: $0) }
        case .remove(let object, let entries):
            guard let carrier = Entity.Carrier(cluster: step.cluster, object) else { return [] }
            return parts.known(Part(carrier: carrier, entries: entries)).map { [.remove(part: $0)] } ?? []
        default: return []
        }
    }

    private mutating func identityChange(_ change: WorldChange, _ step: Step) -> [ModelChange] {
        switch change {
        case .trustIssuer(let account):
            return [.trust(issuer: issuers.number(.issuer(cluster: step.cluster, account: account)))]
        case .distrustIssuer(let account):
            return [.distrust(issuer: issuers.number(.issuer(cluster: step.cluster, account: account)))]
        case .makeIdentity(let id): return [.makeIdentity(identities.number(.planned(id)))]
        case .grantPermissions(let id): return [.grant(identities.number(.planned(id)))]
        case .revokePermissions(let id): return [.revoke(identities.number(.planned(id)))]
        case .deleteIdentity(let id): return [.deleteIdentity(identities.number(.planned(id)))]
        case .makeAccount(let namespace, let name):
            return account(step, namespace, name).map { [.makeAccount($0)] } ?? []
        case .deleteAccount(let namespace, let name):
            return account(step, namespace, name).map { [.deleteAccount($0)] } ?? []
        case .bind(let namespace, let name, let id):
            return binding(step, namespace, name, id).map { [.bind($0, identity: identities.number(.planned(id)))] }
                ?? []
        case .unbind(let namespace, let name, let id):
            return binding(step, namespace, name, id).map { [.unbind($0, identity: identities.number(.planned(id)))] }
                ?? []
        default: return []
        }
    }

    private func account(_ step: Step, _ namespace: String, _ name: String) -> Int? {
        accounts.known(Entity.Account(cluster: step.cluster, namespace: namespace, name: name))
    }

    private mutating func binding(_ step: Step, _ namespace: String, _ name: String, _ identity: String) -> Int? {
        account(step, namespace, name).map { account in
            bindings.number(Binding(account: account, mechanism: graph.identities[identity]?.mechanism ?? .irsa))
        }
    }
}

extension WorldTemplate {
    /// The template with its containers in the order of another version of it; what that one does not have comes last.
    fileprivate func ordered(by names: [String]) -> WorldTemplate {
        var copy = self
        let own = Dictionary(containers.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        copy.containers =
            names.map { own[$0] ?? WorldContainer(name: $0) }
            + containers.filter { !names.contains($0.name) }
        return copy
    }
}

extension ModelChange {
    /// The workload whose Pods it is about.
    var workload: Int? {
        switch self {
        case .edit(let workload, _), .editSource(let workload, _), .startCanary(let workload, _),
            .forgetRevisions(let workload):
            workload
        default: nil
        }
    }
}
