import MigrationModel

/// Whose key is which, as `aws iam list-access-keys --user-name NAME` prints it, whole or cut down with `--query`.
enum AccessKeyListing {
    /// Adds the owners of a document.
    ///
    /// - Returns: whether it is such a document. Nothing but the id, the user and the status is looked at.
    static func add(_ node: LocatedNode, to facts: inout AccountFacts) -> Bool {
        if let listed = node["AccessKeyMetadata"] {
            for entry in listed.elements { _ = addEntry(entry, to: &facts) }
            return true
        }
        if case .sequence(let elements, _) = node {
            return !elements.isEmpty && elements.allSatisfy { add($0, to: &facts) }
        }
        return addEntry(node, to: &facts)
    }

    private static func addEntry(_ entry: LocatedNode, to facts: inout AccountFacts) -> Bool {
        guard let id = entry["AccessKeyId"]?.string, let user = entry["UserName"]?.string else { return false }
        facts.owners[id] = KeyOwner(user: user, isActive: entry["Status"]?.string != "Inactive")
        return true
    }
}
