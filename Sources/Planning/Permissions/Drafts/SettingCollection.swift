import MigrationModel

/// Gathers the settings of a workload from its variables and its ConfigMaps.
struct SettingCollection {
    private let hints: [WorkloadName: ConfigurationHints]

    init(_ objects: ClusterObjects) {
        hints = Dictionary(
            objects.hints.map { (WorkloadName(input: $0.input, object: $0.object), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The settings of a service, each once.
    func settings(of member: ServiceSelection.Member, account: String) -> DraftSettings {
        var found: [NamedSetting] = []
        var (variables, regions): (Set<String>, [String]) = ([], [])
        for template in member.workload?.templates ?? [] {
            for container in template.containers {
                variables.formUnion(container.environment.map(\.name))
                regions += Self.regions(of: container)
                found += settings(of: container, member)
            }
            found += template.volumes.flatMap { volume in settings(of: volume, member) }
        }
        var seen: Set<[String]> = []
        return DraftSettings(
            settings: found.filter { $0.isExact && seen.insert([$0.name, $0.value]).inserted }, variables: variables,
            place: .init(region: regions.first ?? member.cluster.region, account: account))
    }

    private static func regions(of container: Container) -> [String] {
        ["AWS_REGION", "AWS_DEFAULT_REGION"].compactMap { name in
            guard case .literal(let value)? = container.environment.last(where: { $0.name == name })?.source else {
                return nil
            }
            return value.text.flatMap { IdentifierForm.region.admits($0) ? $0 : nil }
        }
    }

    private func settings(of container: Container, _ member: ServiceSelection.Member) -> [NamedSetting] {
        let own = container.environment.flatMap { entry -> [NamedSetting] in
            switch entry.source {
            case .literal(let value):
                guard let resource = value.resource else { return [] }
                let origin = PermissionOrigin(setting: entry.name, place: "container \(container.name)")
                return [NamedSetting(name: entry.name, value: resource, origin: origin)]
            case .configMap(let reference):
                return settings(ofConfigMap: reference.object, member) { $0 == reference.entry }.map { setting in
                    // The variable tells what a value is for as well as the entry does.
                    NamedSetting(name: "\(entry.name).\(setting.name)", value: setting.value, origin: setting.origin)
                }
            case .secret, .other: return []
            }
        }
        let all = container.environmentFrom.filter { $0.kind == .configMap }.flatMap { from in
            settings(ofConfigMap: from.object, member) { _ in true }.map { setting in
                NamedSetting(name: from.prefix + setting.name, value: setting.value, origin: setting.origin)
            }
        }
        return own + all
    }

    private func settings(of volume: Volume, _ member: ServiceSelection.Member) -> [NamedSetting] {
        volume.sources.flatMap { source -> [NamedSetting] in
            guard case .carrier(let files) = source, files.kind == .configMap else { return [] }
            return settings(ofConfigMap: files.object, member) { entry in
                files.items.map { $0.contains { $0.entry == entry } } ?? true
            }
        }
    }

    private func settings(
        ofConfigMap name: String, _ member: ServiceSelection.Member, where isWanted: (String) -> Bool
    ) -> [NamedSetting] {
        let object = ObjectReference(
            apiVersion: "v1", kind: "ConfigMap", namespace: member.name.namespace, name: name)
        let entries = hints[WorkloadName(input: member.service.name.input, object: object)]?.entries ?? []
        return entries.filter { isWanted($0.entry) }.map { entry in
            let key = entry.hint.name == entry.entry ? "" : " (\(entry.hint.name))"
            return NamedSetting(
                name: entry.hint.name, value: entry.hint.value,
                origin: PermissionOrigin(setting: entry.entry + key, place: "ConfigMap \(name)"))
        }
    }
}
