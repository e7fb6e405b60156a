import MigrationModel

/// One kind of call: how to see what it would do, and how to do it.
protocol CallStep: Sendable {
    /// Whether it was made already, and what it would change; the API server is asked whether it would take it.
    func preview() async throws(AccessProblem) -> CallPreview
    /// Makes it, unless it was made already.
    func make(_ progress: @Sendable (String) -> Void) async throws(AccessProblem) -> Deed
}
