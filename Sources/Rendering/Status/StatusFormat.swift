/// One way to print where a migration stands; one file per format, one list.
public protocol StatusFormat: Sendable {
    /// The format as people ask for it: `-o NAME`.
    static var name: String { get }
    /// Prints the report piece by piece, each a run of whole lines, so that a large report is never one string.
    func render(_ report: StatusReport, _ setting: RenderSetting, to write: (String) -> Void)
}

/// The formats that `-o` of `keyshift status` accepts, the default first.
public enum StatusFormats {
    /// Every format, in the order in which the help lists them.
    public static let all: [any StatusFormat] = [
        StatusTableFormat(),
        StatusJSONFormat(),
        StatusYAMLFormat(),
        StatusCSVFormat(),
        StatusMarkdownFormat(),
        StatusPrometheusFormat(),
        StatusPageFormat(),
    ]

    /// The format that a person asked for, or `nil` when there is none of that name.
    public static func named(_ name: String) -> (any StatusFormat)? {
        all.first { type(of: $0).name == name }
    }
}
