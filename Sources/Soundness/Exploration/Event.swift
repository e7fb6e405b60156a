/// Something that happens in an exploration; steps are numbers of the model.
enum Event: Hashable {
    /// A step makes one of its changes.
    case change(step: Int, change: Int)
    /// A step that broke off, or whose undo did, is begun again with its first change.
    case again(step: Int)
    /// Everything that proves a step has been seen.
    case verify(step: Int)
    /// The undo of a step makes one of its changes.
    case undo(step: Int, change: Int)
    /// It has been seen that a step is undone.
    case confirmUndo(step: Int)
    /// What was written last is in force everywhere.
    case propagate

    /// The step that it belongs to.
    var step: Int? {
        switch self {
        case .change(let step, _), .again(let step), .verify(let step), .undo(let step, _), .confirmUndo(let step):
            step
        case .propagate: nil
        }
    }
}
