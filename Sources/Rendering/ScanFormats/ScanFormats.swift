/// The formats that `-o` accepts, the default first.
public enum ScanFormats {
    /// Every format, in the order in which the help lists them.
    public static let all: [any ScanFormat] = [
        TableFormat(),
        JSONFormat(),
        YAMLFormat(),
        JSONLinesFormat(),
        CSVFormat(),
        SARIFFormat(),
        MarkdownFormat(),
        DotFormat(),
        MermaidFormat(),
    ]

    /// The format that a person asked for, or `nil` when there is none of that name.
    public static func named(_ name: String) -> (any ScanFormat)? {
        all.first { type(of: $0).name == name }
    }
}
