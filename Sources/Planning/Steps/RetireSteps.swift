import MigrationModel

/// Takes carriers away and revokes keys, when every service of a key is moved.
struct RetireSteps {
    private let input: PlanningInput
    private let index: PlanningIndex
    private let services: ServiceSelection
    private let fates: KeyFates
    private let clusters: ClusterAssignment
    private let names: StepNames

    init(
        _ input: PlanningInput, _ index: PlanningIndex, _ services: ServiceSelection, _ fates: KeyFates,
        _ clusters: ClusterAssignment, _ names: StepNames
    ) {
        self.input = input
        self.index = index
        self.services = services
        self.fates = fates
        self.clusters = clusters
        self.names = names
    }

    /// The steps: former revisions, carriers, keys, and last the copies of the carriers.
    func steps() -> [Step] {
        let retired = Dictionary(uniqueKeysWithValues: fates.retired.map { ($0.key, $0) })
        let members = Dictionary(services.members.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let leaving = services.members.filter {
            ($0.isMoved || $0.isRemembering) && !$0.keys.allSatisfy { retired[$0] == nil }
        }
        let revisions = leaving.compactMap { ForgottenRevisions.step(for: $0, names, soakHours) }
        let forgotten = Dictionary(revisions.map { ($0.service, $0.id) }, uniquingKeysWith: { first, _ in first })
        let carriers = carriers(of: retired)
        var removals: [(step: Step, keys: [KeyName])] = carriers.map { (removal($0, members, forgotten), $0.keys) }
        for member in leaving {
            let keys = Set(LiteralSteps.inline(in: member).map(\.key)).filter { retired[$0] != nil }.sorted()
            for secret in LiteralSteps.secrets(of: member) where !keys.isEmpty {
                removals.append((literalRemoval(member, secret, forgotten), keys))
            }
        }
        var byKey: [KeyName: [String]] = [:]
        for (step, keys) in removals { for key in keys { byKey[key, default: []].append(step.id) } }
        let revocations = retired.keys.sorted().flatMap { key in
            revocation(of: retired[key], behind: byKey[key] ?? [], members, forgotten)
        }
        return revisions + removals.map(\.step) + revocations + removals.compactMap { copyRemoval($0.step, $0.keys) }
    }

    private var soakHours: Int { input.configuration.preferences.soakHours }

    /// What has to be done for a service before what it received is taken away.
    private func moved(_ member: ServiceSelection.Member, _ forgotten: [String: String]) -> String {
        forgotten[member.id] ?? names.step(.shift, member, "rollout")
    }

    /// A carrier and the keys in it that are retired.
    private struct Carrier {
        var facts: CarrierFacts
        var input: String
        var entries: [String]
        var keys: [KeyName]
        var services: Set<String>
        /// Annotations in which a key stands as well.
        var annotations: Set<String> = []
    }

    private func carriers(of retired: [KeyName: PlannedKey]) -> [Carrier] {
        var found: [WorkloadName: Carrier] = [:]
        for key in input.report.keys {
            let name = KeyName(kind: key.identity.kind, id: key.identity.id)
            guard let plan = retired[name] else { continue }
            for sighting in key.sightings {
                guard let object = sighting.place.object, CarrierKind(rawValue: object.kind) != nil,
                    case .field(let entry)? = sighting.place.path.steps.dropFirst().first
                else { continue }
                let annotation = Self.annotation(at: sighting.place.path)
                guard annotation != nil || sighting.place.path.steps.first != .field("metadata") else { continue }
                let facts = key.carriers.first { $0.object == object } ?? CarrierFacts(object: object)
                let place = WorkloadName(input: sighting.place.input, object: object)
                var carrier =
                    found[place] ?? Carrier(facts: facts, input: place.input, entries: [], keys: [], services: [])
                if let annotation {
                    carrier.annotations.insert(annotation)
                } else if !carrier.entries.contains(entry) {
                    carrier.entries.append(entry)
                }
                if !carrier.keys.contains(name) { carrier.keys.append(name) }
                carrier.services.formUnion(plan.services)
                found[place] = carrier
            }
        }
        return found.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The annotation at which a path begins.
    private static func annotation(at path: ValuePath) -> String? {
        guard path.steps.count > 2, path.steps[0] == .field("metadata"), path.steps[1] == .field("annotations"),
            case .field(let name) = path.steps[2]
        else { return nil }
        return name
    }

    private func removal(
        _ carrier: Carrier, _ members: [String: ServiceSelection.Member], _ forgotten: [String: String]
    ) -> Step {
        let object = carrier.facts.object
        let isPartial = leftover(carrier)
        let halves = isPartial ? halves(in: carrier) : []
        let source = carrier.facts.managers.first.map {
            $0.instance.isEmpty ? $0.program : "\($0.program) (\($0.instance))"
        }
        let action = RemoveCarrier(
            carrier: object, entries: isPartial ? Set(carrier.entries + halves).sorted() : nil,
            annotations: isPartial ? carrier.annotations.sorted() : [], copy: DerivedNames.copy(of: object),
            isImmutable: carrier.facts.immutable, source: source ?? "")
        let users = carrier.services.sorted().compactMap { members[$0] }
        let cluster = clusters.cluster(of: carrier.input)?.name ?? ""
        return Step(
            id: names.step(.retire, object, cluster: cluster), phase: .retire, cluster: cluster,
            action: .removeCarrier(action),
            actor: carrier.facts.managers.isEmpty ? .keyshift : .gitOps, after: users.map { moved($0, forgotten) },
            gates: [.soak(hours: soakHours)], verifications: [.noReference] + action.verifications)
    }

    /// Takes away a Secret into which literals of a service were moved.
    private func literalRemoval(
        _ member: ServiceSelection.Member, _ name: String, _ forgotten: [String: String]
    ) -> Step {
        let secret = ObjectReference(apiVersion: "v1", kind: "Secret", namespace: member.name.namespace, name: name)
        let action = RemoveCarrier(carrier: secret, entries: nil, copy: DerivedNames.copy(of: secret))
        return Step(
            id: names.step(.retire, secret, cluster: member.cluster.name), phase: .retire, cluster: member.cluster.name,
            service: member.id, action: .removeCarrier(action), actor: .keyshift, after: [moved(member, forgotten)],
            gates: [.soak(hours: soakHours)], verifications: [.noReference] + action.verifications)
    }

    /// Deletes the copy of a carrier when the last key in it is gone.
    private func copyRemoval(_ removal: Step, _ keys: [KeyName]) -> Step? {
        guard case .removeCarrier(let action) = removal.action else { return nil }
        let copy = RemoveCopy(carrier: action.carrier, copy: action.copy)
        let place = removal.id.split(separator: "/", omittingEmptySubsequences: false).dropFirst().joined(
            separator: "/")
        return Step(
            id: "decommission/\(place)/copy", phase: .decommission, cluster: removal.cluster, service: removal.service,
            action: .removeCopy(copy), actor: .keyshift, after: keys.map { "decommission/keys/\($0.id)/delete" },
            verifications: copy.verifications)
    }

    /// Entries of a carrier that are halves of keys by their name, and go with them.
    private func halves(in carrier: Carrier) -> [String] {
        let name = WorkloadName(input: carrier.input, object: carrier.facts.object)
        return index.contents[name]?.entries.keys.filter(StaticCredentialVariables.all.contains) ?? []
    }

    /// Whether a carrier holds anything besides the keys that go and their halves.
    private func leftover(_ carrier: Carrier) -> Bool {
        let name = WorkloadName(input: carrier.input, object: carrier.facts.object)
        guard let contents = index.contents[name] else { return true }
        return contents.entries.keys.contains {
            !carrier.entries.contains($0) && !StaticCredentialVariables.all.contains($0)
        }
    }

    private func revocation(
        of key: PlannedKey?, behind removals: [String], _ members: [String: ServiceSelection.Member],
        _ forgotten: [String: String]
    ) -> [Step] {
        guard let key else { return [] }
        let days = input.configuration.preferences.quietDays
        let place = "keys/\(key.key.id)"
        let users = key.services.compactMap { members[$0] }
        let rolledOut = users.map { moved($0, forgotten) }
        let running = users.filter { !$0.isRemembering }
        let deactivate = Step(
            id: "retire/\(place)/deactivate", phase: .retire, action: .deactivateKey(DeactivateKey(key: key.key)),
            actor: input.configuration.preferences.revoker(of: key), after: removals.isEmpty ? rolledOut : removals,
            gates: [.soak(hours: soakHours)] + ScheduleGates.gates(for: running, soakHours: soakHours),
            verifications: [.keyUnused] + DeactivateKey(key: key.key).verifications)
        let delete = Step(
            id: "decommission/\(place)/delete", phase: .decommission, action: .deleteKey(DeleteKey(key: key.key)),
            actor: input.configuration.preferences.revoker(of: key), after: [deactivate.id],
            gates: [.quiet(days: days)],
            verifications: DeleteKey(key: key.key).verifications)
        let user = Step(
            id: "decommission/\(place)/user", phase: .decommission, action: .deleteUser(DeleteUser(key: key.key)),
            actor: input.configuration.preferences.revoker(of: key), after: [delete.id],
            gates: [.approval(reason: "other policies may name the user: say that it has no other use")],
            verifications: DeleteUser(key: key.key).verifications)
        return [deactivate, delete, user]
    }
}
