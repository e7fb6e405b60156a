import MigrationModel
internal import StructuredText

/// `kubectl create`, `apply` and `replace` of what comes through standard input.
enum KubectlCreate {
    static func answer(_ request: KubectlRequest, _ world: inout WorldState) throws(KubectlFailure) -> String {
        if !request.option("raw").isEmpty { return try RawPath.create(request.option("raw"), request, &world) }
        guard request.words.count == 1 else { throw .unknown(request.all) }
        return try each(request, &world) { manifest, kind, world throws(KubectlFailure) in
            try ObjectChange.create(manifest, kind, verb: "created", request, &world)
        }
    }

    /// Makes what is not there, and changes the members of the rest that the manifest has.
    static func apply(_ request: KubectlRequest, _ world: inout WorldState) throws(KubectlFailure) -> String {
        try each(request, &world) { manifest, kind, world throws(KubectlFailure) in
            guard let former = find(manifest, kind, request, world) else {
                let verb = request.has("server-side") ? "serverside-applied" : "created"
                return try ObjectChange.create(manifest, kind, verb: verb, request, &world)
            }
            let merged = MergePatching.apply(manifest, to: former)
            let isSame = ObjectDefaults.completing(merged, kind).sorted == former.sorted
            let verb = request.has("server-side") ? "serverside-applied" : isSame ? "unchanged" : "configured"
            return try ObjectChange.store(merged, in: former, kind, verb: verb, request, &world)
        }
    }

    static func replace(_ request: KubectlRequest, _ world: inout WorldState) throws(KubectlFailure) -> String {
        try each(request, &world) { manifest, kind, world throws(KubectlFailure) in
            guard let former = find(manifest, kind, request, world) else {
                guard request.has("force") else {
                    throw .server(
                        "NotFound", "error when replacing \"STDIN\": \(kind.resource) \"\(manifest.name)\" not found")
                }
                return try ObjectChange.create(manifest, kind, verb: "replaced", request, &world)
            }
            guard request.has("force") else {
                return try ObjectChange.store(manifest, in: former, kind, verb: "replaced", request, &world)
            }
            guard !request.isDry else {
                throw KubectlFailure(text: "error: --dry-run cannot be used when --force is set")
            }
            world.cluster.delete(former, kind, world.now)
            let deleted = "\(kind.single) \"\(former.name)\" deleted\n"
            return deleted + (try ObjectChange.create(manifest, kind, verb: "replaced", request, &world))
        }
    }

    private static func find(
        _ manifest: StructuredValue, _ kind: ResourceKind, _ request: KubectlRequest, _ world: WorldState
    ) -> StructuredValue? {
        let namespace = manifest.namespace.isEmpty ? request.namespace : manifest.namespace
        return world.cluster.object(kind, namespace, manifest.name)
    }

    private static func each(
        _ request: KubectlRequest, _ world: inout WorldState,
        _ change: (StructuredValue, ResourceKind, inout WorldState) throws(KubectlFailure) -> String
    ) throws(KubectlFailure) -> String {
        var printed = ""
        for manifest in try request.documents() {
            guard let kind = world.cluster.kind(of: manifest) else {
                let (name, version) = (manifest.name(of: "kind"), manifest.name(of: "apiVersion"))
                throw KubectlFailure(
                    text: "error: resource mapping not found for name: \"\(manifest.name)\" namespace: "
                        + "\"\(manifest.namespace)\" from \"STDIN\": no matches for kind \"\(name)\" in version \"\(version)\"\n"
                        + "ensure CRDs are installed first")
            }
            printed += try change(manifest, kind, &world)
        }
        return printed
    }
}
