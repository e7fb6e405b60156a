public import MigrationModel

/// Tells who made an object and would make it again.
public enum ObjectManagers {
    /// All programs that are recognised, the most direct first; a new one is a file beside the others and a line here.
    static let all: [any ManagerMark.Type] = [
        // What writes the object itself.
        ControllerMark.self,
        ExternalSecretsMark.self,
        SealedSecretsMark.self,
        VaultMark.self,
        SecretsStoreMark.self,
        ReflectorMark.self,
        ReplicatorMark.self,
        // What applies manifests.
        HelmMark.self,
        ArgoCDMark.self,
        FluxMark.self,
        TerraformMark.self,
    ]

    /// The managers whose marks the object carries, the most direct first; a change to it has to be made at their source.
    public static func managers(of object: ObjectDescription) -> [ObjectManager] {
        all.compactMap { $0.manager(of: object) }
    }
}

extension ObjectDescription {
    /// The first owner of one of these kinds, as `namespace/name`; owners live in the namespace of what they own.
    func owner(ofKinds kinds: Set<String>) -> String? {
        owners.first { kinds.contains($0.kind) }.map { qualified($0.name, in: reference.namespace) }
    }

    /// Whether a label or an annotation begins with this.
    func hasMark(prefix: String) -> Bool {
        labels.keys.contains { $0.hasPrefix(prefix) } || annotations.keys.contains { $0.hasPrefix(prefix) }
    }

    /// `namespace/name`, or the name alone.
    func qualified(_ name: String, in namespace: String?) -> String {
        guard let namespace, !namespace.isEmpty, !name.isEmpty else { return name }
        return namespace + "/" + name
    }
}
