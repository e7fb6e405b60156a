import MigrationModel
internal import StructuredText

/// A carrier without its keys for whoever keeps it in Git: a strategic merge patch, which also fits where an entry is not there.
enum CarrierManifest {
    static func text(of action: RemoveCarrier) -> String {
        let object = action.carrier
        var metadata: [StructuredValue.Member] = [.init("name", .string(object.name))]
        if let namespace = object.namespace { metadata.append(.init("namespace", .string(namespace))) }
        var members: [StructuredValue.Member] = [
            .init("apiVersion", .string(object.apiVersion)), .init("kind", .string(object.kind)),
            .init("metadata", .mapping(metadata)),
        ]
        guard let entries = action.entries else {
            return MachineText.yaml(.mapping([.init("$patch", "delete")] + members))
        }
        let nothing = StructuredValue.mapping(entries.map { .init($0, .null) })
        // Manifests hold texts of Secrets in `stringData` as well, and bytes of ConfigMaps in `binaryData`.
        let second = object.kind == CarrierKind.secret.rawValue ? "stringData" : "binaryData"
        members += [.init("data", nothing), .init(second, nothing)]
        return MachineText.yaml(.mapping(members))
    }
}
