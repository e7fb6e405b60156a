import MigrationModel

/// How Google Cloud spells what a plan names.
enum GoogleNames {
    static let userRole = "roles/iam.workloadIdentityUser"

    /// The address of a service account.
    static func email(_ identity: PlannedIdentity) -> String {
        "\(identity.role)@\(identity.account).iam.gserviceaccount.com"
    }

    /// A ServiceAccount as a member of a grant; the pool is that of the cluster's project.
    static func member(_ identity: PlannedIdentity, _ cluster: ClusterConfiguration) -> String {
        "serviceAccount:\(cluster.project).svc.id.goog[\(identity.namespace)/\(identity.serviceAccount)]"
    }
}
