internal import MigrationModel
internal import StructuredText

/// The numbers of a report.
enum SummaryDocument {
    /// Every kind and reason that occurs has a member, in alphabetical order.
    static func value(of report: ScanReport) -> StructuredValue {
        let tally = ReportTally(report)
        let byKind = tally.byKind.map { ($0.key.rawValue, $0.value) }
        let lookAlikes = report.lookAlikes.map { ($0.key.rawValue, $0.value) }
        return [
            "keys": .integer(tally.keys), "open": .integer(tally.open), "allowed": .integer(tally.allowed),
            "bait": .integer(tally.bait), "thirdParty": .integer(tally.thirdParty), "byKind": counts(byKind),
            "places": .integer(tally.places), "carriers": .integer(tally.carriers),
            "inputs": .integer(tally.inputs), "objects": .integer(tally.objects), "bytes": .integer(tally.bytes),
            "lookAlikes": counts(lookAlikes), "partial": .bool(report.isPartial),
        ]
    }

    private static func counts(_ counts: [(String, Int)]) -> StructuredValue {
        .mapping(counts.sorted { $0.0 < $1.0 }.map { .init($0.0, .integer($0.1)) })
    }
}
