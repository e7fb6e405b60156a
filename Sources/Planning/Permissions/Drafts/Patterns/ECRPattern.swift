import MigrationModel

/// Repositories of images that a workload itself pulls, as a scanner or a builder does; for its own image the node pulls.
///
/// See [ECR actions](https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerregistry.html).
struct ECRPattern: DraftPattern {
    func draft(_ settings: DraftSettings, beside services: Set<String>) -> [DraftStatement] {
        let named = settings.names(of: "ecr").filter { $0.arn.resource(behind: "repository/") != nil }
        let hosts = settings.settings.compactMap { setting in
            Self.repository(setting.value, settings.place).map { (setting: setting, arn: $0) }
        }
        let found = named + hosts
        guard !found.isEmpty else { return [] }
        return [
            .allow(
                "ECRPull",
                ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
                on: found.map(\.arn.text), from: found.map(\.setting)),
            // It knows no resources.
            .allow("ECRLogin", ["ecr:GetAuthorizationToken"], on: ["*"], from: found.map(\.setting)),
        ]
    }

    /// The repository of an image such as `123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app:v1`.
    private static func repository(_ value: String, _ place: DraftSettings.Place) -> ResourceName? {
        let parts = value.split(separator: "/", maxSplits: 1).map(String.init)
        guard let host = parts.first?.split(separator: ".").map(String.init), host.count >= 6, host[1] == "dkr",
            host[2] == "ecr", IdentifierForm.account.admits(host[0]), IdentifierForm.region.admits(host[3])
        else { return nil }
        let path = parts.count == 2 ? String(parts[1].prefix { $0 != ":" }) : "*"
        var own = place
        (own.region, own.account) = (host[3], host[0])
        return own.name("ecr", "repository/" + path)
    }
}
