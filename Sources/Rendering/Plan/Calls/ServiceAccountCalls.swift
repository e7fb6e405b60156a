import MigrationModel
internal import StructuredText

/// The calls that make a ServiceAccount with what its predecessor carried, and take it away again.
struct ServiceAccountCalls {
    private let action: CreateServiceAccount

    init(_ action: CreateServiceAccount) { self.action = action }

    private var account: ObjectReference {
        ObjectReference(apiVersion: "v1", kind: "ServiceAccount", namespace: action.namespace, name: action.name)
    }

    /// The grants go first again: a ServiceAccount of the same name that somebody makes later must not have them.
    var procedure: StepProcedure {
        guard let manifest = ServiceAccountManifest.value(of: action) else { return StepProcedure() }
        let create = ObjectManifest(object: account, manifest: MachineText.line(manifest))
        let entries = action.bindings.compactMap(entry)
        return StepProcedure(
            apply: [.create(create)] + entries.map(Call.include),
            undo: entries.reversed().map(Call.exclude) + [.delete(account)],
            byHand: action.bindings.filter { Self.binding($0) == nil }.map {
                "Add the ServiceAccount \(action.namespace)/\(action.name) to \($0), which names \(action.former)."
            })
    }

    private func entry(_ binding: String) -> ListedEntry? {
        Self.binding(binding).map { object in
            ListedEntry(
                object: object, list: "/subjects",
                entry: MachineText.line([
                    "kind": "ServiceAccount", "name": .string(action.name), "namespace": .string(action.namespace),
                ]))
        }
    }

    /// Reads `RoleBinding NAMESPACE/NAME` and `ClusterRoleBinding NAME`; names of RBAC may hold colons and spaces.
    private static func binding(_ text: String) -> ObjectReference? {
        let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[1].isEmpty else { return nil }
        let version = "rbac.authorization.k8s.io/v1"
        switch parts[0] {
        case "ClusterRoleBinding": return ObjectReference(apiVersion: version, kind: parts[0], name: parts[1])
        case "RoleBinding":
            let place = parts[1].split(separator: "/", maxSplits: 1).map(String.init)
            guard place.count == 2 else { return nil }
            return ObjectReference(apiVersion: version, kind: parts[0], namespace: place[0], name: place[1])
        default: return nil
        }
    }
}
