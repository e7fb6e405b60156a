public import MigrationModel

/// One way to print an inventory of identities; one file per format, one list.
public protocol IdentityFormat: Sendable {
    /// The format as people ask for it: `-o NAME`.
    static var name: String { get }
    /// Prints the report piece by piece, each a run of whole lines, so that a large report is never one string.
    func render(_ report: IdentityReport, _ setting: RenderSetting, to write: (String) -> Void)
}
