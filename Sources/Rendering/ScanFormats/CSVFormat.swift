public import MigrationModel

/// The places for a spreadsheet: a header and a row per place, RFC 4180.
public struct CSVFormat: ScanFormat {
    /// `-o csv`.
    public static let name = "csv"

    private static let header = [
        "key", "kind", "provider", "account", "lifetime", "principal", "nature", "endpoint", "secret_half",
        "allowed_until", "allowed_reason", "confidence", "input", "line", "namespace", "object_kind", "object_name",
        "api_version", "path", "decodings", "repeated_by", "services",
    ]

    /// Creates the format.
    public init() {}

    /// Prints the rows, ended by CR LF.
    public func render(_ report: ScanReport, _ setting: RenderSetting, to write: (String) -> Void) {
        write(CSVRow.text(Self.header))
        let services = KeyServices(report.trace)
        for key in report.keys {
            let keyCells = Self.cells(of: key)
            let serviceCell = Self.cell(of: services[key.name])
            for sighting in key.sightings {
                write(CSVRow.text(keyCells + Self.cells(of: sighting) + [serviceCell]))
            }
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

    private static func cell(of services: [KeyService]) -> String {
        let names = services.prefix(CSVRow.mostNames).map { service in
            service.facts.name.object.description + (service.isPossible ? " (possible)" : "")
        }
        let rest = services.count - names.count
        return (names + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: "; ")
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
}
