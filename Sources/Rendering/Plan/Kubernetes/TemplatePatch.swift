import MigrationModel
internal import StructuredText

/// The change of a Pod template as a pair of JSON patches: what takes the key from it, and what puts it back exactly.
///
/// Entries are taken by their position and are expected to have the name that was planned against; what comes back comes
/// back at the same position. Lists are changed one by one, each from its end, so that positions stay those of the plan.
struct TemplatePatch {
    private let change: TemplateChange
    private let lists: [PatchedList]
    /// Where variables are expected by their name only, since their literals are moved into these Secrets meanwhile.
    private let moved: Set<String>

    /// The patches of a change; `nil` where a person has to do all of it.
    init?(_ change: TemplateChange, literalsIn moved: Set<String> = []) {
        self.change = change
        self.moved = moved
        lists = PatchedList.lists(of: change, literalsIn: moved)
        let setsIdentity = change.template != nil && (change.serviceAccount != nil || !change.labels.isEmpty)
        let replaces = change.removals.contains { $0.kind == .files && !$0.pointer.isEmpty }
        guard !lists.isEmpty || setsIdentity || replaces else { return nil }
    }

    /// Takes the key out and gives the new identity.
    var forward: JSONPatch {
        var patch = containers
        for removal in change.files { Self.replace(removal.entry, by: removal.successor, at: removal.pointer, &patch) }
        for list in lists { list.addForward(to: &patch) }
        if let template = change.template {
            addAccount(from: change.formerServiceAccount, to: change.serviceAccount, template, &patch)
            addLabels(template, &patch)
        }
        return patch
    }

    /// Puts everything back as it was.
    var undo: JSONPatch {
        var patch = containers
        if let template = change.template {
            removeLabels(template, &patch)
            if let account = change.serviceAccount {
                addAccount(from: account, to: change.formerServiceAccount, template, &patch, isUndo: true)
            }
        }
        for list in lists.reversed() { list.addUndo(to: &patch) }
        for removal in change.files.reversed() {
            Self.replace(removal.successor, by: removal.entry, at: removal.pointer, &patch)
        }
        return patch
    }

    /// Expects each container at its place.
    private var containers: JSONPatch {
        var patch = JSONPatch()
        var seen: Set<String> = []
        for (name, list) in change.removals.map({ ($0.container, $0.list) })
            + change.keeps.map({ ($0.container, $0.pointer) })
        {
            let container = list.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
                separator: "/")
            guard !name.isEmpty, !list.isEmpty, Int(container.split(separator: "/").last ?? "") != nil,
                seen.insert(container).inserted
            else { continue }
            patch.test(container + "/name", .string(name))
        }
        return patch
    }

    // MARK: Identity

    /// The API server keeps `serviceAccount`, the older name of the field, the same; to take one away is to take both.
    private func addAccount(
        from former: String?, to account: String?, _ template: String, _ patch: inout JSONPatch, isUndo: Bool = false
    ) {
        guard isUndo || account != nil else { return }
        let field = template + "/spec/serviceAccountName"
        patch.test(field, former.map { .string($0) })
        patch.add(field, account.map { .string($0) } ?? .null)
        if account == nil { patch.add(template + "/spec/serviceAccount", .null) }
    }

    private func addLabels(_ template: String, _ patch: inout JSONPatch) {
        let labels = change.labels.sorted { $0.key < $1.key }
        let place = template + "/metadata/labels"
        guard !labels.isEmpty else { return }
        guard let former = change.formerLabels else {
            patch.test(place, nil)
            return patch.add(place, .mapping(labels.map { .init($0.key, .string($0.value)) }))
        }
        for (name, value) in labels {
            let path = "\(place)/\(JSONPatch.token(name))"
            patch.test(path, former[name].map { .string($0) })
            patch.add(path, .string(value))
        }
    }

    private func removeLabels(_ template: String, _ patch: inout JSONPatch) {
        let place = template + "/metadata/labels"
        for (name, value) in change.labels.sorted(by: { $0.key > $1.key }) {
            let path = "\(place)/\(JSONPatch.token(name))"
            patch.test(path, .string(value))
            if let former = change.formerLabels?[name] { patch.add(path, .string(former)) } else { patch.remove(path) }
        }
    }

    // MARK: Volumes that stay

    /// The file modes that the API server adds are not expected: the same patch has to fit the manifest in Git.
    private static func replace(_ entry: String, by other: String, at pointer: String, _ patch: inout JSONPatch) {
        guard let before = StructuredValue.reading(json: entry), let after = StructuredValue.reading(json: other) else {
            return
        }
        EntryPins.add(before, at: pointer, to: &patch)
        patch.replace(pointer, after)
    }
}

extension TemplateChange {
    /// The volumes that stay without the files of keys.
    fileprivate var files: [Removal] { removals.filter { $0.kind == .files && !$0.pointer.isEmpty } }
}

extension TemplateChange.Removal {
    /// The list that the entry stands in.
    var list: String {
        pointer.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }
    /// Its position in the list.
    var position: Int? { pointer.split(separator: "/").last.flatMap { Int($0) } }
}
