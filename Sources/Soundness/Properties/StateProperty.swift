import MigrationModel

/// Something that must hold in each state; one file per property, one list.
protocol StateProperty: SendableMetatype {
    static var property: SoundnessProperty { get }

    /// The kind of Pod for which it does not hold; `nil` when it holds.
    static func breach(in state: WorldState, _ view: StateView) -> Breach?
}

/// What properties look at besides a state.
struct StateView {
    let model: Model
    let pods: Pods
    let outlook: Outlook
    let start: WorldState
}

/// What does not hold, before it is put in words.
struct Breach: Hashable {
    var property: SoundnessProperty
    /// The kind of Pod that suffers; `nil` where it is none.
    var kind: Int?
    var cause: Cause

    enum Cause: Hashable {
        /// The container has no credential that works.
        case noCredential
        /// Something that the template requires is not there.
        case missing
        /// The ServiceAccount of the template is not there.
        case noAccount
        /// The container uses another identity, and no step of its own did it.
        case changed
        /// An undo cannot be carried out.
        case impossibleUndo
        /// Something is undone, and not everything is as it was before it was done.
        case notRestored
        /// A key is deleted that is not deactivated.
        case deletedActive
        /// Everything is done, and a key is still there.
        case leftover
        /// There is no way to the end, nor back.
        case stuck
        /// There is no way to the end at all.
        case noEnd
    }
}

/// All properties of states; a new one is a file beside this and a line here.
enum StateProperties {
    static let all: [any StateProperty.Type] = [
        Available.self, Startable.self, Undisturbed.self, Undoable.self, Final.self,
    ]
}
