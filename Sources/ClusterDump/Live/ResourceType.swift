/// A type of objects that an API server lists, built in or custom.
public struct ResourceType: Hashable, Sendable {
    /// The plural in paths, such as `secrets`.
    public var name: String
    /// The API group; empty for the core group.
    public var group: String
    /// The version that the server prefers.
    public var version: String
    /// The kind of its objects.
    public var kind: String
    /// Whether its objects live in namespaces.
    public var namespaced: Bool

    /// Creates a type from its parts.
    public init(name: String, group: String, version: String, kind: String, namespaced: Bool) {
        self.name = name
        self.group = group
        self.version = version
        self.kind = kind
        self.namespaced = namespaced
    }

    /// Group and version as objects write them, `apps/v1` or `v1`; items of a typed list have it without saying so.
    public var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }

    /// The name by which `kubectl get` takes it without doubt, `deployments.apps` or `secrets`.
    public var displayName: String { group.isEmpty ? name : "\(name).\(group)" }

    /// The path of its list on the server.
    ///
    /// - Parameters:
    ///   - namespace: the namespace to list, or `nil` for all.
    ///   - limit: the largest number of objects in one answer.
    ///   - continueToken: what the answer before said in `metadata.continue`.
    /// - Returns: the path with its query.
    func listPath(namespace: String?, limit: Int, continueToken: String?) -> String {
        var path = group.isEmpty ? "/api/\(version)" : "/apis/\(group)/\(version)"
        if namespaced, let namespace { path += "/namespaces/\(Self.encoded(namespace))" }
        path += "/\(name)?limit=\(limit)"
        if let continueToken { path += "&continue=\(Self.encoded(continueToken))" }
        return path
    }

    /// Percent-encodes everything but the unreserved characters of RFC 3986 section 2.3.
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
