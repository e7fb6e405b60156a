import MigrationModel
import StructuredText

/// Writes entries of Pod templates as the API server has them, so that an undo puts back the same.
enum EntryManifests {
    /// An entry of `env` as JSON.
    ///
    /// - Parameters:
    ///   - entry: the entry.
    ///   - secret: the Secret into which its literal is moved before anything else happens; empty where it is not.
    /// - Returns: the entry; `nil` where its text is not kept, since it may be a credential.
    static func variable(_ entry: EnvironmentEntry, movedTo secret: String) -> String? {
        let name = StructuredValue.Member("name", .string(entry.name))
        switch entry.source {
        case .secret(let reference): return text([name, source(.secret, reference)])
        case .configMap(let reference): return text([name, source(.configMap, reference)])
        case .literal where !secret.isEmpty:
            return text([name, source(.secret, EntryReference(object: secret, entry: entry.name))])
        case .literal(let literal):
            // The API server leaves an empty value out.
            if literal.shape == .empty { return text([name]) }
            let reference = literal.isOneReference ? literal.references.first.map { "$(\($0))" } : nil
            guard let value = literal.text ?? reference else { return nil }
            return text([name, .init("value", .string(value))])
        case .other: return nil
        }
    }

    /// An entry of `envFrom` as JSON.
    static func origin(_ entry: EnvironmentFrom) -> String {
        var reference: [StructuredValue.Member] = [.init("name", .string(entry.object))]
        if entry.optional || entry.saysOptional { reference.append(.init("optional", .bool(entry.optional))) }
        let field = entry.kind == .secret ? "secretRef" : "configMapRef"
        let prefix: [StructuredValue.Member] = entry.prefix.isEmpty ? [] : [.init("prefix", .string(entry.prefix))]
        return text(prefix + [.init(field, .mapping(reference))])
    }

    /// An entry of `volumeMounts` as JSON.
    static func mount(_ mount: VolumeMount) -> String {
        mount.manifest ?? text([.init("mountPath", .string(mount.path)), .init("name", .string(mount.volume))])
    }

    private static func source(_ kind: CarrierKind, _ reference: EntryReference) -> StructuredValue.Member {
        var members: [StructuredValue.Member] = [
            .init("name", .string(reference.object)), .init("key", .string(reference.entry)),
        ]
        if reference.optional || reference.saysOptional { members.append(.init("optional", .bool(reference.optional))) }
        return .init(
            "valueFrom", .mapping([.init(kind == .secret ? "secretKeyRef" : "configMapKeyRef", .mapping(members))]))
    }

    private static func text(_ members: [StructuredValue.Member]) -> String {
        JSONWriter.text(for: .mapping(members), pretty: false)
    }
}
