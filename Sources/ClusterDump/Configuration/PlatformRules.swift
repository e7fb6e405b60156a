import MigrationModel

/// Which fields of a cluster go together with its platform.
enum PlatformRules {
    /// What identities in the cloud of the platform cannot be made without.
    static func required(_ platform: ClusterConfiguration.Platform) -> [String] {
        switch platform {
        case .eks: ["region", "account"]
        case .gke: ["project"]
        case .aks: ["tenant", "subscription", "resourceGroup"]
        case .selfManaged: []
        }
    }

    /// Reports fields that mean nothing on the platform.
    ///
    /// Pods of every cluster with an issuer that the cloud can reach may have AWS roles (IRSA) and managed identities of
    /// Azure ([self-managed clusters](https://azure.github.io/azure-workload-identity/docs/installation/self-managed-clusters.html)),
    /// so an account or a tenant is right everywhere, together with the issuer. Pod Identity and Fargate are of EKS alone, and
    /// Workload Identity of Google is planned for GKE alone.
    static func check(_ fields: LocatedFields, _ platform: ClusterConfiguration.Platform) {
        let foreign = [
            (ClusterConfiguration.Platform.eks, ["fargateNamespaces", "podIdentityAgent"]),
            (.gke, ["project", "projectNumber"]),
        ]
        for (home, names) in foreign where home != platform {
            for name in names {
                guard let place = fields.place(of: name) else { continue }
                fields.problems.report(
                    .contradiction, at: place,
                    "`\(name)` is for \(home.rawValue), and `platform` is \(platform.rawValue).",
                    advice: "Remove it, or correct `platform`.")
            }
        }
        if platform != .eks { needIssuer(fields, "account", platform) }
        if platform != .aks { needIssuer(fields, "tenant", platform) }
        let companions = [
            ("hasIssuerProvider", "account", "which says where to look for the provider"),
            ("trustOnlyFrom", "account", "in which the roles are that it is for"),
            ("subscription", "tenant", "to which it belongs"), ("resourceGroup", "subscription", "in which it is"),
        ]
        // What the platform requires is reported as missing already.
        for (name, other, why) in companions where !required(platform).contains(other) {
            needOther(other, for: name, fields, why: why)
        }
    }

    private static func needIssuer(
        _ fields: LocatedFields, _ name: String, _ platform: ClusterConfiguration.Platform
    ) {
        needOther("issuer", for: name, fields, why: "by which alone it can trust a \(platform.rawValue) cluster")
    }

    private static func needOther(_ other: String, for name: String, _ fields: LocatedFields, why: String) {
        guard let place = fields.place(of: name), fields.place(of: other) == nil else { return }
        fields.problems.report(
            .contradiction, at: place, "`\(name)` is there without `\(other)`, \(why).",
            advice: "Add `\(other)`, or remove `\(name)`.")
    }
}
