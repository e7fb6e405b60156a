internal import Crypto
internal import MigrationModel

/// Makes fingerprints by which a code-scanning service knows the places of one key again.
///
/// A fingerprint is SHA-256 over the id of the key, the object and the value path. The input and its lines are not in it,
/// nor positions in lists and texts, which change when something is put before the value; several places that differ only
/// in these are counted, as GitHub's own `primaryLocationLineHash` does.
struct SARIFFingerprints {
    private let key: KeyIdentity
    private var counts: [String: Int] = [:]

    init(of key: KeyIdentity) { self.key = key }

    /// The fingerprint of the key's next place.
    mutating func next(for place: Place) -> String {
        let digest = Self.digest([key.id] + Self.holder(of: place) + [Self.pattern(of: place.path)])
        let count = (counts[digest] ?? 0) + 1
        counts[digest] = count
        return "\(digest):\(count)"
    }

    /// The object without the version of its group, which an upgrade changes; else the file.
    private static func holder(of place: Place) -> [String] {
        guard let object = place.object else { return ["file", place.input] }
        let group = object.apiVersion.split(separator: "/").dropLast().joined(separator: "/")
        return ["object", group, object.kind, object.namespace ?? "", object.name]
    }

    private static func pattern(of path: ValuePath) -> String {
        let steps: [ValuePath.Step] = path.steps.map { step in
            switch step {
            case .index: .index(0)
            case .line: .line(0)
            case .field, .decoding: step
            }
        }
        return ValuePath(steps).description
    }

    /// 128 bits of the hash; each part is preceded by its length, so that no two lists of parts read the same.
    private static func digest(_ parts: [String]) -> String {
        var hash = SHA256()
        for part in parts {
            var text = "\(part.utf8.count):\(part)"
            text.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        }
        let digits = Array("0123456789abcdef".utf8)
        let hex = hash.finalize().prefix(16).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: hex, as: UTF8.self)
    }
}
