import MigrationModel

/// CSI drivers: the Secret that a driver is handed, and the keys that a SecretProviderClass names itself.
enum CSIReception: ReceptionWay {
    static func received(in context: TemplateContext) -> [Received] {
        guard context.template.volumes.contains(where: isOfDriver) else { return [] }
        return context.template.containers.flatMap { container in
            container.mounts.flatMap { mount in
                (context.volume(named: mount.volume)?.sources ?? []).flatMap {
                    received($0, at: mount.path, container, context)
                }
            }
        }
    }

    private static func isOfDriver(_ volume: Volume) -> Bool {
        volume.sources.contains { source in
            switch source {
            case .csi, .secretsStore: true
            case .carrier, .token: false
            }
        }
    }

    private static func received(
        _ source: VolumeSource, at path: String, _ container: Container, _ context: TemplateContext
    ) -> [Received] {
        switch source {
        case .csi(_, let secret?):
            let carrier = context.carrier(.secret, secret)
            return context.holdings.keys(in: carrier).sorted { $0.key < $1.key }.flatMap { entry, keys in
                keys.map { key in
                    Received(
                        key: key, container: container, reception: .csi(path: path), carrier: carrier, entry: entry)
                }
            }
        case .secretsStore(let name):
            let holder = WorkloadName(
                input: context.holder.input,
                object: ObjectReference(
                    apiVersion: "secrets-store.csi.x-k8s.io/v1", kind: "SecretProviderClass",
                    namespace: context.holder.object.namespace, name: name))
            return context.holdings.inline(in: holder).map { one in
                Received(key: one.key, container: container, reception: .csi(path: path))
            } + synced(name, at: path, container, context)
        default:
            return []
        }
    }

    /// What the driver mounts is what it puts into Secrets, as far as it does.
    private static func synced(
        _ providerClass: String, at path: String, _ container: Container, _ context: TemplateContext
    ) -> [Received] {
        let namespace = context.holder.object.namespace
        return context.synced.secrets(of: providerClass, in: namespace, cluster: context.cluster).flatMap { carrier in
            context.holdings.keys(in: carrier).sorted { $0.key < $1.key }.flatMap { entry, keys in
                keys.map { key in
                    Received(
                        key: key, container: container, reception: .csi(path: path), carrier: carrier, entry: entry,
                        certainty: .possible)
                }
            }
        }
    }
}
