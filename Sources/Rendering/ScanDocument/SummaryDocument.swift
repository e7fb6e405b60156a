internal import MigrationModel
internal import StructuredText

/// The numbers of a report; every kind and every reason is listed, also with 0, so that readers need no special case.
struct SummaryDocument {
    let value: StructuredValue

    init(of report: ScanReport) {
        let open = report.keys.count { $0.allowed == nil }
        let services = KeyServices(report.trace).counts(of: report.keys)
        let members: [StructuredValue.Member] = [
            .init("keys", .integer(report.keys.count)),
            .init("open", .integer(open)),
            .init("allowed", .integer(report.keys.count - open)),
            .init("bait", .integer(report.keys.count { $0.nature == .bait })),
            .init("thirdParty", .integer(report.keys.count { $0.nature.host != nil })),
            .init("byKind", Self.byKind(report)),
            .init("places", .integer(report.keys.reduce(0) { $0 + $1.sightings.count })),
            .init("carriers", .integer(Self.carriers(report))),
            .init("services", .integer(services.certain)),
            .init("possibleServices", .integer(services.possible)),
            .init("findings", .integer(report.trace.findings.count)),
            .init("inputs", .integer(report.inputs.count)),
            .init("objects", .integer(report.inputs.reduce(0) { $0 &+ $1.objects })),
            .init("bytes", .integer(report.inputs.reduce(0) { $0 &+ $1.bytes })),
            .init("lookAlikes", Self.lookAlikes(report)),
            .init("partial", .bool(report.isPartial)),
        ]
        value = .mapping(members)
    }

    private static func byKind(_ report: ScanReport) -> StructuredValue {
        var counts: [KeyKind: Int] = [:]
        for key in report.keys { counts[key.identity.kind, default: 0] += 1 }
        return .mapping(KeyKind.allCases.map { .init($0.rawValue, .integer(counts[$0] ?? 0)) })
    }

    /// An object that holds several keys is counted once.
    private static func carriers(_ report: ScanReport) -> Int {
        var objects = Set<ObjectReference>()
        for key in report.keys { objects.formUnion(key.carriers.lazy.map(\.object)) }
        return objects.count
    }

    private static func lookAlikes(_ report: ScanReport) -> StructuredValue {
        .mapping(LookAlike.allCases.sorted().map { .init($0.rawValue, .integer(report.lookAlikes[$0] ?? 0)) })
    }
}

extension KeyNature {
    /// The endpoint of a key that is not for its cloud; `nil` for the others.
    var host: String? {
        guard case .thirdParty(let host) = self else { return nil }
        return host
    }
}
