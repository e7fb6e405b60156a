import MigrationModel

/// Files of Secret, ConfigMap and projected volumes, also single ones by `subPath`.
enum VolumeReception: ReceptionWay {
    static func received(in context: TemplateContext) -> [Received] {
        context.template.containers.flatMap { container in
            container.mounts.flatMap { mount in
                guard let volume = context.volume(named: mount.volume) else { return [Received]() }
                return volume.sources.flatMap { source -> [Received] in
                    guard case .carrier(let files) = source else { return [] }
                    return received(files, at: mount, isProjected: volume.isProjected, container, context)
                }
            }
        }
    }

    private static func received(
        _ files: CarrierFiles, at mount: VolumeMount, isProjected: Bool, _ container: Container,
        _ context: TemplateContext
    ) -> [Received] {
        let carrier = context.carrier(files.kind, files.object)
        let received = context.holdings.received(in: carrier)
        guard !received.isEmpty else { return [] }
        return MountedFiles.files(of: files, at: mount, entries: received.keys, in: context).flatMap { file in
            (received[file.entry] ?? []).map { key in
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
