/// A cluster as the plan pins it, so that another current context or profile changes nothing.
public struct PlannedCluster: Hashable, Sendable, Codable {
    /// The name that the cloud has for it.
    public var name: String
    /// The input that it was read from.
    public var input: String
    /// The context of kubectl that every command names; empty for the current one.
    public var context: String
    /// The profile of the cloud's command line that every command names; empty for the current one.
    public var profile: String
    /// Who runs the control plane.
    public var platform: ClusterConfiguration.Platform
    /// Region of an AWS cluster, or location of a GKE or AKS one.
    public var region: String
    /// The AWS account in which its roles are made; empty for other clouds.
    public var account: String
    /// The Google project; empty for other clouds.
    public var project: String
    /// The number of the Google project; empty for other clouds.
    public var projectNumber: String
    /// The Entra tenant; empty for other clouds.
    public var tenant: String
    /// The Azure subscription; empty for other clouds.
    public var subscription: String
    /// The Azure resource group for managed identities; empty for other clouds.
    public var resourceGroup: String
    /// The OIDC issuer; empty where it is not known.
    public var issuer: String
    /// From where alone roles may be taken by a web identity; `nil` for anywhere.
    public var network: TrustedNetwork?

    /// Creates a cluster as a configuration describes it.
    ///
    /// - Parameters:
    ///   - cluster: the configuration.
    ///   - input: the input that it was read from.
    ///   - context: the context through which it was read, where the configuration names none.
    public init(_ cluster: ClusterConfiguration, input: String, context: String = "") {
        name = cluster.name
        self.input = input
        self.context = cluster.context.isEmpty ? context : cluster.context
        profile = cluster.profile
        platform = cluster.platform
        region = cluster.region
        account = cluster.account
        project = cluster.project
        projectNumber = cluster.projectNumber
        tenant = cluster.tenant
        subscription = cluster.subscription
        resourceGroup = cluster.resourceGroup
        issuer = cluster.issuer
        network = cluster.network
    }

    /// What carrying the plan out needs of the configuration that it was made with.
    public var configuration: ClusterConfiguration {
        ClusterConfiguration(
            name: name, platform: platform, region: region, account: account, project: project,
            projectNumber: projectNumber, tenant: tenant, subscription: subscription, resourceGroup: resourceGroup,
            issuer: issuer, network: network, context: context, profile: profile)
    }
}
