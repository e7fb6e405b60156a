import MigrationModel

/// How Google Cloud spells what a plan names.
enum GoogleNames {
    static let userRole = "roles/iam.workloadIdentityUser"

    /// The address of a service account.
    static func email(_ identity: PlannedIdentity) -> String {
        "\(identity.role)@\(identity.account).iam.gserviceaccount.com"
    }

    /// The ServiceAccount by its own name, which begins with the number of the project and ends with a pool of its id; see
    /// [principal identifiers](https://cloud.google.com/iam/docs/principal-identifiers).
    static func principal(_ identity: PlannedIdentity, _ cluster: ClusterConfiguration) -> String {
        "principal://iam.googleapis.com/projects/\(cluster.projectNumber)/locations/global/workloadIdentityPools/"
            + "\(cluster.project).svc.id.goog/subject/ns/\(identity.namespace)/sa/\(identity.serviceAccount)"
    }

    /// Who is granted what the services of an identity need.
    static func grantee(_ identity: PlannedIdentity, _ cluster: ClusterConfiguration) -> String {
        identity.isPrincipal ? principal(identity, cluster) : "serviceAccount:" + email(identity)
    }

    /// A ServiceAccount as a member of a grant; the pool is that of the cluster's project.
    static func member(_ identity: PlannedIdentity, _ cluster: ClusterConfiguration) -> String {
        "serviceAccount:\(cluster.project).svc.id.goog[\(identity.namespace)/\(identity.serviceAccount)]"
    }
}
