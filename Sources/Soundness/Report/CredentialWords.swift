import MigrationModel

/// Puts what kinds of Pods find into words.
struct CredentialWords {
    let model: Model
    let names: ModelNames
    let outlook: Outlook
    let pods: Pods

    /// One line for each kind of Pod that may run in a state.
    func lines(in state: WorldState) -> [String] {
        var seen: Set<String> = []
        return state.workloads[0].running.numbers.map { line($0, state) }.filter { seen.insert($0).inserted }
    }

    private func line(_ kind: Int, _ state: WorldState) -> String {
        let stopped = missing(kind)
        let found = stopped.map { "do not start: \($0) is not there" } ?? credential(kind, state)
        return "\(pod(kind))\(isOnlyKept(kind, state) ? ", which a rollback brings back" : ""): \(found)"
    }

    /// Whether new Pods of a kind come up only if somebody rolls back.
    func isOnlyKept(_ kind: Int, _ state: WorldState) -> Bool {
        let (own, version) = (state.workloads[0], outlook.kinds[kind].version)
        return version != own.template && own.kept & 1 << UInt64(version) != 0
    }

    /// A kind of Pod.
    func pod(_ number: Int) -> String {
        let kind = outlook.kinds[number]
        let bound = kind.injected.map(names.identity)
        return "Pods of " + version(kind.version)
            + (bound.isEmpty ? "" : ", created with the binding to " + bound.joined(separator: " and "))
    }

    private func version(_ version: Int) -> String {
        let workload = model.workloads[0]
        let base = workload.base(of: version)
        let templates = names.workload?.templates ?? []
        if base != 0 {
            let place = base - (1 << workload.edits) + 1
            return
                "the template of \(templates.indices.contains(place) ? templates[place].origin : "an older revision")"
        }
        if version == 0 { return "the former template" }
        return workload.isShifted(version) ? "the new template" : "the template with its key in a Secret"
    }

    private func credential(_ kind: Int, _ state: WorldState) -> String {
        let verdict = outlook.works(kind, state) ? "" : ", which does not work"
        switch outlook.credential(kind) {
        case .keys(let keys):
            let names = keys.map { "\(self.names.key($0)) (\(state.keys[$0].word))" }
            return "use " + (names.isEmpty ? "a static key" : names.joined(separator: ", ")) + verdict
        case .identity(let identity): return "are \(names.identity(identity))" + verdict
        case .given: return "are the identity of their template" + verdict
        case .node: return "fall through to the identity of the node" + verdict
        case .indirect: return "use what their profile leads to" + verdict
        case .fails: return "stop with an error in the search for credentials"
        case .nothing: return "find no credentials" + verdict
        }
    }

    /// What a kind of Pod waits for, if it does.
    func missing(_ number: Int) -> String? {
        let kind = outlook.kinds[number]
        for container in model.workloads[0].versions[kind.version].containers {
            for source in container.sources where !source.optional {
                if let part = source.parts.first(where: { kind.absent & 1 << UInt64($0) != 0 }) {
                    return names.part(part)
                }
            }
        }
        return nil
    }
}
