import MigrationModel
internal import StructuredText

/// The template without the literals of a key: each variable refers to the Secret that has taken its value.
enum LiteralPatch {
    /// The patch, which expects what was there by its name only; `nil` where the entries cannot be found by position.
    static func patch(of action: MoveLiteral) -> JSONPatch? {
        guard !action.variables.isEmpty, action.variables.count == action.pointers.count else { return nil }
        var patch = JSONPatch()
        for (variable, pointer) in zip(action.variables, action.pointers) {
            let reference: StructuredValue = ["name": .string(action.secret), "key": .string(variable)]
            patch.test(pointer + "/name", .string(variable))
            patch.replace(
                pointer, ["name": .string(variable), "valueFrom": ["secretKeyRef": reference]])
        }
        return patch
    }
}
