public import MigrationModel

/// One way to print the whole story of a key or a workload; one file per format, one list.
public protocol ExplanationFormat: Sendable {
    /// The format as people ask for it: `-o NAME`.
    static var name: String { get }
    /// Prints the story piece by piece, each a run of whole lines.
    func render(_ explanation: Explanation, _ setting: RenderSetting, to write: (String) -> Void)
}
