import MigrationModel

/// Which findings are about a ServiceAccount, or about a service that uses it.
struct RecordFindings {
    private var codes: [WorkloadName: [IdentityFinding.Code]] = [:]

    init(_ findings: [IdentityFinding]) {
        for finding in findings {
            codes[Self.name(finding.input, finding.object), default: []].append(finding.code)
        }
    }

    /// The codes, each once, in the order in which people list them.
    func codes(of record: IdentityRecord) -> [IdentityFinding.Code] {
        let own = codes[Self.name(record.input, record.serviceAccount)] ?? []
        let found = Set(own + record.services.flatMap { codes[Self.name($0.input, $0.object)] ?? [] })
        return IdentityFinding.Code.allCases.filter(found.contains)
    }

    /// Findings and records may have read the version of an object from different places.
    private static func name(_ input: String, _ object: ObjectReference) -> WorkloadName {
        var object = object
        object.apiVersion = ""
        return WorkloadName(input: input, object: object)
    }
}
