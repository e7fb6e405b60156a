/// Deletes the user or service account that only had the key, with the policies that were attached to it.
public struct DeleteUser: StepAction {
    /// The last key of the user.
    public var key: KeyName

    /// Creates the action.
    public init(key: KeyName) { self.key = key }

    /// What it changes.
    public var summary: String { "Delete the owner of \(key.id), if it has no other key, login or use." }
    /// A user with the same name would be another one to every policy that named this one.
    public var undo: String? { nil }
    /// What proves it done.
    public var verifications: [Verification] { [.userGone] }
    /// What it changes in the world of the proof.
    public var changes: [WorldChange] { [.deleteUser(key)] }
    /// There is none.
    public var reversal: [WorldChange]? { nil }
}
