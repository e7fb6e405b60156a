internal import MigrationModel
internal import StructuredText

/// A report as the document that JSON and YAML print; `Schemas/status-report.v1.schema.json` describes it.
struct StatusDocument {
    /// The version of the document; it changes when a reader of the old one would be misled.
    static let version = "keyshift.status/v1"

    let report: StatusReport
    let toolVersion: String

    /// The whole document.
    var parts: [DocumentPart] {
        let facts = StatusFacts(report)
        return [
            .member("version", .string(Self.version)),
            .member("tool", ScanDocument.tool(toolVersion)),
            .member("generated", .string(report.at.text)),
            .member("standing", .string(report.standing.rawValue)),
            .member("summary", Self.summary(facts)),
            .list("migrations", report.migrations, Self.document),
            .list("sharedKeys", facts.sharedKeys) { shared in
                [
                    "id": .string(shared.key.key.id), "kind": .string(shared.key.key.kind.rawValue),
                    "clusters": .sequence(shared.clusters.map(StructuredValue.string)),
                ]
            },
        ]
    }

    /// The numbers; every word is listed, also with 0, so that readers need no special case.
    private static func summary(_ facts: StatusFacts) -> StructuredValue {
        let (positions, standings) = (facts.positions, facts.standings)
        return [
            "services": .mapping(
                ServicePosition.allCases.map { .init($0.rawValue, .integer(positions[$0] ?? 0)) }),
            "steps": .mapping(StepStanding.allCases.map { .init($0.rawValue, .integer(standings[$0] ?? 0)) }),
            "keys": [
                "toDelete": .integer(facts.retired.count),
                "live": .integer(facts.retired.count(where: \.isLive)),
                "inactive": .integer(facts.retired.count { $0.stage == .deactivated && !$0.isContradicted }),
                "deleted": .integer(facts.retired.count { $0.stage == .deleted && !$0.isContradicted }),
                "contradicted": .integer(facts.keys.count(where: \.isContradicted)),
            ],
            "overrides": .integer(facts.overrides.count),
        ]
    }

    /// One migration: its status as the model has it, and what is known of its ledger.
    private static func document(_ migration: StatusReport.Migration) -> StructuredValue {
        let fault: StructuredValue = if case .broken(let sentence) = migration.seal { .string(sentence) } else { .null }
        return [
            "ledger": ["seal": .string(migration.seal.name), "fault": fault],
            "status": encoded(migration.status),
        ]
    }

    /// A value of the model, whose encoding cannot fail: it has no number with a fraction.
    static func encoded(_ value: some Encodable) -> StructuredValue {
        (try? StructuredEncoder.encode(value)) ?? .null
    }
}

/// A detail as the document that JSON and YAML print; `Schemas/status-detail.v1.schema.json` describes it.
enum StatusDetailDocument {
    static func parts(of detail: StatusDetail, _ toolVersion: String) -> [DocumentPart] {
        let (kind, value): (String, StructuredValue) =
            switch detail.subject {
            case .service(let service): ("service", StatusDocument.encoded(service))
            case .step(let step): ("step", StatusDocument.encoded(step))
            case .key(let key): ("key", StatusDocument.encoded(key))
            }
        return [
            .member("version", .string("keyshift.status-detail/v1")),
            .member("tool", ScanDocument.tool(toolVersion)),
            .member("generated", .string(detail.at.text)),
            .member("plan", .string(detail.migration.status.plan)),
            .member("kind", .string(kind)),
            .member("subject", value),
            .list("steps", detail.steps) { StatusDocument.encoded($0) },
            .list("events", detail.events) { StatusDocument.encoded($0) },
        ]
    }
}
