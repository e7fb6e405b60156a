import MigrationModel

/// AWS access key ids: `AKIA` of IAM users and account roots, `ASIA` of STS sessions, then 16 characters of base32.
///
/// The grammar of the API is wider (any word of 16 to 128 characters); this is the one of all ids that AWS has issued,
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html>.
struct AWSAccessKeyDetector: KeyDetector {
    func candidates(in surroundings: Surroundings) -> [KeyCandidate] {
        surroundings.fields.indices.flatMap { candidates(inField: $0, text: surroundings.fields[$0].text) }
    }

    private func candidates(inField field: Int, text: [UInt8]) -> [KeyCandidate] {
        var found: [KeyCandidate] = []
        var offset = 0
        while offset + 4 < text.count {
            guard let kind = Self.kind(at: offset, in: text) else {
                offset += 1
                continue
            }
            let length = Self.tokenLength(at: offset, in: text)
            if let candidate = candidate(kind, field, text, offset..<(offset + length)) { found.append(candidate) }
            offset += 4
        }
        return found
    }

    private static func kind(at offset: Int, in text: [UInt8]) -> KeyKind? {
        guard text[offset] == UInt8(ascii: "A"), text[offset + 2] == UInt8(ascii: "I"),
            text[offset + 3] == UInt8(ascii: "A")
        else { return nil }
        switch text[offset + 1] {
        case UInt8(ascii: "K"): return .awsAccessKey
        case UInt8(ascii: "S"): return .awsTemporaryKey
        default: return nil
        }
    }

    /// Letters and digits from here on, counted no further than tells that there are too many.
    private static func tokenLength(at offset: Int, in text: [UInt8]) -> Int {
        text[offset..<min(text.count, offset + AWSAccessKeyID.length + 1)].prefix(while: \.isLetterOrDigit).count
    }

    private func candidate(_ kind: KeyKind, _ field: Int, _ text: [UInt8], _ run: Range<Int>) -> KeyCandidate? {
        // `AKIA<your key>` and `AKIA${SUFFIX}` are counted; other short words are not worth it.
        guard run.count >= AWSAccessKeyID.length || run.count == 4 else { return nil }
        let token = SuspectedToken(
            kind: kind, text: text, range: run.lowerBound..<(run.lowerBound + min(run.count, AWSAccessKeyID.length)))
        let reason = LookAlikeRules.reason(for: token)
        if reason == nil, run.count == 4 { return nil }
        // Any base64 holds the prefix now and then; only what is an id otherwise is worth counting.
        if reason == .partOfToken, !token.bytes.allSatisfy(\.isBase32) { return nil }
        let identity = KeyIdentity(
            id: String(decoding: token.bytes, as: UTF8.self), kind: kind,
            account: AWSAccessKeyID.account(of: token.bytes))
        let isPlausible = AWSAccessKeyID.isPlausible(token.bytes)
        return KeyCandidate(
            identity: identity, field: field, range: token.range, lookAlike: reason,
            lookAlikeUnlessPaired: isPlausible ? nil : token.body.allSatisfy(\.isUpper) ? .word : .alphabet,
            proof: .secretHalfElsewhere)
    }
}
