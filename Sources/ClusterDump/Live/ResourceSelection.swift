/// Which of the listed types are read, so that no object is read twice or without need.
enum ResourceSelection {
    /// Groups whose objects are measurements, made up at each request.
    private static let measurements: Set<String> = [
        "metrics.k8s.io", "custom.metrics.k8s.io", "external.metrics.k8s.io",
    ]

    /// Groups that serve the objects of another group once more, and that group.
    ///
    /// Kubernetes moved these types and keeps serving them under the old name for a while; OpenShift has its own names for
    /// those of RBAC. Types that merely share a plural (`services` of Knative) are not the same objects.
    private static let twins: [(group: String, original: Set<String>)] = [
        ("extensions", ["apps", "networking.k8s.io", "policy"]),
        ("events.k8s.io", [""]),
        ("authorization.openshift.io", ["rbac.authorization.k8s.io"]),
    ]

    /// Picks the types to read.
    ///
    /// - Parameters:
    ///   - types: all that the server lists.
    ///   - namespace: when there is one, types outside of namespaces are left out.
    /// - Returns: the types to read, in the same order.
    static func select(_ types: [ResourceType], namespace: String?) -> [ResourceType] {
        var seen: Set<String> = []
        return types.filter { type in
            !measurements.contains(type.group) && (namespace == nil || type.namespaced) && !isTwin(type, of: types)
                && seen.insert(type.displayName).inserted
        }
    }

    private static func isTwin(_ type: ResourceType, of types: [ResourceType]) -> Bool {
        guard let twin = twins.first(where: { $0.group == type.group }) else { return false }
        return types.contains { $0.name == type.name && twin.original.contains($0.group) }
    }

    /// Whether something under this group matters to a scan at all.
    static func isScanned(group: Substring) -> Bool { !measurements.contains(String(group)) }
}
