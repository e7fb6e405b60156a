import MigrationModel
internal import StructuredText

/// One list of a template that changes: entries that leave it, and variables that come first in it instead.
struct PatchedList {
    private let pointer: String
    /// What the list held, in order; empty where there was none.
    private let names: [String]
    /// What leaves, by position, from the front.
    private let leaving: [(position: Int, entry: StructuredValue)]
    /// What is put at the front.
    private let kept: [StructuredValue]
    private let moved: Set<String>

    /// The lists of a change that a patch can change, in the order of the plan.
    static func lists(of change: TemplateChange, literalsIn moved: Set<String>) -> [PatchedList] {
        let removals = Dictionary(
            grouping: change.removals.filter { $0.kind.isEntry && !$0.pointer.isEmpty }, by: \.list)
        let keeps = Dictionary(grouping: change.keeps.filter { !$0.pointer.isEmpty }, by: \.pointer)
        return change.lists.compactMap { list in
            let leaving = (removals[list.pointer] ?? []).compactMap {
                removal -> (position: Int, entry: StructuredValue)? in
                guard let position = removal.position, let entry = StructuredValue.reading(json: removal.entry) else {
                    return nil
                }
                return (position, entry)
            }.sorted { $0.position < $1.position }
            let kept = (keeps[list.pointer] ?? []).map(\.manifest)
            guard !leaving.isEmpty || !kept.isEmpty else { return nil }
            return PatchedList(pointer: list.pointer, names: list.names, leaving: leaving, kept: kept, moved: moved)
        }
    }

    /// Takes entries out from the end, so that positions stay those of the plan, then puts variables first.
    func addForward(to patch: inout JSONPatch) {
        if names.isEmpty, !kept.isEmpty {
            patch.test(pointer, nil)
            return patch.add(pointer, .sequence(kept))
        }
        for (position, entry) in leaving.reversed() {
            EntryPins.add(entry, at: "\(pointer)/\(position)", to: &patch, literalsIn: moved)
            patch.remove("\(pointer)/\(position)")
        }
        for (index, variable) in kept.enumerated() { patch.add("\(pointer)/\(index)", variable) }
    }

    /// Takes the variables out and puts the entries back, each at its place behind the one that was before it.
    func addUndo(to patch: inout JSONPatch) {
        for (index, variable) in kept.enumerated().reversed() {
            EntryPins.add(variable, at: "\(pointer)/\(index)", to: &patch)
            patch.remove("\(pointer)/\(index)")
        }
        guard !leaving.isEmpty else { return }
        // A list that became empty is gone from the object; one that is empty now, within the patch, is still there.
        if kept.isEmpty, leaving.count == names.count {
            patch.test(pointer, nil)
            return patch.add(pointer, .sequence(leaving.map(\.entry)))
        }
        let positions = Set(leaving.map(\.position))
        for (position, entry) in leaving {
            let next = names.indices.first { $0 > position && !positions.contains($0) }
            if position > 0, !positions.contains(position - 1) {
                EntryPins.add(name: names[position - 1], at: "\(pointer)/\(position - 1)", in: pointer, to: &patch)
            } else if let next {
                EntryPins.add(name: names[next], at: "\(pointer)/\(position)", in: pointer, to: &patch)
            }
            patch.add("\(pointer)/\(position)", entry)
        }
    }
}

extension TemplateChange.Removal.Kind {
    /// Whether it is an entry of a list.
    fileprivate var isEntry: Bool {
        switch self {
        case .variable, .environmentFrom, .mount, .volume: true
        case .files, .byHand: false
        }
    }
}

extension TemplateChange.KeptVariable {
    /// The variable as an entry of `env`.
    fileprivate var manifest: StructuredValue {
        var reference: [StructuredValue.Member] = [.init("name", .string(object)), .init("key", .string(entry))]
        if isOptional { reference.append(.init("optional", true)) }
        let source = kind == .secret ? "secretKeyRef" : "configMapKeyRef"
        return ["name": .string(name), "valueFrom": .mapping([.init(source, .mapping(reference))])]
    }
}
