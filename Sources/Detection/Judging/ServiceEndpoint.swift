/// Reads the host out of what configurations call an endpoint, and tells AWS's own from others.
enum ServiceEndpoint {
    private static let endings: [StaticString] = [
        "endpoint", "endpointurl", "endpointurls3", "endpoints3", "endpointuri",
    ]

    /// Whether a field of this name says where an S3-compatible service is.
    ///
    /// Endpoints of other services (tracing, queues, databases) stand beside AWS keys all the time and say nothing.
    static func isNamed(_ name: FieldName) -> Bool {
        let isOther = { name.mentions(anyOf: ["azure", "gcs", "cosmos"]) }
        if name.mentions(anyOf: ["s3url", "hostbase", "s3host", "serviceurl", "s3server"]) { return !isOther() }
        guard endings.contains(where: { name.ends(with: $0) }), !isOther() else { return false }
        return endings.contains { name.isExactly($0) }
            || name.mentions(anyOf: [
                "s3", "aws", "minio", "objectstor", "storage", "bucket", "blob", "ceph", "rgw", "r2", "spaces",
                "wasabi",
            ])
    }

    /// The host of a URL, or of `host:port`; `nil` when the text is a template, a sentence or empty.
    static func host(of text: some Collection<UInt8>) -> String? {
        var rest = Array(text.drop(while: \.isSpace).prefix { !$0.isSpace && $0 != UInt8(ascii: ",") })
        guard rest.count <= 512 else { return nil }
        // `--endpoint=http://…`, one argument of a list.
        if rest.first == UInt8(ascii: "-"), let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
            rest.removeSubrange(...equals)
        }
        var hasScheme = false
        if let start = ByteSearch.first("://", in: rest, within: 0..<rest.count) {
            rest.removeSubrange(..<(start + 3))
            hasScheme = true
        }
        let authority = rest.prefix { !"/?#\"'\\<>;)".utf8.contains($0) }
        let hostAndPort = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[($0 + 1)...] } ?? authority
        let host = hostAndPort.prefix { $0 != UInt8(ascii: ":") }
        let isHost = host.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
        let isCertain = hasScheme || host.count < hostAndPort.count || host.contains(UInt8(ascii: "."))
        guard isHost, isCertain, host.first?.isLetterOrDigit == true, host.last?.isLetterOrDigit == true else {
            return nil
        }
        return String(decoding: host.map(\.lowercased), as: UTF8.self)
    }

    /// Whether the host belongs to AWS, in any of its partitions.
    ///
    /// <https://docs.aws.amazon.com/general/latest/gr/rande.html>; interface endpoints end in `vpce.amazonaws.com`.
    static func isAWS(_ host: String) -> Bool {
        domains.contains { host == $0 || host.hasSuffix(".\($0)") }
    }

    private static let domains = [
        "amazonaws.com", "amazonaws.com.cn", "amazonaws.eu", "api.aws", "api.amazonwebservices.com.cn", "c2s.ic.gov",
        "sc2s.sgov.gov",
    ]
}
