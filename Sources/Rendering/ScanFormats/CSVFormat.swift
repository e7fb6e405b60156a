public import MigrationModel

/// The places for a spreadsheet: a header and a row per place, RFC 4180.
public struct CSVFormat: ScanFormat {
    /// `-o csv`.
    public static let name = "csv"

    private static let header = [
        "key", "kind", "provider", "account", "lifetime", "principal", "nature", "endpoint", "secret_half",
        "allowed_until", "allowed_reason", "confidence", "input", "line", "namespace", "object_kind", "object_name",
        "api_version", "path", "decodings", "repeated_by",
    ]

    /// Creates the format.
    public init() {}

    /// Prints the rows, ended by CR LF.
    public func render(_ report: ScanReport, _ setting: RenderSetting, to write: (String) -> Void) {
        write(Self.row(Self.header))
        for key in report.keys {
            let keyCells = Self.cells(of: key)
            for sighting in key.sightings { write(Self.row(keyCells + Self.cells(of: sighting))) }
        }
    }

    private static func cells(of key: StaticKey) -> [String] {
        let identity = key.identity
        return [
            identity.id, identity.kind.rawValue, identity.kind.provider.rawValue, identity.account ?? "",
            identity.kind.lifetime, identity.principal ?? "", key.nature.label, key.nature.endpoint ?? "",
            key.secretHalf, key.allowed?.expires ?? "", key.allowed?.reason ?? "",
        ]
    }

    private static func cells(of sighting: Sighting) -> [String] {
        let place = sighting.place
        return [
            sighting.confidence.rawValue, place.input, String(place.line), place.object?.namespace ?? "",
            place.object?.kind ?? "", place.object?.name ?? "", place.object?.apiVersion ?? "",
            place.path.description, place.path.decodings.map(\.rawValue).joined(separator: " "),
            sighting.repeatedBy.map(\.description).joined(separator: "; "),
        ]
    }

    private static func row(_ cells: [String]) -> String {
        cells.map(text(ofCell:)).joined(separator: ",") + "\r\n"
    }

    private static func text(ofCell cell: String) -> String {
        let text = (startsFormula(cell) ? "'" : "") + HiddenCharacters.escaped(in: cell)
        let needsQuotes = text.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
        guard needsQuotes else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// Whether a spreadsheet might run the cell: https://owasp.org/www-community/attacks/CSV_Injection, which lists the
    /// full-width signs as well.
    private static func startsFormula(_ cell: String) -> Bool {
        switch cell.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\r", "\n": true
        case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
        default: false
        }
    }
}
