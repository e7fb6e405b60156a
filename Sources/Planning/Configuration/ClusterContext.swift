import MigrationModel

/// What the name of a kubectl context says, when a cloud's own tool made it.
///
/// `aws eks update-kubeconfig` uses the ARN of the cluster, `gcloud container clusters get-credentials` joins project, location
/// and name; see [aws](https://docs.aws.amazon.com/cli/latest/reference/eks/update-kubeconfig.html) and
/// [gcloud](https://cloud.google.com/sdk/gcloud/reference/container/clusters/get-credentials).
struct ClusterContext {
    var platform: ClusterConfiguration.Platform
    var name: String
    var region: String
    /// The AWS account, or the Google project.
    var home: String

    /// `nil` for names that people gave.
    init?(_ context: String) {
        let arn = context.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let gke = context.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
        if arn.count == 6, arn[0] == "arn", arn[2] == "eks", arn[5].hasPrefix("cluster/") {
            self.init(.eks, name: String(arn[5].dropFirst("cluster/".count)), region: arn[3], home: arn[4])
        } else if gke.count == 4, gke[0] == "gke", IdentifierForm.project.admits(gke[1]) {
            self.init(.gke, name: gke[3], region: gke[2], home: gke[1])
        } else {
            return nil
        }
    }

    private init(_ platform: ClusterConfiguration.Platform, name: String, region: String, home: String) {
        self.platform = platform
        self.name = name
        self.region = region
        self.home = home
    }
}
