import MigrationModel

@testable import Planning

/// Drafts from settings that stand in the text of a test.
enum Drafting {
    /// Settings of a workload in `eu-west-1` of the account 123456789012.
    static func settings(_ values: KeyValuePairs<String, String>, variables: Set<String> = []) -> DraftSettings {
        DraftSettings(
            settings: values.map { name, value in
                NamedSetting(
                    name: name, value: value, origin: PermissionOrigin(setting: name, place: "container app"))
            }, variables: variables.union(values.map(\.key)),
            place: .init(region: "eu-west-1", account: "123456789012"))
    }

    /// What a pattern drafts: `SID actions → resources`, conditions behind it.
    static func lines(
        _ pattern: some DraftPattern, _ values: KeyValuePairs<String, String>, beside services: Set<String> = [],
        variables: Set<String> = []
    ) -> [String] {
        pattern.draft(settings(values, variables: variables), beside: services).map { drafted in
            let statement = drafted.statement
            let conditions = statement.conditions.map { " if \($0.key) \($0.values.joined(separator: " "))" }
            return "\(statement.sid) \(statement.actions.patterns.joined(separator: " ")) → "
                + statement.resources.patterns.joined(separator: " ") + conditions.joined()
        }
    }
}
