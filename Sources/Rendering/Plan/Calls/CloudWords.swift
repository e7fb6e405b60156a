import MigrationModel

/// Command lines of a cloud with the account that they are for, and what says so in them.
struct CloudWords {
    /// The account, project or subscription that the credentials have to be of.
    let account: String
    private let program: String
    private let options: [String]

    /// `aws` for an account: the profile is that of a cluster in it, the cluster's own first.
    ///
    /// IAM has one endpoint for each partition, which only a region outside of the first one tells.
    init(aws account: String, for cluster: String, _ context: PlanContext) {
        let home = context.cluster(cluster)
        let known =
            account.isEmpty || home.account == account
            ? home : context.configuration.clusters.first { $0.account == account }
        let region = known?.region ?? ""
        let isElsewhere = region.hasPrefix("cn-") || region.hasPrefix("us-gov-")
        self.account = account
        program = "aws"
        options = (isElsewhere ? ["--region", region] : []) + Self.option("--profile", known?.profile ?? "")
    }

    /// `aws` for the cluster itself, in its region.
    init(eks cluster: ClusterConfiguration) {
        account = cluster.account
        program = "aws"
        options = Self.option("--region", cluster.region) + Self.option("--profile", cluster.profile)
    }

    /// `gcloud` for a cluster; words name the project themselves.
    init(google cluster: ClusterConfiguration) {
        account = ""
        program = "gcloud"
        options = Self.option("--configuration", cluster.profile)
    }

    /// `az` for a cluster.
    init(azure cluster: ClusterConfiguration) {
        account = ""
        program = "az"
        options = Self.option("--subscription", cluster.subscription)
    }

    /// `az ad`, which is of a tenant and knows no subscriptions.
    init(azureDirectory: Void) {
        account = ""
        program = "az"
        options = []
    }

    /// The words of a command.
    func words(_ words: String...) -> [String] { self.words(words) }

    /// The words of a command.
    func words(_ words: [String]) -> [String] { [program] + words + options }

    private static func option(_ name: String, _ value: String) -> [String] { value.isEmpty ? [] : [name, value] }

    /// A text in an expression of [JMESPath](https://jmespath.org/specification.html#raw-string-literals).
    static func literal(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\\'") + "'"
    }
}
