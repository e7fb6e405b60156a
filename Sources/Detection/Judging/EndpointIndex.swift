import MigrationModel

/// Which S3-compatible service a key is for, told by the endpoint nearest to it.
struct EndpointIndex {
    /// The first endpoints of a group of fields.
    private struct Group {
        /// One that may be for any key.
        var general: String?
        /// Those that are named after a product, such as `MINIO_ENDPOINT`.
        var byProduct: [Int: String] = [:]
    }

    private let surroundings: Surroundings
    private var groups: [Int: Group] = [:]
    /// The first endpoint in the data of a Secret or ConfigMap that belongs to no other key.
    private var unclaimed: String?
    private var inTexts: [Int: EndpointsInText] = [:]
    /// Hosts of the URLs whose user information was taken out of them, by path.
    private var urls: [ValuePath: String] = [:]

    /// Products whose endpoints and keys are called after them.
    private static let products: [StaticString] = ["minio", "ceph", "rgw", "r2", "spaces", "wasabi", "backblaze"]

    /// Reads the endpoints of all fields, and those inside the texts of `holders`, the fields that hold key ids.
    init(_ surroundings: Surroundings, holders: Set<Int>) {
        self.surroundings = surroundings
        let busy = Set(holders.map { surroundings.fields[$0].scope })
        let parts = Set(holders.compactMap { Self.urlPath(of: surroundings.fields[$0].path) })
        for (index, field) in surroundings.fields.enumerated() {
            if holders.contains(index) { inTexts[index] = EndpointsInText(field.text) }
            if !parts.isEmpty, parts.contains(field.path), let host = Self.serviceHost(ofURL: field.text) {
                urls[field.path] = host
            }
            guard ServiceEndpoint.isNamed(surroundings.names[index]), let host = ServiceEndpoint.host(of: field.text)
            else { continue }
            add(host, of: index)
            // In one INI file the endpoint of one profile says nothing about the other.
            let isFree = Self.isData(field) && !busy.contains(field.scope)
            if unclaimed == nil, isFree, Self.product(of: surroundings.names[index]) == nil { unclaimed = host }
        }
    }

    private mutating func add(_ host: String, of index: Int) {
        let field = surroundings.fields[index]
        var targets = [field.scope]
        // Each of several arguments may have become a group of its own.
        let isArgument = field.name.hasPrefix("-") && surroundings.members[field.scope].count == 1
        if isArgument, let parent = surroundings.parents[field.scope] { targets.append(parent) }
        for target in targets {
            var group = groups[target] ?? Group()
            if let product = Self.product(of: surroundings.names[index]) {
                group.byProduct[product] = group.byProduct[product] ?? host
            } else {
                group.general = group.general ?? host
            }
            groups[target] = group
        }
    }

    /// The host of the service that the key at this place is for, if an endpoint says so.
    func host(for range: Range<Int>, inField index: Int) -> String? {
        let field = surroundings.fields[index]
        if let host = urlHost(behind: range, in: field.text) ?? Self.urlPath(of: field.path).flatMap({ urls[$0] }) {
            return host
        }
        if let host = inTexts[index]?.nearest(to: range.lowerBound) { return host }
        var scope: Int? = field.scope
        var steps = 0
        while let current = scope, steps < 64 {
            if let host = groups[current].flatMap({ host(of: $0, scope: current, for: surroundings.names[index]) }) {
                return host
            }
            scope = surroundings.parents[current]
            steps += 1
        }
        return Self.isData(field) ? unclaimed : nil
    }

    /// Of several endpoints in one group the one that is called like the key.
    ///
    /// `MINIO_ENDPOINT` beside `MINIO_ACCESS_KEY` is not for `AWS_ACCESS_KEY_ID`; without a MinIO key beside it, it is.
    private func host(of group: Group, scope: Int, for name: FieldName) -> String? {
        if let product = Self.product(of: name), let host = group.byProduct[product] { return host }
        if let general = group.general { return general }
        guard !group.byProduct.isEmpty else { return nil }
        return group.byProduct.sorted { $0.key < $1.key }.first { product, _ in
            !surroundings.members[scope].prefix(256).contains { index in
                Self.product(of: surroundings.names[index]) == product && surroundings.names[index].isLikeKeyID
            }
        }?.value
    }

    private static func product(of name: FieldName) -> Int? { products.firstIndex { name.mentions($0) } }

    // MARK: URLs

    /// The host in `https://ID:SECRET@host/` and `s3://ID:SECRET@host:9000/`.
    private func urlHost(behind range: Range<Int>, in text: [UInt8]) -> String? {
        guard NameBeforeValue.isUserInfo(at: range.lowerBound, in: text) else { return nil }
        let rest = text[range.upperBound..<min(text.count, range.upperBound + 512)].prefix { !$0.isSpace }
        guard let at = rest.firstIndex(of: UInt8(ascii: "@")) else { return nil }
        let scheme = text[max(0, range.lowerBound - 8)..<range.lowerBound]
        return Self.serviceHost(ofURL: scheme + rest[(at + 1)...])
    }

    /// The host of a URL that speaks HTTP or names a port; in `s3://name` it is a bucket or a region.
    private static func serviceHost(ofURL url: some Collection<UInt8>) -> String? {
        let url = Array(url.prefix(512))
        guard let colon = ByteSearch.first("://", in: url, within: 0..<url.count) else { return nil }
        let authority = url[(colon + 3)...].prefix { !"/?#\"'\\<> \n".utf8.contains($0) }
        let isWeb =
            ByteSearch.stands("http", in: url, at: colon - 4) || ByteSearch.stands("https", in: url, at: colon - 5)
        return isWeb || authority.contains(UInt8(ascii: ":")) ? ServiceEndpoint.host(of: "x://".utf8 + authority) : nil
    }

    /// The path of the URL of which a path names the user.
    private static func urlPath(of path: ValuePath) -> ValuePath? {
        guard let user = path.steps.lastIndex(of: .field("user")),
            path.steps[(user + 1)...].allSatisfy({ $0 == .decoding(.percent) })
        else { return nil }
        return ValuePath(Array(path.steps[..<user]))
    }

    private static func isData(_ field: Field) -> Bool {
        guard case .field(let root)? = field.path.steps.first else { return false }
        return root == "data" || root == "stringData" || root == "binaryData"
    }
}
