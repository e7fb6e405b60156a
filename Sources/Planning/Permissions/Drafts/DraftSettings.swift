import MigrationModel

/// All settings of one workload that name resources, with the place in AWS where names alone are to be looked for.
struct DraftSettings {
    /// The settings, each once, in the order of containers and variables.
    var settings: [NamedSetting]
    /// The names of all variables, also of those that come from Secrets.
    var variables: Set<String> = []
    /// The place.
    var place: Place

    /// A region of an account.
    struct Place {
        var region: String
        var account: String

        /// The partition of the region.
        var partition: String {
            if region.hasPrefix("cn-") { return "aws-cn" }
            return region.hasPrefix("us-gov-") ? "aws-us-gov" : "aws"
        }

        /// What a name alone means here.
        func name(_ service: String, _ resource: String) -> ResourceName {
            ResourceName(
                partition: partition, service: service, region: region, account: account, resource: resource)
        }
    }

    /// The ARNs of a service with the settings that name them.
    func names(of service: String) -> [(setting: NamedSetting, arn: ResourceName)] {
        settings.compactMap { setting in
            guard let arn = setting.arn, arn.service == service else { return nil }
            return (setting, arn)
        }
    }

    /// The settings whose names have a word of each group and none of the others, and whose values are no ARNs nor addresses.
    func plain(_ groups: Set<String>..., without others: Set<String> = []) -> [NamedSetting] {
        settings.filter { setting in
            setting.arn == nil && !setting.value.contains("://")
                && groups.allSatisfy { setting.speaks(of: $0) } && !setting.speaks(of: others)
        }
    }
}

/// What one pattern drafts.
struct DraftStatement {
    /// The statement.
    var statement: PolicyStatement
    /// The settings that it was derived from.
    var settings: [NamedSetting]
    /// What it leaves open, in sentences.
    var open: [String] = []

    /// Allows actions on resources, each once and sorted.
    static func allow(
        _ sid: String, _ actions: [String], on resources: [String], if conditions: [PolicyCondition] = [],
        from settings: [NamedSetting], open: [String] = []
    ) -> DraftStatement {
        DraftStatement(
            statement: PolicyStatement(
                sid: sid, actions: .only(actions.sorted()), resources: .only(Set(resources).sorted()),
                conditions: conditions), settings: settings, open: open)
    }
}

/// Recognises one service of AWS in settings, and says what a workload with such settings needs of it.
///
/// A new service is one more file, and one line in ``DraftPatterns``.
protocol DraftPattern: Sendable {
    /// The statements for settings; none where no setting speaks of the service.
    ///
    /// - Parameters:
    ///   - settings: the settings of one workload.
    ///   - services: the services, by the prefix of their actions, that patterns before this one have drafted.
    /// - Returns: the statements.
    func draft(_ settings: DraftSettings, beside services: Set<String>) -> [DraftStatement]
}

/// All patterns in the order in which they are asked.
enum DraftPatterns {
    static let all: [any DraftPattern] = [
        S3Pattern(), AthenaPattern(), SQSPattern(), SNSPattern(), DynamoDBPattern(), KinesisPattern(),
        EventBridgePattern(), LambdaPattern(), StepFunctionsPattern(), SecretsManagerPattern(), ParameterStorePattern(),
        RDSPattern(), ECRPattern(), BedrockPattern(), AssumeRolePattern(),
        // Asks through which services keys are used.
        KMSPattern(),
    ]
}
