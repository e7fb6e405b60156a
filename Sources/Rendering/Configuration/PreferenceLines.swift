import MigrationModel
internal import StructuredText

/// The `preferences` of a first configuration: the defaults, so that everybody sees them.
enum PreferenceLines {
    static func write(to lines: inout CommentedLines) {
        let defaults = Preferences()
        func comment(_ text: String) { lines.comment(text, indentation: 2) }
        func field(_ name: String, _ value: StructuredValue) { lines.field(name, value, indentation: 2) }
        lines.line("preferences:")
        comment("The mechanism to prefer; without it the facts decide. \(list(Mechanism.allCases.map(\.rawValue)))")
        lines.openField("mechanism", example: Mechanism.eksPodIdentity.rawValue, indentation: 2)
        comment("How roles and identities are called.")
        field("roleName", .string(defaults.roleName))
        comment("Hours for which a service must have run well before its key is touched, 1 to 720.")
        field("soakHours", .integer(defaults.soakHours))
        comment("Days for which a key must not have been used before it is deleted, 1 to 365.")
        field("quietDays", .integer(defaults.quietDays))
        comment("How many services may be on their way at the same time.")
        field("servicesAtATime", .integer(defaults.servicesAtATime))
        comment("Who makes roles and policies. \(list(Preferences.InfrastructureOwner.allCases.map(\.rawValue)))")
        field("infrastructure", .string(defaults.infrastructure.rawValue))
        comment("Which services come first; those that match none come last.")
        lines.line("waves:", 2)
        lines.comment("- [\"staging/*\"]", indentation: 4)
    }

    private static func list(_ names: [String]) -> String { "One of \(names.joined(separator: ", "))." }
}
