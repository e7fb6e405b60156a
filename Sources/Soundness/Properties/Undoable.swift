import MigrationModel

/// When everything is undone, everything is as it was, and nothing is left that was made for the migration.
///
/// That each step and phase is undone to what was before it is seen in the search: see ``Search/contradiction(to:)``.
enum Undoable: StateProperty {
    static let property = SoundnessProperty.undoable

    static func breach(in state: WorldState, _ view: StateView) -> Breach? {
        guard state.steps.allSatisfy({ $0 == 0 }), state.restorable != view.start.restorable else { return nil }
        return Breach(property: property, kind: nil, cause: .notRestored)
    }
}
