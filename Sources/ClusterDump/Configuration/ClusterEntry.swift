import MigrationModel

/// One entry of `clusters`.
enum ClusterEntry {
    static let fields = [
        "name", "inputs", "platform", "region", "account", "project", "projectNumber", "tenant", "subscription",
        "resourceGroup", "issuer", "hasIssuerProvider", "fargateNamespaces", "podIdentityAgent", "clustersPerRole",
        "trustOnlyFrom", "context", "profile",
    ]

    /// Reads an entry.
    ///
    /// - Parameters:
    ///   - node: the entry.
    ///   - isAlone: whether there is no other, so that every input belongs to it.
    ///   - problems: receives what is wrong with it.
    /// - Returns: the cluster; `nil` without a name or a platform.
    static func read(_ node: LocatedNode, isAlone: Bool, _ problems: FieldProblems) -> ClusterConfiguration? {
        guard let fields = LocatedFields(node, owner: "The cluster", known: fields, problems: problems) else {
            return nil
        }
        let name = fields.identifier("name", .clusterName, isRequired: true)
        let platform = fields.text("platform", meaning: "who runs it: eks, gke, aks or self-managed")
            .flatMap { fields.choice($0, "platform", of: ClusterConfiguration.Platform.self) }
        var cluster = ClusterConfiguration(name: name ?? "", platform: platform ?? .selfManaged)
        readPlace(of: &cluster, fields, platform)
        readSetting(of: &cluster, fields)
        let inputs = "the files, folders or contexts that are of this cluster, with `*` for anything"
        let needsInputs = !isAlone && fields.section("inputs") == nil
        let list = needsInputs ? fields.value("inputs", meaning: inputs) : nil
        if list == nil, !needsInputs { cluster.inputs = fields.texts("inputs", meaning: inputs)?.map(\.text) ?? [] }
        if let platform { PlatformRules.check(fields, platform) }
        return name == nil || platform == nil ? nil : cluster
    }

    /// Where it is; what every plan for the platform needs must be there.
    private static func readPlace(
        of cluster: inout ClusterConfiguration, _ fields: LocatedFields, _ platform: ClusterConfiguration.Platform?
    ) {
        let needed = platform.map(PlatformRules.required) ?? []
        func identifier(_ name: String, _ form: IdentifierForm) -> String {
            fields.identifier(name, form, isRequired: needed.contains(name)) ?? ""
        }
        cluster.region = identifier("region", .region)
        cluster.account = identifier("account", .account)
        cluster.project = identifier("project", .project)
        cluster.projectNumber = identifier("projectNumber", .projectNumber)
        cluster.tenant = identifier("tenant", .guid)
        cluster.subscription = identifier("subscription", .guid)
        cluster.resourceGroup = identifier("resourceGroup", .resourceGroup)
        cluster.issuer = identifier("issuer", .issuer)
    }

    /// What no dump shows.
    private static func readSetting(of cluster: inout ClusterConfiguration, _ fields: LocatedFields) {
        cluster.hasIssuerProvider =
            fields.flag("hasIssuerProvider", meaning: "whether IAM has an OIDC provider for the issuer") ?? false
        cluster.fargateNamespaces =
            fields.texts("fargateNamespaces", meaning: "the namespaces that Fargate profiles select")?.map(\.text) ?? []
        cluster.hasPodIdentityAgent = fields.flag(
            "podIdentityAgent", meaning: "whether the add-on eks-pod-identity-agent is installed")
        cluster.clustersPerRole =
            fields.number("clustersPerRole", in: 1...100, meaning: "how many clusters share each role") ?? 1
        cluster.network = TrustedNetworkEntry.read(of: fields)
        cluster.context = fields.optionalText("context", meaning: "the context of kubectl for this cluster")?.text ?? ""
        cluster.profile =
            fields.optionalText("profile", meaning: "the profile of the cloud's command line for this cluster")?.text
            ?? ""
    }
}

extension LocatedFields {
    /// A name that a cloud gave, in its form; `nil` where it is missing or has another.
    func identifier(_ name: String, _ form: IdentifierForm, isRequired: Bool = false) -> String? {
        let text = isRequired ? text(name, meaning: form.meaning) : optionalText(name, meaning: form.meaning)
        return formed(text, name, form.admits, meaning: form.meaning)
    }
}

extension IdentifierForm {
    /// What to write, as an end of a sentence.
    fileprivate var meaning: String {
        switch self {
        case .clusterName: "the name that the cloud has for it, of letters, digits, `.`, `_` and `-`"
        case .region: "a region or zone, such as `eu-west-1`, `europe-west1-b` or `westeurope`"
        case .account: "the 12 digits of an AWS account in quotes, such as \"123456789012\""
        case .project: "the id of a Google project, such as `my-project-1234`"
        case .projectNumber: "the number of the Google project"
        case .guid: "its id, such as 00000000-0000-0000-0000-000000000000"
        case .resourceGroup: "an Azure resource group, of letters, digits, `.`, `_`, `-` and parentheses"
        case .issuer: "the whole address, `https://…`, without spaces, query and fragment"
        }
    }
}
