import MigrationModel

/// Secrets of type `kubernetes.io/service-account-token`, which never expire.
///
/// See [ServiceAccount token Secrets](https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets).
struct LegacyTokenReader: ObjectReader {
    /// The type of such Secrets.
    static let secretType = "kubernetes.io/service-account-token"

    func read(_ object: DumpedObject, into objects: inout ClusterObjects) {
        let metadata = object.root["metadata"]
        guard let account = metadata?["annotations"]?["kubernetes.io/service-account.name"]?.name else { return }
        objects.legacyTokens.append(
            LegacyToken(
                input: object.input, object: object.reference, serviceAccount: account,
                created: metadata?["creationTimestamp"]?.timestamp))
    }
}
