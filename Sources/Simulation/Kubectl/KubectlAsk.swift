import MigrationModel
internal import StructuredText

/// What `kubectl` says of the cluster itself.
enum KubectlAsk {
    /// `kubectl api-resources -o name`, or as a table.
    static func resources(_ request: KubectlRequest, _ world: inout WorldState) throws(KubectlFailure) -> String {
        let namespaced = request.option("namespaced")
        let kinds = world.cluster.kinds.filter { namespaced.isEmpty || $0.isNamespaced == (namespaced != "false") }
        switch request.option("output") {
        case "name": return kinds.map { $0.resource + "\n" }.joined()
        case "wide", "":
            let head = "NAME   SHORTNAMES   APIVERSION   NAMESPACED   KIND   VERBS\n"
            guard request.option("output") == "wide" else { throw .unknown(request.all) }
            let verbs = "create,delete,deletecollection,get,list,patch,update,watch"
            let rows = kinds.map { kind in
                "\(kind.plural)   \(kind.short.joined(separator: ","))   \(kind.apiVersion)   \(kind.isNamespaced)   "
                    + "\(kind.kind)   \(verbs)\n"
            }
            return (request.has("no-headers") ? "" : head) + rows.joined()
        default: throw .unknown(request.all)
        }
    }

    static func version(_ request: KubectlRequest, _ world: inout WorldState) throws(KubectlFailure) -> String {
        guard request.option("output") == "json" else { return "Client Version: v1.34.2\nServer Version: v1.34.2\n" }
        let version: StructuredValue = ["major": "1", "minor": "34", "gitVersion": "v1.34.2"]
        let both: StructuredValue = ["clientVersion": version, "serverVersion": version]
        return both.printed
    }

    static func permission(_ request: KubectlRequest, _ world: inout WorldState) throws(KubectlFailure) -> String {
        guard request.words.dropFirst().first == "can-i" else { throw .unknown(request.all) }
        return "yes\n"
    }

    static func configuration(_ request: KubectlRequest, _ world: inout WorldState) throws(KubectlFailure) -> String {
        guard request.words.dropFirst().first == "current-context" else { throw .unknown(request.all) }
        return world.cluster.context + "\n"
    }
}
