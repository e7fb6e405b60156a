import MigrationModel
internal import StructuredText

/// The calls that move literals of a template into a Secret, and back.
struct LiteralCalls {
    private let action: MoveLiteral

    init(_ action: MoveLiteral) { self.action = action }

    var procedure: StepProcedure {
        guard let patch = LiteralPatch.patch(of: action) else { return StepProcedure(byHand: [byHand]) }
        let literals = KeptLiterals(
            workload: action.workload, secret: action.secret, variables: action.variables, pointers: action.pointers)
        let change = ObjectPatch(object: action.workload, operations: patch.text, reverse: moved.text)
        return StepProcedure(
            apply: [.keepLiterals(literals), .patch(change), .awaitRollout(action.workload)],
            undo: [.restoreLiterals(literals)])
    }

    /// What the template looks like afterwards; what puts the literals back holds them, and is in no plan.
    private var moved: JSONPatch {
        var patch = JSONPatch()
        for (variable, pointer) in zip(action.variables, action.pointers) {
            patch.test(pointer + "/name", .string(variable))
            patch.test(pointer + "/valueFrom/secretKeyRef/name", .string(action.secret))
            patch.test(pointer + "/valueFrom/secretKeyRef/key", .string(variable))
        }
        return patch
    }

    private var byHand: String {
        "Move \(action.variables.joined(separator: ", ")) of \(action.workload), container \(action.container), into the "
            + "Secret \(action.secret): where they stand is not known."
    }
}
