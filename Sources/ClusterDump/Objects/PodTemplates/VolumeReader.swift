import MigrationModel

/// Reads `volumes` of a Pod, see [volumes](https://kubernetes.io/docs/concepts/storage/volumes/).
enum VolumeReader {
    /// Volumes that hand a Secret to a driver of Kubernetes itself: `azureFile` has its own field for the name.
    private static let drivers: [StaticString] = [
        "flexVolume", "cephfs", "rbd", "iscsi", "scaleIO", "storageos",
    ]

    /// Reads one volume; `nil` for one without a name.
    static func volume(_ volume: Branch) -> Volume? {
        guard let name = volume["name"]?.name else { return nil }
        return Volume(
            name: name, sources: sources(of: volume), isProjected: volume["projected"] != nil,
            manifest: isOfObjects(volume) ? ManifestText.json(of: volume) : nil)
    }

    /// Whether it only names objects: the options of drivers may hold passwords.
    private static func isOfObjects(_ volume: Branch) -> Bool {
        volume["secret"] != nil || volume["configMap"] != nil || volume["projected"] != nil
    }

    private static func sources(of volume: Branch) -> [VolumeSource] {
        if let secret = volume["secret"] { return carrier(secret, .secret, named: "secretName") }
        if let configMap = volume["configMap"] { return carrier(configMap, .configMap, named: "name") }
        if let projected = volume["projected"] { return projected["sources"]?.elements.flatMap(projection) ?? [] }
        if let csi = volume["csi"] { return driver(csi) }
        if let share = volume["azureFile"], let secret = share["secretName"]?.name {
            return [.csi(driver: "azureFile", publishSecret: secret)]
        }
        for driver in drivers {
            guard let secret = volume[driver]?["secretRef"]?["name"]?.name else { continue }
            return [.csi(driver: volume[driver]?["driver"]?.name ?? "\(driver)", publishSecret: secret)]
        }
        return []
    }

    private static func projection(_ source: Branch) -> [VolumeSource] {
        if let secret = source["secret"] { return carrier(secret, .secret, named: "name") }
        if let configMap = source["configMap"] { return carrier(configMap, .configMap, named: "name") }
        guard let token = source["serviceAccountToken"], let path = token["path"]?.name else { return [] }
        return [.token(ProjectedToken(audience: token["audience"]?.text ?? "", path: path))]
    }

    private static func driver(_ csi: Branch) -> [VolumeSource] {
        let driver = csi["driver"]?.name ?? ""
        if let provider = csi["volumeAttributes"]?["secretProviderClass"]?.name, driver == "secrets-store.csi.k8s.io" {
            return [.secretsStore(providerClass: provider)]
        }
        return [.csi(driver: driver, publishSecret: csi["nodePublishSecretRef"]?["name"]?.name)]
    }

    private static func carrier(_ source: Branch, _ kind: CarrierKind, named field: StaticString) -> [VolumeSource] {
        guard let name = source[field]?.name else { return [] }
        let items = source["items"].flatMap { $0.isSequence ? $0.elements.compactMap(item) : nil }
        return [
            .carrier(
                CarrierFiles(
                    kind: kind, object: name, items: items?.isEmpty == true ? nil : items,
                    optional: source["optional"]?.flag == true))
        ]
    }

    private static func item(_ item: Branch) -> CarrierFiles.Item? {
        guard let entry = item["key"]?.name, let path = item["path"]?.name else { return nil }
        return CarrierFiles.Item(entry: entry, path: path)
    }

    /// Reads one entry of `volumeMounts`; `nil` for one that mounts nothing.
    static func mount(_ mount: Branch) -> VolumeMount? {
        guard let volume = mount["name"]?.name, let path = mount["mountPath"]?.name else { return nil }
        return VolumeMount(
            volume: volume, path: path, subPath: mount["subPath"]?.name ?? mount["subPathExpr"]?.name,
            manifest: mount.members.contains { !$0.isNamed("name") && !$0.isNamed("mountPath") }
                ? ManifestText.json(of: mount) : nil)
    }
}
