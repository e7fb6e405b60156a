public import MigrationModel

/// Reads the file in which people say where their clusters run and how they are to be moved, `keyshift.yaml`.
///
///     version: 1
///     clusters:
///       - name: prod-eu
///         platform: eks
///         region: eu-west-1
///         account: "123456789012"
///     preferences:
///       soakHours: 48
///     services:
///       - service: legacy/*
///         exempt: {reason: replaced in spring, expires: 2027-03-31}
///
/// The JSON Schema of it is `configuration.v1.schema.json`.
public enum ConfigurationFile {
    /// Reads a configuration.
    ///
    /// What the file leaves out has the default of ``Configuration``. Nothing is taken by guess: a file with any problem
    /// is refused, and all its problems are told together.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - sdkFamilies: the ids that `sdk` may name.
    /// - Returns: the configuration.
    /// - Throws: ``ConfigurationRefusal`` with the line of each problem and what to do.
    public static func read(
        _ bytes: [UInt8], sdkFamilies: [String]
    ) throws(ConfigurationRefusal) -> Configuration {
        let problems = FieldProblems(lines: LineNumbers(of: bytes))
        let configuration = configuration(in: bytes, sdkFamilies, problems)
        guard let configuration, problems.found.isEmpty else {
            throw ConfigurationRefusal(problems: problems.inOrder.map(ConfigurationProblem.init))
        }
        return configuration
    }

    private static func configuration(
        in bytes: [UInt8], _ sdkFamilies: [String], _ problems: FieldProblems
    ) -> Configuration? {
        let root = LocatedDocument.read(
            bytes, owner: "The configuration", start: "`version: 1`, or have it written by `keyshift plan --init`",
            problems: problems)
        guard let root,
            let file = LocatedFields(
                root, owner: "The configuration", known: ["version", "clusters", "preferences", "services"],
                problems: problems)
        else { return nil }
        file.checkVersion()
        let clusters = ClusterSection(of: file)
        let limits = MechanismLimits(clusters)
        let preferences = file.section("preferences").map { PreferencesSection.read($0, limits, problems) }
        let services = ServiceSection(sdkFamilies: sdkFamilies, limits: limits).read(file)
        return Configuration(
            clusters: clusters.clusters, preferences: preferences ?? Preferences(), services: services)
    }
}
