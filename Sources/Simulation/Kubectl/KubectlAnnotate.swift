import MigrationModel
internal import StructuredText

/// `kubectl annotate` and `kubectl label`.
enum KubectlAnnotate {
    static func answer(_ request: KubectlRequest, _ world: inout WorldState) throws(KubectlFailure) -> String {
        try change("annotations", "annotated", request, &world)
    }

    static func label(_ request: KubectlRequest, _ world: inout WorldState) throws(KubectlFailure) -> String {
        try change("labels", "labeled", request, &world)
    }

    private static func change(
        _ member: String, _ verb: String, _ request: KubectlRequest, _ world: inout WorldState
    ) throws(KubectlFailure) -> String {
        // `TYPE/NAME CHANGE…`, or `TYPE NAME CHANGE…`.
        let count = request.words.dropFirst().first?.contains("/") == true ? 2 : 3
        let changes = request.words.dropFirst(count)
        let named = try NamedObjects(request.words.prefix(count).dropFirst(), world.cluster)
        guard let (kind, name) = named.objects.first, !changes.isEmpty else { throw .unknown(request.all) }
        guard let former = world.cluster.object(kind, request.namespace, name) else { throw .missing(kind, name) }
        var object = former
        for change in changes {
            if change.hasSuffix("-"), !change.contains("=") {
                object.set(nil, at: "metadata", member, String(change.dropLast()))
                continue
            }
            let parts = change.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else { throw .unknown(request.all) }
            let present = former.at("metadata", member, parts[0])?.text
            guard request.has("overwrite") || present == nil || present == parts[1] else {
                throw KubectlFailure(
                    text: "error: --overwrite is false but found the following declared annotation(s): '\(parts[0])' "
                        + "already has a value (\(present ?? ""))")
            }
            object.set(.string(parts[1]), at: "metadata", member, parts[0])
        }
        return try ObjectChange.store(object, in: former, kind, verb: verb, request, &world)
    }
}
