import MigrationModel

/// Access ids of Google Cloud Storage HMAC keys: `GOOG` and capitals and digits, 24 characters for users and 61 for
/// service accounts, <https://cloud.google.com/storage/docs/authentication/hmackeys>.
struct GoogleHMACKeyDetector: KeyDetector {
    private static let lengths = [24, 61]

    func candidates(in surroundings: Surroundings) -> [KeyCandidate] {
        surroundings.fields.indices.flatMap { candidates(inField: $0, text: surroundings.fields[$0].text) }
    }

    private func candidates(inField field: Int, text: [UInt8]) -> [KeyCandidate] {
        var found: [KeyCandidate] = []
        var offset = 0
        while offset + 24 <= text.count {
            guard text[offset] == UInt8(ascii: "G"), text[offset..<(offset + 4)].elementsEqual("GOOG".utf8) else {
                offset += 1
                continue
            }
            let run = text[offset..<min(text.count, offset + 62)].prefix { $0.isUpper || $0.isDigit }
            let range = offset..<(offset + run.count)
            if Self.lengths.contains(run.count) { found.append(candidate(field, text, range)) }
            offset = range.upperBound
        }
        return found
    }

    private func candidate(_ field: Int, _ text: [UInt8], _ range: Range<Int>) -> KeyCandidate {
        let token = SuspectedToken(kind: .googleHMACKey, text: text, range: range)
        let identity = KeyIdentity(id: String(decoding: token.bytes, as: UTF8.self), kind: .googleHMACKey)
        return KeyCandidate(
            identity: identity, field: field, range: range, lookAlike: LookAlikeRules.reason(for: token),
            proof: .secretHalfElsewhere)
    }
}
