internal import MigrationModel
internal import StructuredText

extension IdentityFinding {
    /// The finding as an element of `findings`.
    var document: StructuredValue {
        [
            "code": .string(code.rawValue),
            "input": .string(input),
            "object": object.document,
            "container": .optional(container),
            "families": .strings(families),
            "message": .string(message),
            "advice": .string(advice),
        ]
    }
}
