import MigrationModel

/// Reads the layers of one container.
struct WorldContainerReader {
    var context: TemplateContext

    /// The container, without what only a trace knows.
    func container(_ container: Container) -> WorldContainer {
        WorldContainer(
            name: container.name, role: container.role,
            variables: container.environmentFrom.flatMap(variables) + own(of: container),
            properties: container.properties.mapValues(\.shape), files: files(of: container),
            unknownFolders: unknownFolders(of: container))
    }

    // MARK: Variables

    private func variables(from all: EnvironmentFrom) -> [WorldVariable] {
        let carrier = context.carrier(all.kind, all.object)
        let known = Set(context.directory.entries(of: carrier).keys).union(context.holdings.keys(in: carrier).keys)
        return known.sorted().compactMap { entry in
            let reference = EntryReference(object: all.object, entry: entry, optional: all.optional)
            return variable(all.prefix + entry, all.kind, reference, isFromAll: true)
        }
    }

    private func own(of container: Container) -> [WorldVariable] {
        let environment = EffectiveEnvironment(of: container, in: context)
        return container.environment.compactMap { entry in
            switch entry.source {
            case .secret(let reference): return variable(entry.name, .secret, reference)
            case .configMap(let reference): return variable(entry.name, .configMap, reference)
            case .other:
                return CredentialVariables.isRelevant(entry.name) ? WorldVariable(name: entry.name) : nil
            case .literal(let literal):
                let keys = keys(in: environment.variables[entry.name]?.ingredients ?? [], of: container)
                guard !keys.isEmpty || CredentialVariables.isRelevant(entry.name) else { return nil }
                return WorldVariable(
                    name: entry.name, shape: literal.shape, text: literal.references.isEmpty ? literal.text : nil,
                    isOwn: !CredentialVariables.isRelevant(entry.name), keys: keys)
            }
        }
    }

    private func variable(
        _ name: String, _ kind: CarrierKind, _ reference: EntryReference, isFromAll: Bool = false
    ) -> WorldVariable? {
        let carrier = context.carrier(kind, reference.object)
        let keys = context.holdings.keys(in: carrier, entry: reference.entry)
        let contents = context.directory.entries(of: carrier)[reference.entry]
        let isRelevant = CredentialVariables.isRelevant(name)
        guard !keys.isEmpty || isRelevant else { return nil }
        let isMissing =
            contents == nil
            && (context.directory.knowsEntries(of: carrier) || context.directory.presence(of: carrier) == .missing)
        guard !keys.isEmpty || !isMissing else { return nil }
        return WorldVariable(
            name: name, shape: contents?.shape ?? .present, text: contents?.text,
            source: WorldSource(
                kind: kind, object: reference.object, entry: reference.entry, optional: reference.optional),
            isFromAll: isFromAll, isOwn: !isRelevant, keys: keys)
    }

    private func keys(
        in ingredients: [EffectiveEnvironment.Ingredient], of container: Container
    ) -> [KeyName] {
        var found: Set<KeyName> = []
        for ingredient in ingredients {
            switch ingredient.origin {
            case .entry(let carrier, let entry, _): found.formUnion(context.holdings.keys(in: carrier, entry: entry))
            case .literal(let index):
                let path = container.path.steps + [.field("env"), .index(index), .field("value")]
                found.formUnion(context.inline.filter { $0.path.steps == path }.map(\.key))
            }
        }
        return found.sorted()
    }

    // MARK: Files

    private func files(of container: Container) -> [WorldFile] {
        let volumes = Dictionary(context.template.volumes.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        return container.mounts.flatMap { mount in
            (volumes[mount.volume]?.sources ?? []).flatMap { files(of: $0, at: mount) }
        }
    }

    private func files(of source: VolumeSource, at mount: VolumeMount) -> [WorldFile] {
        switch source {
        case .secretsStore, .csi: return []
        case .token(let token):
            guard let path = MountedFiles.path(token.path, at: mount) else { return [] }
            return [
                WorldFile(
                    path: path, mount: mount.path, volume: mount.volume, contents: .token, audience: token.audience)
            ]
        case .carrier(let carried):
            let carrier = context.carrier(carried.kind, carried.object)
            let entries = context.directory.entries(of: carrier)
            let names = Set(entries.keys).union(context.holdings.keys(in: carrier).keys)
            return MountedFiles.files(of: carried, at: mount, entries: names, in: context).compactMap { file in
                let keys = context.holdings.keys(in: carrier, entry: file.entry)
                let contents = entries[file.entry]?.file ?? .other
                guard !keys.isEmpty || contents != .other else { return nil }
                return WorldFile(
                    path: file.path, mount: mount.path, volume: mount.volume, contents: contents,
                    source: WorldSource(
                        kind: carried.kind, object: carried.object, entry: file.entry, optional: carried.optional),
                    keys: keys)
            }
        }
    }

    private func unknownFolders(of container: Container) -> [String] {
        let volumes = Dictionary(context.template.volumes.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        return container.mounts.filter { mount in
            let sources = volumes[mount.volume]?.sources ?? []
            return sources.isEmpty || sources.contains(where: isUnknown)
        }.map(\.path)
    }

    private func isUnknown(_ source: VolumeSource) -> Bool {
        switch source {
        case .secretsStore, .csi: return true
        case .token: return false
        case .carrier(let files):
            let carrier = context.carrier(files.kind, files.object)
            return !context.directory.knowsEntries(of: carrier) && context.directory.presence(of: carrier) != .missing
        }
    }
}
