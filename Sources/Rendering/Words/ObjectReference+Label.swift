internal import MigrationModel

extension ObjectReference {
    /// `NAMESPACE/KIND/NAME`, the form that allowlists take; without a namespace `KIND/NAME`.
    var label: String {
        namespace.map { "\($0)/\(kind)/\(name)" } ?? "\(kind)/\(name)"
    }

    /// The API group: empty for the core group.
    var group: Substring {
        apiVersion.lastIndex(of: "/").map { apiVersion[..<$0] } ?? ""
    }
}
