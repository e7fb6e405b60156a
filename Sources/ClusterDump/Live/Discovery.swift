import MigrationModel

/// Which types of objects a cluster lists, and what kept some of them from being known.
struct Discovery: Hashable, Sendable {
    /// The types to read.
    var types: [ResourceType] = []
    /// What cannot be read because it could not be discovered.
    var problems: [Problem] = []

    /// Asks the cluster.
    static func of(_ cluster: LiveCluster, name: String) -> Discovery {
        if let problem = missingNamespace(of: cluster, name: name) { return Discovery(problems: [problem]) }
        // kubectl asks the server anew here, so that a custom resource of a minute ago is not missed.
        let (table, ending) = cluster.answer(to: ["api-resources", "--verbs=list", "-o", "wide"])
        let types = ResourceTable.types(in: table)
        var discovery = Discovery(types: ResourceSelection.select(types, namespace: cluster.namespace))
        if let complaint = KubectlComplaint(ending) {
            let unknown = unavailableGroups(in: ending.log.errors)
            discovery.problems =
                unknown.isEmpty
                ? [complaint.problem(cluster: name, loss: "\(name) was not scanned", resource: "all")]
                : unknown.filter { ResourceSelection.isScanned(group: $0.group) }.map { problem($0, in: name) }
        } else if types.isEmpty {
            discovery.problems = [unreadable(name)]
        }
        return discovery
    }

    /// Lists of a namespace that does not exist are empty, not wrong: a typing error would pass for a clean cluster.
    private static func missingNamespace(of cluster: LiveCluster, name: String) -> Problem? {
        guard let namespace = cluster.namespace else { return nil }
        let path = "/api/v1/namespaces/\(ResourceType.encoded(namespace))"
        // Whether somebody may see the Namespace object says nothing about what is in it.
        guard case .notFound = KubectlComplaint(cluster.answer(to: ["get", "--raw", path]).ending) else { return nil }
        return Problem(
            .unavailable, input: name, message: "\(name) has no namespace \(namespace)",
            advice: "See kubectl get namespaces, then scan again with the right -n.")
    }

    private typealias UnavailableGroup = (group: Substring, groupVersion: Substring, reason: Substring)

    /// What stands behind `unable to retrieve the complete list of server APIs:`, entries of `group/version: reason`.
    private static func unavailableGroups(in errors: [String]) -> [UnavailableGroup] {
        let beginning = "error: unable to retrieve the complete list of server APIs: "
        guard let line = errors.last(where: { $0.hasPrefix(beginning) }) else { return [] }
        var groups: [UnavailableGroup] = []
        for entry in line.dropFirst(beginning.count).split(separator: ", ") {
            guard let colon = entry.firstIndex(of: ":"), let slash = entry.firstIndex(of: "/"), slash < colon else {
                continue
            }
            let reason = entry[entry.index(after: colon)...].drop { $0 == " " }
            groups.append((entry[..<slash], entry[..<colon], reason))
        }
        return groups
    }

    private static func problem(_ unavailable: UnavailableGroup, in name: String) -> Problem {
        Problem(
            .unavailable, input: name,
            message: "objects of \(unavailable.groupVersion) were not scanned: \(unavailable.reason)",
            advice: "See kubectl get apiservices, repair or remove the one of \(unavailable.group), then scan again.")
    }

    private static func unreadable(_ name: String) -> Problem {
        Problem(
            .unavailable, input: name,
            message: "\(name) was not scanned: kubectl api-resources printed no table that could be read",
            advice: "Use kubectl 1.20 or newer; kubectl version --client tells.")
    }
}
