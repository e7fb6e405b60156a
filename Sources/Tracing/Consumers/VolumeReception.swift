import MigrationModel

/// Files of Secret, ConfigMap and projected volumes, also single ones by `subPath`.
enum VolumeReception: ReceptionWay {
    static func received(in context: TemplateContext) -> [Received] {
        let volumes = Dictionary(context.template.volumes.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        return context.template.containers.flatMap { container in
            container.mounts.flatMap { mount in
                (volumes[mount.volume]?.sources ?? []).flatMap { source -> [Received] in
                    guard case .carrier(let files) = source else { return [] }
                    let isProjected = (volumes[mount.volume]?.isProjected) ?? false
                    return received(files, at: mount, isProjected: isProjected, container, context)
                }
            }
        }
    }

    private static func received(
        _ files: CarrierFiles, at mount: VolumeMount, isProjected: Bool, _ container: Container,
        _ context: TemplateContext
    ) -> [Received] {
        let carrier = context.carrier(files.kind, files.object)
        let holding = context.holdings.keys(in: carrier)
        guard !holding.isEmpty else { return [] }
        let entries = Set(holding.keys).union(context.directory.entries(of: carrier).keys)
        return MountedFiles.files(of: files, at: mount, entries: entries, in: context).flatMap { file in
            context.holdings.keys(in: carrier, entry: file.entry).map { key in
                let reception: Reception =
                    mount.subPath != nil
                    ? .subPath(path: file.path) : isProjected ? .projected(path: file.path) : .volume(path: file.path)
                return Received(
                    key: key, container: container, reception: reception, carrier: carrier, entry: file.entry,
                    optional: file.optional)
            }
        }
    }
}
