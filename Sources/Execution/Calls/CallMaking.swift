public import MigrationModel

/// Makes the calls of a step, each so that it can be made again after it was made.
public protocol CallMaking: Sendable {
    /// What a call would change, without changing anything; the API server is asked whether it would take it.
    ///
    /// - Parameter call: the call.
    /// - Returns: whether it was made already, and what it would change.
    /// - Throws: ``AccessProblem``: `drifted` when the object is neither as planned nor as it would be afterwards.
    func preview(_ call: Call) async throws(AccessProblem) -> CallPreview

    /// Makes a call, unless the world shows that it was made already.
    ///
    /// - Parameters:
    ///   - call: the call.
    ///   - progress: told what is waited for, one line at a time: `2 of 3 Pods are new`.
    /// - Returns: what was done, for the ledger.
    /// - Throws: ``AccessProblem``; a call that was cut short may have been made, and the next preview tells.
    func make(_ call: Call, progress: @Sendable (String) -> Void) async throws(AccessProblem) -> Deed
}
