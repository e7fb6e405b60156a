import MigrationModel

/// What programs do with their keys, as far as names tell, and what people have to change before services can be moved.
struct Recognition {
    /// Services that cannot be moved before their configuration is changed, each with the reason.
    private(set) var blocked: [String: String] = [:]
    /// What people have to do.
    private(set) var handovers: [Handover] = []

    init(_ input: PlanningInput, _ index: PlanningIndex, _ services: ServiceSelection) {
        let places = Self.places(input)
        for member in services.members where member.isMoved {
            let uses = member.consumptions.map { Self.use($0, member, index, places) }
            if member.setting?.usesDefaultChain != true { add(Self.changes(uses), for: member) }
            if let task = uses.lazy.compactMap(SigningHints.task).first {
                handovers.append(
                    Handover(
                        id: "links/\(member.id)", subject: member.name.description, task: task + ".",
                        reason: "no link outlives the session that signed it."))
            }
        }
    }

    private mutating func add(_ changes: [ProgramChange], for member: ServiceSelection.Member) {
        for change in changes {
            handovers.append(
                Handover(
                    id: "settings/\(member.id)", subject: member.name.description,
                    task: change.isFirst
                        ? "\(change.change.capitalisedFirst); then plan again." : "Before its shift: \(change.change).",
                    reason: "its key is given to \(change.program), which "
                        + (change.isFirst
                            ? "looks for no other credentials while it is configured so."
                            : "may go on asking for it.")))
        }
        if let first = changes.first(where: \.isFirst) {
            blocked[member.id] = "its configuration has to change first: the key is given to \(first.program)"
        }
    }

    /// What is recognised, once for each program.
    private static func changes(_ uses: [KeyUse]) -> [ProgramChange] {
        var seen: Set<ProgramChange> = []
        return uses.compactMap { use in ProgramRecognisers.all.lazy.compactMap { $0.recognise(use) }.first }
            .filter { seen.insert($0).inserted }
    }

    /// The place of a key in an entry of a carrier.
    private struct Entry: Hashable {
        var key: KeyName
        var input: String
        var object: ObjectReference
        var entry: String
    }

    /// The fields behind each entry in which a key was sighted.
    private static func places(_ input: PlanningInput) -> [Entry: [String]] {
        var found: [Entry: [String]] = [:]
        for key in input.report.keys {
            let name = KeyName(kind: key.identity.kind, id: key.identity.id)
            for place in key.sightings.map(\.place) {
                let fields = place.path.fieldNames
                guard let object = place.object, fields.count > 1, fields[0] != "metadata" else { continue }
                found[Entry(key: name, input: place.input, object: object, entry: fields[1]), default: []] +=
                    fields.dropFirst(2)
            }
        }
        return found
    }

    private static func use(
        _ consumption: Consumption, _ member: ServiceSelection.Member, _ index: PlanningIndex,
        _ places: [Entry: [String]]
    ) -> KeyUse {
        let input = member.service.name.input
        let container = member.workload?.templates.lazy.flatMap(\.containers).first { $0.name == consumption.container }
        var names = [consumption.carrier?.name, consumption.entry].compactMap(\.self)
        var file = FileContents.other
        if let carrier = consumption.carrier, let entry = consumption.entry {
            let place = Entry(key: consumption.key, input: input, object: carrier, entry: entry)
            names += places[place] ?? []
            file = index.contents[WorkloadName(input: input, object: carrier)]?.entries[entry]?.file ?? .other
        }
        return KeyUse(
            key: consumption.key, reception: consumption.reception,
            literal: container.flatMap { literal(consumption.reception, of: $0) }, names: names.map { $0.lowercased() },
            variables: variables(of: container, member, index), image: container?.image.lowercased() ?? "", file: file)
    }

    /// The variable of `env` whose literal a key is.
    private static func literal(_ reception: Reception, of container: Container) -> String? {
        let start = container.path.steps + [.field("env")]
        guard case .inline(let path) = reception, path.steps.starts(with: start),
            case .index(let index)? = path.steps.dropFirst(start.count).first,
            container.environment.indices.contains(index)
        else { return nil }
        return container.environment[index].name
    }

    private static func variables(
        of container: Container?, _ member: ServiceSelection.Member, _ index: PlanningIndex
    ) -> Set<String> {
        guard let container else { return [] }
        var names = Set(container.environment.map(\.name))
        for source in container.environmentFrom {
            let object = ObjectReference(
                apiVersion: "v1", kind: source.kind.rawValue, namespace: member.name.namespace, name: source.object)
            let entries = index.contents[WorkloadName(input: member.service.name.input, object: object)]?.entries.keys
            names.formUnion((entries.map(Array.init) ?? []).map { source.prefix + $0 })
        }
        return names
    }
}

extension String {
    /// The text with its first letter as a capital.
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
