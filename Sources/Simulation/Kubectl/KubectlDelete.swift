import MigrationModel
internal import StructuredText

/// `kubectl delete`.
enum KubectlDelete {
    /// How many seconds it waits for what it deleted to be gone.
    private static let patience = 120

    static func answer(_ request: KubectlRequest, _ world: inout WorldState) throws(KubectlFailure) -> String {
        if !request.option("raw").isEmpty { return try RawPath.delete(request.option("raw"), request, &world) }
        let named = try NamedObjects(request.words.dropFirst(), world.cluster)
        guard !named.objects.isEmpty else { throw .unknown(request.all) }
        var printed = ""
        for (kind, name) in named.objects {
            guard let object = world.cluster.object(kind, request.namespace, name) else {
                if request.has("ignore-not-found") { continue }
                throw .missing(kind, name)
            }
            if !request.isDry { remove(object, kind, isWaiting: request.option("wait") != "false", &world) }
            printed +=
                request.option("output") == "name"
                ? "\(kind.single)/\(name)\n"
                : "\(kind.single) \"\(name)\" deleted\(request.suffix)\n"
        }
        return printed
    }

    private static func remove(
        _ object: StructuredValue, _ kind: ResourceKind, isWaiting: Bool, _ world: inout WorldState
    ) {
        world.cluster.delete(object, kind, world.now)
        world.disturb()
        guard isWaiting, kind == .pod else { return }
        _ = world.wait(patience) { $0.cluster.object(kind, object.namespace, object.name)?.uid != object.uid }
    }
}
