/// The endpoints that a text without structure names: `--endpoint-url https://minio:9000`, `endpoint = …`.
struct EndpointsInText {
    private var found: [(offset: Int, host: String)] = []

    /// Reads the text once.
    init(_ text: [UInt8]) {
        let words: [StaticString] = ["endpoint", "s3url", "s3_url", "host_base", "serviceurl", "service_url"]
        for offset in text.indices where "eshESH".utf8.contains(text[offset]) {
            guard let word = words.first(where: { ByteSearch.stands($0, in: text, at: offset) }) else { continue }
            if let host = Self.host(of: text, around: offset, wordLength: word.utf8CodeUnitCount) {
                found.append((offset, host))
            }
        }
    }

    /// The host of the endpoint nearest to an offset.
    func nearest(to offset: Int) -> String? {
        var (low, high) = (0, found.count)
        while low < high {
            let middle = (low + high) / 2
            if found[middle].offset < offset { low = middle + 1 } else { high = middle }
        }
        let around = [low - 1, low].filter(found.indices.contains)
        return around.min { abs(found[$0].offset - offset) < abs(found[$1].offset - offset) }.map { found[$0].host }
    }

    /// Reads the whole name around the word, and the value behind it.
    private static func host(of text: [UInt8], around offset: Int, wordLength: Int) -> String? {
        let before = text[max(0, offset - 48)..<offset].reversed().prefix(while: isNameByte).count
        let behind = text[offset..<min(text.count, offset + 48)].prefix(while: isNameByte).count
        let name = FieldName(text[(offset - before)..<(offset + behind)])
        guard ServiceEndpoint.isNamed(name) else { return nil }
        let value = text[(offset + behind)..<min(text.count, offset + behind + 320)]
            .drop { " \t=:\"'\\>(".utf8.contains($0) }
        return ServiceEndpoint.host(of: value.prefix { !$0.isWhiteSpace })
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
}
