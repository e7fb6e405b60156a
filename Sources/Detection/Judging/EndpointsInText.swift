/// The endpoints that a text without structure names: `--endpoint-url https://minio:9000`, `endpoint = …`.
struct EndpointsInText {
    private var found: [(offset: Int, host: String)] = []

    /// Reads the text once.
    init(_ text: [UInt8]) {
        let words: [StaticString] = ["endpoint", "s3url", "s3_url", "host_base", "serviceurl", "service_url"]
        for offset in text.indices where "eshESH".utf8.contains(text[offset]) {
            guard words.contains(where: { ByteSearch.stands($0, in: text, at: offset) }) else { continue }
            if let host = Self.host(of: text, around: offset) {
                found.append((offset, host))
            }
        }
    }

    /// The host of the endpoint nearest to an offset, if one is near enough to belong to it.
    func nearest(to offset: Int) -> String? {
        var (low, high) = (0, found.count)
        while low < high {
            let middle = (low + high) / 2
            if found[middle].offset < offset { low = middle + 1 } else { high = middle }
        }
        let around = [low - 1, low].filter {
            found.indices.contains($0) && abs(found[$0].offset - offset) <= Self.reach
        }
        return around.min { abs(found[$0].offset - offset) < abs(found[$1].offset - offset) }.map { found[$0].host }
    }

    /// A configuration file is seldom longer.
    private static let reach = 4096

    /// Reads the whole name around the word, and the value behind it.
    private static func host(of text: [UInt8], around offset: Int) -> String? {
        let before = text[max(0, offset - 48)..<offset].reversed().prefix(while: isNameByte).count
        let end = offset + text[offset..<min(text.count, offset + 48)].prefix(while: isNameByte).count
        let name = FieldName(text[(offset - before)..<end])
        guard ServiceEndpoint.isNamed(name) else { return nil }
        let rest = text[end..<min(text.count, end + 320)]
        let gap = rest.prefix { " \t=:\"'\\>(".utf8.contains($0) }
        let value = rest[gap.endIndex...].prefix { !$0.isSpace }
        // In prose the next word is no value, unless it is a URL.
        let isAssigned = gap.contains { "=:>".utf8.contains($0) } || ByteSearch.contains("://", in: Array(value))
        return isAssigned ? ServiceEndpoint.host(of: value) : nil
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
}
