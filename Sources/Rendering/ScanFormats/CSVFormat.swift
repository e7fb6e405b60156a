public import MigrationModel

/// One row per place, for spreadsheets.
public struct CSVFormat: ReportFormat {
    /// `-o csv`.
    public let name = "csv"

    private static let columns = [
        "key", "kind", "provider", "lifetime", "account", "principal", "nature", "endpoint", "secret_half",
        "allowed_until", "allowed_reason", "confidence", "input", "line", "api_version", "object_kind", "namespace",
        "object", "path", "repeated_by", "created", "immutable", "managed_by",
    ]

    /// Writes a header and the rows.
    public func write(
        _ report: ScanReport, for presentation: Presentation, to sink: (String) throws -> Void
    ) rethrows {
        try sink(CSVText.row(Self.columns))
        for key in report.keys {
            let carriers = Dictionary(key.carriers.map { ($0.object, $0) }, uniquingKeysWith: { first, _ in first })
            let facts = Self.facts(of: key)
            for sighting in key.sightings {
                let carrier = sighting.place.object.flatMap { carriers[$0] }
                try sink(CSVText.row(facts + Self.place(of: sighting) + Self.carrier(carrier)))
            }
        }
    }

    private static func facts(of key: StaticKey) -> [String] {
        let identity = key.identity
        var endpoint = ""
        if case .thirdParty(let host) = key.nature { endpoint = host }
        return [
            identity.id, identity.kind.rawValue, identity.kind.provider.rawValue, identity.kind.lifetime,
            identity.account ?? "", identity.principal ?? "", key.nature.label, endpoint,
            key.secretHalfPresent ? "present" : "not-seen", key.allowed?.expires ?? "", key.allowed?.reason ?? "",
        ]
    }

    private static func place(of sighting: Sighting) -> [String] {
        let place = sighting.place
        let object = place.object
        return [
            sighting.confidence.rawValue, place.input, String(place.line), object?.apiVersion ?? "",
            object?.kind ?? "", object?.namespace ?? "", object?.name ?? "", place.path.description,
            String(sighting.repeatedBy.count),
        ]
    }

    private static func carrier(_ carrier: CarrierFacts?) -> [String] {
        guard let carrier else { return ["", "", ""] }
        return [
            carrier.created ?? "", carrier.immutable ? "true" : "false",
            carrier.managers.map(\.words).joined(separator: "; "),
        ]
    }
}
