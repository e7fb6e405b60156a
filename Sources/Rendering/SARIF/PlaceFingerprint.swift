internal import Crypto
internal import MigrationModel

/// Recognises a key at a place in the next report, however the report, the object and the file around it have moved.
enum PlaceFingerprint {
    /// 32 hexadecimal digits of SHA-256 over the key's id, the object and the way to the value.
    ///
    /// Neither line, order nor API version takes part. The input does only where no object is known; the same object in
    /// two dumps is the same place.
    static func text(of sighting: Sighting) -> String {
        let place = sighting.place
        let holder =
            place.object.map { ["object", String($0.group), $0.kind, $0.namespace ?? "", $0.name] }
            ?? ["file", place.input]
        return hash([sighting.key.id] + holder + [place.path.description])
    }

    /// Each part is preceded by its length, so that no two lists of parts give the same bytes.
    private static func hash(_ parts: [String]) -> String {
        var bytes: [UInt8] = []
        for part in parts {
            bytes += "\(part.utf8.count):".utf8
            bytes += part.utf8
        }
        return SHA256.hash(data: bytes).prefix(16).reduce(into: "") { text, byte in
            text += (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
        }
    }
}
