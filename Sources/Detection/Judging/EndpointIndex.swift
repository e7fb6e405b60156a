import MigrationModel

/// Which S3-compatible service a key is for, told by the endpoint nearest to it.
struct EndpointIndex {
    private let surroundings: Surroundings
    /// The first endpoint directly in each scope.
    private var byScope: [Int: String] = [:]
    /// The first endpoint in the data of a Secret or ConfigMap that belongs to no other key.
    private var unclaimed: String?
    private var inTexts: [Int: EndpointsInText] = [:]

    /// Reads the endpoints of all fields, and those inside the texts of `holders`, the fields that hold key ids.
    init(_ surroundings: Surroundings, holders: Set<Int>) {
        self.surroundings = surroundings
        let busy = Set(holders.map { surroundings.fields[$0].scope })
        for (index, field) in surroundings.fields.enumerated() {
            if holders.contains(index) { inTexts[index] = EndpointsInText(field.text) }
            guard ServiceEndpoint.isNamed(surroundings.names[index]), let host = ServiceEndpoint.host(of: field.text)
            else { continue }
            if byScope[field.scope] == nil { byScope[field.scope] = host }
            // In one INI file the endpoint of one profile says nothing about the other.
            if unclaimed == nil, Self.isData(field), !busy.contains(field.scope) { unclaimed = host }
        }
    }

    /// The host of the service that the key at this place is for, if an endpoint says so.
    func host(for range: Range<Int>, inField index: Int) -> String? {
        let field = surroundings.fields[index]
        if let host = urlHost(behind: range, in: field.text) ?? inTexts[index]?.nearest(to: range.lowerBound) {
            return host
        }
        var scope: Int? = field.scope
        var steps = 0
        while let current = scope, steps < 64 {
            if let host = byScope[current] { return host }
            scope = surroundings.parents[current]
            steps += 1
        }
        return Self.isData(field) ? unclaimed : nil
    }

    /// The host in `https://ID:SECRET@host/` and `s3://ID:SECRET@host:9000/`; in `s3://ID:SECRET@name` it is a bucket or
    /// a region.
    private func urlHost(behind range: Range<Int>, in text: [UInt8]) -> String? {
        guard NameBeforeValue.isUserInfo(at: range.lowerBound, in: text) else { return nil }
        let rest = text[range.upperBound..<min(text.count, range.upperBound + 512)].prefix { !$0.isBlank }
        guard let at = rest.firstIndex(of: UInt8(ascii: "@")) else { return nil }
        let authority = rest[(at + 1)...].prefix { !"/?#\"'\\<>".utf8.contains($0) }
        let isWeb =
            range.lowerBound >= 7
            && (ByteSearch.stands("http://", in: text, at: range.lowerBound - 7)
                || ByteSearch.stands("https://", in: text, at: range.lowerBound - 8))
        guard isWeb || authority.contains(UInt8(ascii: ":")) else { return nil }
        return ServiceEndpoint.host(of: "x://".utf8 + authority)
    }

    private static func isData(_ field: Field) -> Bool {
        guard case .field(let root)? = field.path.steps.first else { return false }
        return root == "data" || root == "stringData" || root == "binaryData"
    }
}
