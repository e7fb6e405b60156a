import MigrationModel

/// The names of everything in a plan that has files of its own.
struct PlanPaths {
    /// The folder of objects without a namespace, a name that no namespace can have.
    static let noNamespace = "_"

    /// Where the files of each service go, by its id: `production/deployment-api`.
    let services: PathTable
    /// The file names of identities, by their ids.
    let identities: PathTable
    /// The folders of clusters.
    let clusters: PathTable
    /// The files of steps, by their ids.
    let steps: PathTable
    /// Where the files of ServiceAccounts go, by ``account(_:_:_:)``.
    let accounts: PathTable
    /// Where the files of carriers go, by ``carrier(_:_:)``.
    let carriers: PathTable
    /// Whether no path names a cluster.
    let hasOneCluster: Bool

    init(_ plan: Plan) {
        let clusters = PathTable(
            (plan.clusters.map(\.name) + plan.services.map(\.cluster) + plan.steps.map(\.cluster)
                + plan.identities.map(\.cluster)).map { ($0, Self.folder($0)) })
        // The folder of the only cluster would say nothing.
        let isAlone = Set(plan.services.map(\.cluster)).count < 2
        func place(_ cluster: String, _ parts: String...) -> String {
            ((isAlone ? [] : [clusters[cluster]]) + parts).joined(separator: "/")
        }
        self.clusters = clusters
        hasOneCluster = isAlone
        services = PathTable(
            plan.services.map { service in
                let object = service.workload
                let name = SafePath.part("\(object.kind.lowercased())-\(object.name)")
                return (service.id, place(service.cluster, Self.folder(object.namespace ?? ""), name))
            })
        identities = PathTable(plan.identities.map { ($0.id, SafePath.part($0.role)) })
        accounts = PathTable(
            plan.steps.compactMap { step in
                guard let (namespace, name) = step.action.account else { return nil }
                let file = SafePath.part("serviceaccount-" + name)
                return (Self.account(step.cluster, namespace, name), place(step.cluster, Self.folder(namespace), file))
            })
        carriers = PathTable(
            plan.steps.compactMap { step in
                guard case .removeCarrier(let action) = step.action else { return nil }
                let object = action.carrier
                let name = SafePath.part("\(object.kind.lowercased())-\(object.name)")
                return (
                    Self.carrier(step.cluster, object), place(step.cluster, Self.folder(object.namespace ?? ""), name)
                )
            })
        steps = PathTable(
            plan.steps.map { step in
                let parts = step.id.split(separator: "/", omittingEmptySubsequences: false)
                return (step.id, parts.map { Self.folder(String($0)) }.joined(separator: "/"))
            })
    }

    /// The key of a ServiceAccount in ``accounts``.
    static func account(_ cluster: String, _ namespace: String, _ name: String) -> String {
        "\(cluster)\u{0}\(namespace)\u{0}\(name)"
    }

    /// The key of a Secret or ConfigMap in ``carriers``.
    static func carrier(_ cluster: String, _ object: ObjectReference) -> String { "\(cluster)\u{0}\(object)" }

    private static func folder(_ namespace: String) -> String {
        namespace.isEmpty ? noNamespace : SafePath.part(namespace)
    }
}

extension Action {
    /// The namespace and the name of the ServiceAccount that it writes.
    fileprivate var account: (String, String)? {
        switch self {
        case .createServiceAccount(let action): (action.namespace, action.name)
        case .bindIdentity(let action): (action.namespace, action.serviceAccount)
        default: nil
        }
    }
}
