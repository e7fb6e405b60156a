import MigrationModel

extension WorldTemplate {
    /// The template after an edit of the plan.
    func applying(_ edit: TemplateEdit) -> WorldTemplate {
        var copy = self
        switch edit {
        case .shift(let change):
            if let account = change.serviceAccount { copy.serviceAccount = account }
            copy.labels.merge(change.labels) { $1 }
            for removal in change.removals { copy.remove(removal) }
            for kept in change.keeps { copy.keep(kept) }
        case .moveLiterals(let container, let secret, let variables):
            copy.moveLiterals(of: container, into: secret, variables)
        }
        return copy
    }

    private mutating func remove(_ removal: TemplateChange.Removal) {
        for index in containers.indices where containers[index].name == removal.container || removal.kind == .files {
            containers[index].remove(removal)
        }
    }

    private mutating func keep(_ kept: TemplateChange.KeptVariable) {
        for index in containers.indices where containers[index].name == kept.container {
            // What the kept entry holds was in the layer that went; it counts as `env` from now on.
            containers[index].variables.append(
                WorldVariable(
                    name: kept.name,
                    source: WorldSource(kind: kept.kind, object: kept.object, entry: kept.entry)))
        }
    }

    private mutating func moveLiterals(of container: String, into secret: String, _ names: [String]) {
        for index in containers.indices where containers[index].name == container {
            for place in containers[index].variables.indices {
                let variable = containers[index].variables[place]
                guard names.contains(variable.name), variable.source == nil, !variable.isFromAll else { continue }
                containers[index].variables[place].source = WorldSource(
                    kind: .secret, object: secret, entry: variable.name)
            }
        }
    }
}

extension WorldContainer {
    fileprivate mutating func remove(_ removal: TemplateChange.Removal) {
        switch removal.kind {
        case .variable: variables.removeAll { $0.name == removal.name && !$0.isFromAll }
        case .environmentFrom: variables.removeAll { $0.isFromAll && $0.source?.object == removal.name }
        case .mount:
            files.removeAll { $0.mount == removal.name }
            unknownFolders.removeAll { $0 == removal.name }
        // The volume stays, and shows its other files.
        case .files: files.removeAll { $0.volume == removal.name && !$0.keys.isEmpty }
        case .byHand: removeByHand(removal.name)
        // A volume that nothing mounts shows nothing.
        case .volume: break
        }
    }

    /// What a person takes away is told by whatever name it has: a variable, a path, an object, a way of its own.
    private mutating func removeByHand(_ name: String) {
        uses.removeAll { $0.name == name }
        variables.removeAll { $0.name == name || $0.isFromAll && $0.source?.object == name }
        files.removeAll { [$0.path, $0.mount, $0.volume].contains(name) }
        unknownFolders.removeAll { $0 == name }
    }
}
