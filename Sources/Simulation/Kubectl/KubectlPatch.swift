import MigrationModel
internal import StructuredText

/// `kubectl patch`.
enum KubectlPatch {
    static func answer(_ request: KubectlRequest, _ world: inout WorldState) throws(KubectlFailure) -> String {
        let (kind, object) = try NamedObjects.one(request, world)
        let patched = try apply(try patch(request), to: object, kind, request)
        return try ObjectChange.store(patched, in: object, kind, verb: "patched", request, &world)
    }

    private static func patch(_ request: KubectlRequest) throws(KubectlFailure) -> StructuredValue {
        let file = request.option("patch-file")
        guard file.isEmpty || ["-", "/dev/stdin"].contains(file) else { throw .unknown(request.all) }
        guard let patch = StructuredValue.reading(json: file.isEmpty ? request.option("patch") : request.input) else {
            throw KubectlFailure(text: "error: unable to parse the patch: yaml: did not find expected node content")
        }
        return patch
    }

    private static func apply(
        _ patch: StructuredValue, to object: StructuredValue, _ kind: ResourceKind, _ request: KubectlRequest
    ) throws(KubectlFailure) -> StructuredValue {
        switch request.option("type") {
        case "json":
            do throws(JSONPatching.Misfit) {
                return try JSONPatching.apply(patch.elements, to: object)
            } catch {
                // kubectl shows no more of a patch that does not fit.
                throw KubectlFailure(
                    text: "The request is invalid: the server rejected our request due to an error in our request")
            }
        case "merge": return MergePatching.apply(patch, to: object)
        default: throw .unknown(request.all)
        }
    }
}

/// Stores changed objects, or says why not.
enum ObjectChange {
    /// Stores an object in the place of another one, unless nothing is to be changed.
    ///
    /// - Returns: what kubectl prints.
    static func store(
        _ changed: StructuredValue, in former: StructuredValue, _ kind: ResourceKind, verb: String,
        _ request: KubectlRequest, _ world: inout WorldState
    ) throws(KubectlFailure) -> String {
        var complete = ObjectDefaults.completing(changed, kind)
        complete.set(former.at("status"), at: "status")
        let version = former.at("metadata", "resourceVersion")
        if let wanted = changed.at("metadata", "resourceVersion"), wanted != version {
            throw .server(
                "Conflict",
                "Operation cannot be fulfilled on \(kind.resource) \"\(former.name)\": the object has been modified; "
                    + "please apply your changes to the latest version and try again")
        }
        if let uid = changed.at("metadata", "uid")?.text, uid != former.uid {
            guard verb != "patched" else {
                throw .invalid(kind, former.name, "metadata.uid: Invalid value: \"\(uid)\": field is immutable")
            }
            throw .server(
                "Conflict",
                "Operation cannot be fulfilled on \(kind.resource) \"\(former.name)\": Precondition failed: UID in "
                    + "precondition: \(uid), UID in object meta: \(former.uid)")
        }
        try refuseImmutable(complete, former, kind)
        complete.set(version, at: "metadata", "resourceVersion")
        complete.set(former.at("metadata", "generation"), at: "metadata", "generation")
        complete.set(former.at("metadata", "uid"), at: "metadata", "uid")
        complete.set(former.at("metadata", "creationTimestamp"), at: "metadata", "creationTimestamp")
        let isSame = complete.sorted == former.sorted
        var stored = complete
        if !isSame, !request.isDry {
            stored = world.cluster.store(complete, kind, world.now)
            world.disturb()
        }
        if request.option("output") == "json" { return stored.printed }
        if request.option("output") == "name" { return "\(kind.single)/\(former.name)\n" }
        let remark = isSame && verb == "patched" ? " (no change)" : ""
        return "\(kind.single)/\(former.name) \(verb)\(remark)\(request.suffix)\n"
    }

    private static func refuseImmutable(
        _ changed: StructuredValue, _ former: StructuredValue, _ kind: ResourceKind
    ) throws(KubectlFailure) {
        if former.at("immutable") == .bool(true), changed.at("data")?.sorted != former.at("data")?.sorted {
            throw .invalid(kind, former.name, "data: Forbidden: field is immutable when `immutable` is set")
        }
        if kind == .job, changed.at("spec", "template")?.sorted != former.at("spec", "template")?.sorted {
            throw .invalid(kind, former.name, "spec.template: Invalid value: field is immutable")
        }
        let selector = { (object: StructuredValue) in object.at("spec", "selector")?.sorted }
        if [.deployment, .statefulSet, .daemonSet, .replicaSet].contains(kind), selector(changed) != selector(former) {
            throw .invalid(kind, former.name, "spec.selector: Invalid value: field is immutable")
        }
        guard changed.name == former.name, changed.namespace == former.namespace else {
            throw .server("BadRequest", "the name of the object does not match the name on the URL")
        }
    }

    /// Makes a new object.
    static func create(
        _ manifest: StructuredValue, _ kind: ResourceKind, verb: String, _ request: KubectlRequest,
        _ world: inout WorldState
    ) throws(KubectlFailure) -> String {
        var manifest = manifest
        if kind.isNamespaced, manifest.namespace.isEmpty {
            manifest.set(.string(request.namespace), at: "metadata", "namespace")
        }
        let given = request.option("namespace")
        guard given.isEmpty || !kind.isNamespaced || given == manifest.namespace else {
            throw KubectlFailure(
                text: "error: the namespace from the provided object \"\(manifest.namespace)\" does not match the "
                    + "namespace \"\(given)\". You must pass '--namespace=\(manifest.namespace)' to perform this operation."
            )
        }
        guard !kind.isNamespaced || world.cluster.object(.namespace, "", manifest.namespace) != nil else {
            throw .server(
                "NotFound", "error when creating \"STDIN\": namespaces \"\(manifest.namespace)\" not found")
        }
        if manifest.name.isEmpty, let prefix = manifest.at("metadata", "generateName")?.text {
            manifest.set(.string(prefix + world.cluster.nextLetters(5)), at: "metadata", "name")
        }
        guard world.cluster.object(kind, manifest.namespace, manifest.name) == nil else {
            throw .server(
                "AlreadyExists",
                "error when creating \"STDIN\": \(kind.resource) \"\(manifest.name)\" already exists")
        }
        for field in ["uid", "resourceVersion", "creationTimestamp", "generation", "managedFields"] {
            manifest.set(nil, at: "metadata", field)
        }
        manifest.set(nil, at: "status")
        var stored = ObjectDefaults.completing(manifest, kind)
        if !request.isDry {
            if kind == .pod {
                guard let pod = PodCreation.admit(stored, &world) else {
                    throw .server(
                        "Forbidden",
                        "error when creating \"STDIN\": pods \"\(manifest.name)\" is forbidden: error looking up service "
                            + "account \(manifest.namespace)/\(stored.at("spec", "serviceAccountName")?.text ?? "default")"
                            + ": serviceaccount not found")
                }
                stored = pod
            } else {
                stored = world.cluster.store(stored, kind, world.now)
            }
            world.disturb()
        }
        if request.option("output") == "json" { return stored.printed }
        return "\(kind.single)/\(manifest.name) \(verb)\(request.suffix)\n"
    }
}
