import MigrationModel
import StructuredText

/// Takes files of keys out of containers: the mount and the volume, or only the files where others stand beside them.
struct VolumeChanges {
    private let contents: [WorkloadName: CarrierContents]

    init(_ contents: [WorkloadName: CarrierContents]) { self.contents = contents }

    /// Adds what the consumptions by files come to.
    func add(_ consumptions: [Consumption], to draft: inout TemplateDraft) {
        var narrowed: Set<String> = []
        for consumption in consumptions {
            guard let path = consumption.filePath, let spot = draft.spot(consumption.container) else { continue }
            guard let index = Self.mount(of: path, in: spot.container) else {
                draft.leave(path, in: spot.container.name)
                continue
            }
            let mount = spot.container.mounts[index]
            if mount.subPath == nil, let volume = spot.template.volumes.firstIndex(where: { $0.name == mount.volume }),
                let successor = successor(of: spot.template.volumes[volume], consumptions, draft),
                let pointer = draft.pinVolumes(of: spot.template)
            {
                guard narrowed.insert("\(pointer)/\(volume)").inserted else { continue }
                draft.change.removals.append(
                    .init(
                        kind: .files, container: "", name: mount.volume, pointer: "\(pointer)/\(volume)",
                        entry: spot.template.volumes[volume].manifest ?? "", successor: successor))
            } else {
                draft.remove(
                    .mount, mount.path, of: spot, "volumeMounts", at: index, entry: EntryManifests.mount(mount))
            }
        }
        addUnused(to: &draft)
    }

    /// Volumes that nobody mounts any more.
    private func addUnused(to draft: inout TemplateDraft) {
        let leaving = Set(draft.change.removals.filter { $0.kind == .mount }.map { "\($0.container) \($0.name)" })
        for template in draft.member.workload?.templates ?? [] {
            for (index, volume) in template.volumes.enumerated() {
                let mounts = template.containers.flatMap { container in
                    container.mounts.filter { $0.volume == volume.name }.map { "\(container.name) \($0.path)" }
                }
                guard !mounts.isEmpty, leaving.isSuperset(of: mounts) else { continue }
                if let pointer = draft.pinVolumes(of: template), let manifest = volume.manifest {
                    draft.change.removals.append(
                        .init(
                            kind: .volume, container: "", name: volume.name, pointer: "\(pointer)/\(index)",
                            entry: manifest))
                } else {
                    draft.leave("volume \(volume.name)", in: "")
                }
            }
        }
    }

    /// The mount that shows a file: the one deepest in the tree.
    private static func mount(of path: String, in container: Container) -> Int? {
        container.mounts.indices.filter { index in
            let mount = container.mounts[index].path
            return path == mount || path.hasPrefix(mount.hasSuffix("/") ? mount : mount + "/")
        }.max { container.mounts[$0].path.utf8.count < container.mounts[$1].path.utf8.count }
    }

    // MARK: Files beside the key

    /// The volume without the files of keys, as JSON; `nil` when nothing is left of it, or it is not known what would be.
    private func successor(
        of volume: Volume, _ consumptions: [Consumption], _ draft: TemplateDraft
    ) -> String? {
        guard let manifest = volume.manifest.flatMap(StructuredValue.reading) else { return nil }
        func rest(_ source: StructuredValue, _ kind: CarrierKind, _ name: StructuredValue?) -> StructuredValue? {
            guard case .string(let object)? = name else { return source }
            return without(kind, object, source, consumptions, draft)
        }
        if let secret = manifest["secret"] {
            return rest(secret, .secret, secret["secretName"]).map { Self.text(manifest.setting("secret", to: $0)) }
        }
        if let map = manifest["configMap"] {
            return rest(map, .configMap, map["name"]).map { Self.text(manifest.setting("configMap", to: $0)) }
        }
        guard let projected = manifest["projected"], case .sequence(let sources)? = projected["sources"] else {
            return nil
        }
        let left = sources.compactMap { source -> StructuredValue? in
            if let secret = source["secret"] {
                return rest(secret, .secret, secret["name"]).map { source.setting("secret", to: $0) }
            }
            if let map = source["configMap"] {
                return rest(map, .configMap, map["name"]).map { source.setting("configMap", to: $0) }
            }
            return source
        }
        guard !left.isEmpty else { return nil }
        return Self.text(manifest.setting("projected", to: projected.setting("sources", to: .sequence(left))))
    }

    /// The source of a volume with those entries only that are no part of a key; `nil` when there are none.
    private func without(
        _ kind: CarrierKind, _ object: String, _ source: StructuredValue, _ consumptions: [Consumption],
        _ draft: TemplateDraft
    ) -> StructuredValue? {
        let carrier = ObjectReference(
            apiVersion: "v1", kind: kind.rawValue, namespace: draft.member.name.namespace, name: object)
        let leaving = Set(consumptions.filter { $0.carrier == carrier }.compactMap(\.entry))
        guard !leaving.isEmpty else { return source }
        let name = WorkloadName(input: draft.member.service.name.input, object: carrier)
        let known = contents[name]?.entries.keys.sorted() ?? []
        func stays(_ entry: String) -> Bool {
            !leaving.contains(entry) && !StaticCredentialVariables.all.contains(entry)
        }
        if case .sequence(let items)? = source["items"] {
            let left = items.filter { item in
                if case .string(let entry)? = item["key"] { stays(entry) } else { false }
            }
            return left.isEmpty ? nil : source.setting("items", to: .sequence(left))
        }
        let left = known.filter(stays).map { entry -> StructuredValue in
            ["key": .string(entry), "path": .string(entry)]
        }
        return left.isEmpty ? nil : source.setting("items", to: .sequence(left))
    }

    private static func text(_ value: StructuredValue) -> String { JSONWriter.text(for: value, pretty: false) }
}

extension StructuredValue {
    /// The mapping with another value of one member, which is added where it is not there.
    fileprivate func setting(_ key: String, to value: StructuredValue) -> StructuredValue {
        guard case .mapping(var members) = self else { return self }
        if let index = members.firstIndex(where: { $0.key == key }) {
            members[index].value = value
        } else {
            members.append(.init(key, value))
        }
        return .mapping(members)
    }
}

extension Consumption {
    /// The file in the container, of consumptions by files of a volume.
    fileprivate var filePath: String? {
        switch reception {
        case .volume(let path), .projected(let path), .subPath(let path): path
        default: nil
        }
    }
}
