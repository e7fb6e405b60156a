/// Makes a key unusable, in a way that can be taken back at once.
public struct DeactivateKey: StepAction {
    /// The key.
    public var key: KeyName

    /// Creates the action.
    public init(key: KeyName) { self.key = key }

    /// What it changes.
    public var summary: String { "Deactivate \(key.id); whoever still uses it fails from now on." }
    /// It is activated again.
    public var undo: String? { "Activate \(key.id) again." }
    /// What proves it done.
    public var verifications: [Verification] { [.keyInactive] }
    /// What it changes in the world of the proof.
    public var changes: [WorldChange] { [.deactivate(key)] }
    /// What its undo changes there.
    public var reversal: [WorldChange]? { [.activate(key)] }
}
