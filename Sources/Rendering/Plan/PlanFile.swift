/// One file of a plan, before it is written.
public struct PlanFile: Hashable, Sendable {
    /// Where it belongs, relative to the folder of the plan: `[A-Za-z0-9._-]` between single slashes, never `..`.
    public var path: String
    /// The whole text, which ends with a line break.
    public var contents: String

    /// Creates a file.
    public init(path: String, contents: String) {
        self.path = path
        self.contents = contents
    }
}
