import MigrationModel

/// RoleBindings and ClusterRoleBindings, as far as they give ServiceAccounts anything.
///
/// A ServiceAccount is also a user, `system:serviceaccount:NAMESPACE:NAME`, and in the groups of all ServiceAccounts of its
/// namespace and of the cluster, see
/// [referring to subjects](https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects). The groups
/// are told as `NAMESPACE/*` and `*/*`.
struct RoleBindingReader: ObjectReader {
    func read(_ object: DumpedObject, into objects: inout ClusterObjects) {
        let subjects = object.root["subjects"]?.elements.compactMap { Self.serviceAccount($0, object.reference) }
        guard let subjects, !subjects.isEmpty else { return }
        let role = object.root["roleRef"]
        objects.roleBindings.append(
            RoleBindingFacts(
                input: object.input, object: object.reference,
                role: "\(role?["kind"]?.text ?? "") \(role?["name"]?.text ?? "")", serviceAccounts: subjects))
    }

    private static func serviceAccount(_ subject: Branch, _ binding: ObjectReference) -> String? {
        guard let name = subject["name"]?.name else { return nil }
        switch subject["kind"]?.text {
        case "ServiceAccount": return (subject["namespace"]?.name ?? binding.namespace).map { "\($0)/\(name)" }
        case "Group": return group(name.split(separator: ":", omittingEmptySubsequences: false))
        case "User": return user(name.split(separator: ":", omittingEmptySubsequences: false))
        default: return nil
        }
    }

    private static func group(_ parts: [Substring]) -> String? {
        guard parts.starts(with: ["system", "serviceaccounts"]), parts.count <= 3 else { return nil }
        return parts.count == 2 ? "*/*" : "\(parts[2])/*"
    }

    private static func user(_ parts: [Substring]) -> String? {
        guard parts.starts(with: ["system", "serviceaccount"]), parts.count == 4 else { return nil }
        return "\(parts[2])/\(parts[3])"
    }
}
