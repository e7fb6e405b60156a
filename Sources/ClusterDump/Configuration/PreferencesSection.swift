import MigrationModel

/// `preferences` of a configuration file.
enum PreferencesSection {
    private static let fields = [
        "mechanism", "roleName", "soakHours", "quietDays", "servicesAtATime", "infrastructure", "waves",
    ]

    /// Reads the section; what it leaves out has its default.
    static func read(_ node: LocatedNode, _ limits: MechanismLimits, _ problems: FieldProblems) -> Preferences {
        var preferences = Preferences()
        guard let fields = LocatedFields(node, owner: "The section `preferences`", known: fields, problems: problems)
        else {
            return preferences
        }
        preferences.mechanism = limits.mechanism(of: fields, meaning: "the mechanism to prefer")
        preferences.roleName = NameTemplate.read("roleName", of: fields) ?? preferences.roleName
        preferences.soakHours =
            fields.number("soakHours", in: 1...720, meaning: "hours for which a service must have run well")
            ?? preferences.soakHours
        preferences.quietDays =
            fields.number("quietDays", in: 1...365, meaning: "days for which a key must not have been used")
            ?? preferences.quietDays
        preferences.servicesAtATime =
            fields.number("servicesAtATime", in: 1...1000, meaning: "how many services may be between canary and soak")
            ?? preferences.servicesAtATime
        preferences.infrastructure =
            fields.choice(
                "infrastructure", of: Preferences.InfrastructureOwner.self, meaning: "who makes roles and policies")
            ?? preferences.infrastructure
        preferences.waves = waves(of: fields)
        return preferences
    }

    private static func waves(of fields: LocatedFields) -> [[String]] {
        guard let node = fields.section("waves") else { return [] }
        let meaning = "services of one wave as \(ServicePattern.meaning)"
        guard case .sequence(let waves, _) = node else {
            fields.problems.report(
                .wrongShape, at: node.offset, "`waves` of the preferences is not a list of lists.",
                advice: "Begin each wave with `- [\"NAMESPACE/KIND/NAME\"]`.")
            return []
        }
        return waves.map { wave in
            (fields.texts(in: wave, "waves", meaning: meaning) ?? []).compactMap {
                ServicePattern.read($0, "waves", of: fields)
            }
        }
    }
}
