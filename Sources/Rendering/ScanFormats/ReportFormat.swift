public import MigrationModel

/// One way of writing down what a scan found.
///
/// A format is a function from a report to text: it reads no clock, file or environment, and everything that came out of
/// a cluster is made harmless for whoever reads the format. A new one is a file beside this and a line in
/// ``ReportFormats/all``.
public protocol ReportFormat: Sendable {
    /// The word after `-o`.
    var name: String { get }

    /// Writes the report piece by piece, ending with a line break.
    ///
    /// - Parameters:
    ///   - report: what was found.
    ///   - presentation: for whom and where.
    ///   - sink: takes each piece; what it throws ends the writing.
    func write(
        _ report: ScanReport, for presentation: Presentation, to sink: (String) throws -> Void
    ) rethrows
}

extension ReportFormat {
    /// The whole report as one text.
    public func text(of report: ScanReport, for presentation: Presentation) -> String {
        var text = ""
        write(report, for: presentation) { text += $0 }
        return text
    }
}

/// All formats, the default first.
public enum ReportFormats {
    /// In the order in which the help lists them.
    public static let all: [any ReportFormat] = [
        TableFormat(), JSONFormat(), YAMLFormat(), JSONLinesFormat(), CSVFormat(), SARIFFormat(), MarkdownFormat(),
    ]

    /// The format with this name; `nil` when there is none.
    public static func named(_ name: String) -> (any ReportFormat)? {
        all.first { $0.name == name }
    }
}
