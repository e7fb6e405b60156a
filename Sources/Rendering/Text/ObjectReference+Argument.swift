import MigrationModel

extension ObjectReference {
    /// The object as an argument of a command, as allowlists name it: `production/Deployment/order-api`.
    var argument: String { [namespace, kind, name].compactMap(\.self).joined(separator: "/") }
}
