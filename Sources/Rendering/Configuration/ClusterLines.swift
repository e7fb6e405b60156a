import MigrationModel
internal import StructuredText

/// One entry of `clusters` of a first configuration.
struct ClusterLines {
    private let guess: GuessedCluster
    private var cluster: ClusterConfiguration { guess.cluster }

    init(_ guess: GuessedCluster) { self.guess = guess }

    func write(to lines: inout CommentedLines) {
        let inputs = cluster.inputs.isEmpty ? ["*"] : cluster.inputs
        lines.field("inputs", .sequence(inputs.map(StructuredValue.string)), prefix: "- ", indentation: 2)
        text(.name, cluster.name, "NAME", "The name that the cloud has for it\(listing).", &lines)
        if guess.isPlatformKnown {
            known(.platform, .string(cluster.platform.rawValue), &lines)
        } else {
            unknown(
                .platform,
                "Who runs it: \(ClusterConfiguration.Platform.allCases.map(\.rawValue).joined(separator: ", ")).",
                "eks", &lines)
        }
        for section in sections { section(&lines) }
    }

    /// What is asked for depends on the platform; where that is not known, everything may be.
    private var sections: [(inout CommentedLines) -> Void] {
        guard guess.isPlatformKnown else { return [region, aws, google, azure, fargate] }
        return switch cluster.platform {
        case .eks: [region, aws, fargate]
        case .gke: [region, google, rolesElsewhere]
        case .aks: [region, azure, rolesElsewhere]
        case .selfManaged: [region, rolesElsewhere]
        }
    }

    /// How to see the names of clusters.
    private var listing: String {
        guard guess.isPlatformKnown else { return "" }
        return switch cluster.platform {
        case .eks: ": aws eks list-clusters"
        case .gke: ": gcloud container clusters list"
        case .aks: ": az aks list --output table"
        case .selfManaged: ", or any that is its alone"
        }
    }

    private func region(_ lines: inout CommentedLines) {
        text(
            .region, cluster.region, "REGION",
            "Its region, or the location of GKE and AKS; AWS: aws configure get region", &lines)
    }

    private func aws(_ lines: inout CommentedLines) {
        text(
            .account, cluster.account, "\"123456789012\"",
            "The AWS account of its roles: aws sts get-caller-identity --query Account --output text", &lines)
        issuer(&lines)
        unknown(
            .hasIssuerProvider,
            "Whether IAM has an OIDC provider for the issuer: aws iam list-open-id-connect-providers",
            "true", &lines)
    }

    /// Roles of AWS for a cluster that is not EKS: the account says nothing without the issuer, so both wait.
    private func rolesElsewhere(_ lines: inout CommentedLines) {
        guard cluster.platform == .selfManaged || !cluster.account.isEmpty else { return }
        lines.comment(
            "For roles of AWS, the account in which they are made, and the issuer that IAM is to trust.", indentation: 4
        )
        let account = cluster.account.isEmpty ? "123456789012" : cluster.account
        lines.openField("account", example: "\"\(account)\"", indentation: 4)
        issuer(&lines)
    }

    /// The cluster's own answer is the same everywhere; the cloud's needs no access to the cluster.
    private func issuer(_ lines: inout CommentedLines) {
        let name = cluster.name.isEmpty ? "NAME" : ShellWord.quoted(cluster.name)
        let region = cluster.region.isEmpty ? "" : " --region \(ShellWord.quoted(cluster.region))"
        lines.comment(
            "The OIDC issuer, without which there is no IRSA: "
                + (guess.isPlatformKnown && cluster.platform == .eks
                    ? "aws eks describe-cluster --name \(name)\(region) --query cluster.identity.oidc.issuer --output text"
                    : "kubectl get --raw /.well-known/openid-configuration"),
            indentation: 4)
        if cluster.issuer.isEmpty {
            lines.openField("issuer", example: "https://…", indentation: 4)
        } else {
            lines.field("issuer", .string(cluster.issuer), indentation: 4)
        }
    }

    private func fargate(_ lines: inout CommentedLines) {
        if cluster.fargateNamespaces.isEmpty {
            unknown(
                .fargateNamespaces,
                "Namespaces that Fargate profiles select: aws eks list-fargate-profiles --cluster-name "
                    + (cluster.name.isEmpty ? "NAME" : ShellWord.quoted(cluster.name)), "[batch]", &lines)
        } else {
            known(.fargateNamespaces, .sequence(cluster.fargateNamespaces.map(StructuredValue.string)), &lines)
        }
        if guess.reasons[.podIdentityAgent] != nil {
            unknown(
                .podIdentityAgent,
                "Whether the add-on eks-pod-identity-agent is installed: "
                    + "kubectl get daemonset -n kube-system eks-pod-identity-agent", "true", &lines)
        }
        lines.comment("How many clusters share each role.", indentation: 4)
        lines.openField("clustersPerRole", example: "1", indentation: 4)
    }

    private func google(_ lines: inout CommentedLines) {
        text(.project, cluster.project, "PROJECT", "The Google project: gcloud config get-value project", &lines)
        let project = cluster.project.isEmpty ? "PROJECT" : ShellWord.quoted(cluster.project)
        lines.comment(
            "The number of the project: gcloud projects describe \(project) --format='value(projectNumber)'",
            indentation: 4)
        lines.openField("projectNumber", example: "123456789", indentation: 4)
    }

    private func azure(_ lines: inout CommentedLines) {
        let example = "00000000-0000-0000-0000-000000000000"
        text(
            .tenant, cluster.tenant, example, "The Entra tenant: az account show --query tenantId --output tsv", &lines)
        text(
            .subscription, cluster.subscription, example,
            "The subscription: az account show --query id --output tsv", &lines)
        text(
            .resourceGroup, cluster.resourceGroup, "GROUP",
            "The resource group for managed identities: az aks list --output table", &lines)
    }

    private func text(
        _ field: GuessedCluster.Field, _ value: String, _ example: String, _ how: String, _ lines: inout CommentedLines
    ) {
        if value.isEmpty { unknown(field, how, example, &lines) } else { known(field, .string(value), &lines) }
    }

    private func known(_ field: GuessedCluster.Field, _ value: StructuredValue, _ lines: inout CommentedLines) {
        if let reason = guess.reasons[field] { lines.comment("From: \(reason).", indentation: 4) }
        lines.field(field.rawValue, value, indentation: 4)
    }

    private func unknown(
        _ field: GuessedCluster.Field, _ how: String, _ example: String, _ lines: inout CommentedLines
    ) {
        if let reason = guess.reasons[field] { lines.comment("Not known: \(reason).", indentation: 4) }
        lines.comment(how, indentation: 4)
        lines.openField(field.rawValue, example: example, indentation: 4)
    }
}
