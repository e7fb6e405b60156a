internal import StructuredText

/// What containers read of Secrets and ConfigMaps when they start.
enum ContainerEnvironment {
    /// Why a container cannot start: something that it refers to, and needs, is not there; `nil` when it can.
    static func missing(_ pod: StructuredValue, _ cluster: SimulatedCluster) -> String? {
        for volume in pod.at("spec", "volumes")?.elements ?? [] {
            let secret = volume.at("secret").map { ($0, ResourceKind.secret, $0.at("secretName")?.text) }
            let map = volume.at("configMap").map { ($0, ResourceKind.configMap, $0.at("name")?.text) }
            guard let (source, kind, name) = secret ?? map, source.at("optional") != .bool(true) else { continue }
            if cluster.object(kind, pod.namespace, name ?? "") == nil { return "ContainerCreating" }
        }
        for container in all(in: pod) {
            for entry in container.at("envFrom")?.elements ?? [] {
                let source = entry.at("secretRef") ?? entry.at("configMapRef") ?? .null
                let kind = entry.at("secretRef") == nil ? ResourceKind.configMap : .secret
                guard source.at("optional") != .bool(true) else { continue }
                if cluster.object(kind, pod.namespace, source.name(of: "name")) == nil {
                    return "CreateContainerConfigError"
                }
            }
            for variable in container.at("env")?.elements ?? [] {
                guard let source = variable.at("valueFrom", "secretKeyRef"), source.at("optional") != .bool(true),
                    entry(source.name(of: "key"), ofSecret: source.name(of: "name"), pod, cluster) == nil
                else { continue }
                return "CreateContainerConfigError"
            }
        }
        return nil
    }

    /// What each container has read.
    static func containers(of pod: StructuredValue, _ cluster: SimulatedCluster) -> [PodProcess.Container] {
        all(in: pod).map { container in
            let isPair = variable("AWS_SECRET_ACCESS_KEY", container, pod, cluster)?.isEmpty == false
            let key = variable("AWS_ACCESS_KEY_ID", container, pod, cluster)
            return PodProcess.Container(
                name: container.name(of: "name"), image: container.name(of: "image"), key: isPair ? key : nil,
                role: variable("AWS_WEB_IDENTITY_TOKEN_FILE", container, pod, cluster) == nil
                    ? nil : variable("AWS_ROLE_ARN", container, pod, cluster),
                isAssociated: variable("AWS_CONTAINER_CREDENTIALS_FULL_URI", container, pod, cluster) != nil)
        }
    }

    static func all(in pod: StructuredValue) -> [StructuredValue] {
        (pod.at("spec", "initContainers")?.elements ?? []) + (pod.at("spec", "containers")?.elements ?? [])
    }

    /// A variable as the container has it: `env` comes before `envFrom`, the last of several before the others.
    private static func variable(
        _ name: String, _ container: StructuredValue, _ pod: StructuredValue, _ cluster: SimulatedCluster
    ) -> String? {
        if let entry = container.at("env")?.elements.last(where: { $0.name(of: "name") == name }) {
            guard let source = entry.at("valueFrom", "secretKeyRef") else { return entry.at("value")?.text ?? "" }
            return self.entry(source.name(of: "key"), ofSecret: source.name(of: "name"), pod, cluster)
        }
        for source in (container.at("envFrom")?.elements ?? []).reversed() {
            let prefix = source.at("prefix")?.text ?? ""
            guard name.hasPrefix(prefix), let secret = source.at("secretRef", "name")?.text else { continue }
            if let value = entry(String(name.dropFirst(prefix.count)), ofSecret: secret, pod, cluster) { return value }
        }
        return nil
    }

    private static func entry(
        _ key: String, ofSecret name: String, _ pod: StructuredValue, _ cluster: SimulatedCluster
    ) -> String? {
        cluster.object(.secret, pod.namespace, name)?.at("data", key)?.text.map(Base64Text.decoding)
    }

    /// The key id in a credentials file that a container mounts from a Secret, as it is now; `nil` for none.
    static func fileKey(of container: String, _ pod: StructuredValue, _ cluster: SimulatedCluster) -> String? {
        guard let container = all(in: pod).first(where: { $0.name(of: "name") == container }) else { return nil }
        for mount in container.at("volumeMounts")?.elements ?? [] {
            let volume = pod.at("spec", "volumes")?.elements.first { $0.name(of: "name") == mount.name(of: "name") }
            guard let name = volume?.at("secret", "secretName")?.text else { continue }
            for text in cluster.object(.secret, pod.namespace, name)?.at("data")?.texts.values ?? [:].values {
                let lines = Base64Text.decoding(text).split(separator: "\n")
                let line = lines.first { $0.hasPrefix("aws_access_key_id") }
                if let id = line?.split(separator: "=").last { return String(id.filter { !$0.isWhitespace }) }
            }
        }
        return nil
    }
}

extension StructuredValue {
    /// A text member; empty where there is none.
    func name(of member: String) -> String { at(member)?.text ?? "" }
}
