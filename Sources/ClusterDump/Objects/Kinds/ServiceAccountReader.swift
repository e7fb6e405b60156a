import MigrationModel

/// ServiceAccounts, <https://kubernetes.io/docs/concepts/security/service-accounts/>.
struct ServiceAccountReader: ObjectReader {
    var pruning: Pruning { .serviceAccount }

    func read(_ object: DumpedObject, into objects: inout ClusterObjects) {
        let description = object.description
        objects.serviceAccounts.append(
            ServiceAccountFacts(
                input: object.input, object: description,
                lastChange: Self.lastChange(in: object.root["metadata"]?["managedFields"]) ?? description.created,
                secrets: object.root["secrets"]?.names ?? [], pullSecrets: object.root["imagePullSecrets"]?.names ?? [],
                mountsToken: object.root["automountServiceAccountToken"]?.flag))
    }

    /// The latest of the times of changes; RFC 3339 in UTC, as the API server writes it, sorts as text.
    private static func lastChange(in managedFields: Branch?) -> String? {
        managedFields?.elements.compactMap { $0["time"]?.timestamp }.max()
    }
}
