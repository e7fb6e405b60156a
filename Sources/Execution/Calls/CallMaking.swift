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

/// What a call would do.
public struct CallPreview: Hashable, Sendable {
    /// Whether the world is like this already.
    public var isDone: Bool
    /// The command that a person would type for it; no secret is in it.
    public var words: [String]
    /// What would change, line by line: `- ` for what goes, `+ ` for what comes, two spaces for the rest.
    ///
    /// Literals and entries of
    /// Secrets are left out.
    public var difference: [String]

    /// Creates a preview.
    public init(isDone: Bool, words: [String], difference: [String] = []) {
        self.isDone = isDone
        self.words = words
        self.difference = difference
    }
}
