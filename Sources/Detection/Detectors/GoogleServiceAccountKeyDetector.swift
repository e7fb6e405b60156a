import MigrationModel

/// Private keys of Google service accounts: the JSON file, its members as entries of a Secret, or the file inside a text.
///
/// A private key is Google's when the e-mail of a service account or `service_account` stands beside it; any other is
/// a TLS or SSH key and none of our business. The file is described in
/// <https://cloud.google.com/iam/docs/keys-create-delete>. A file of type `external_account` holds no key.
struct GoogleServiceAccountKeyDetector: KeyDetector {
    /// No private key of any algorithm has a body this short.
    private static let shortestBody = 128
    /// How far around the key the other members of the file are looked for in a text.
    private static let reach = 2048

    /// What the members beside a private key say.
    private struct Members {
        var email: String?
        var keyID: String?
        var isServiceAccount: Bool { email != nil || hasType }
        var hasType = false
    }

    func candidates(in surroundings: Surroundings) -> [KeyCandidate] {
        let filter = NeedleFilter()
        let holders = surroundings.fields.indices.filter { index in
            let text = surroundings.fields[index].text
            return filter.search(text.span, until: .privateKeyShape).contains(.privateKeyShape)
                || surroundings.names[index].mentions("privatekey")
        }
        guard !holders.isEmpty else { return [] }
        let emails = Neighbours(in: surroundings) { field, _ in Self.isEmail(field.text[...]) }
        let keyIDs = Neighbours(in: surroundings) { field, name in
            Self.isKeyID(field.text[...]) && name.mentions("privatekeyid")
        }
        let types = Neighbours(in: surroundings) { field, _ in field.text.elementsEqual("service_account".utf8) }
        return holders.flatMap { index -> [KeyCandidate] in
            let text = surroundings.fields[index].text
            let beside = Members(
                email: emails.nearest(to: index).map { String(decoding: surroundings.fields[$0].text, as: UTF8.self) },
                keyID: keyIDs.nearest(to: index).map { String(decoding: surroundings.fields[$0].text, as: UTF8.self) },
                hasType: types.nearest(to: index) != nil)
            let blocks = PrivateKeyBlock.all(in: text)
            guard !blocks.isEmpty else {
                return unfilled(index, text, surroundings.names[index], beside).map { [$0] } ?? []
            }
            return blocks.compactMap { candidate($0, in: text, field: index, beside: beside) }
        }
    }

    private func candidate(
        _ block: PrivateKeyBlock, in text: [UInt8], field: Int, beside: Members
    ) -> KeyCandidate? {
        let isWholeField = text.prefix(block.range.lowerBound).allSatisfy(\.isSpace)
        let inside = isWholeField || block.body.count < 16 ? Members() : members(around: block.range, in: text)
        let members = inside.isServiceAccount ? inside : beside
        guard members.isServiceAccount else { return nil }
        let kind = KeyKind.googleServiceAccountKey
        let token = SuspectedToken(kind: kind, text: block.body, range: 0..<block.body.count)
        let isTooShort = block.body.count < Self.shortestBody
        return KeyCandidate(
            identity: KeyIdentity(
                id: members.keyID ?? SecretFingerprint.id(kind, of: block.body), kind: kind, principal: members.email),
            field: field, range: block.range,
            lookAlike: isTooShort ? .placeholder : LookAlikeRules.reason(for: token), proof: .complete(.paired))
    }

    /// A member `private_key` beside an e-mail that holds a template or a note instead of a key.
    private func unfilled(_ field: Int, _ text: [UInt8], _ name: FieldName, _ beside: Members) -> KeyCandidate? {
        guard beside.isServiceAccount, !text.isEmpty, text.count < 512, name.mentions("privatekey"),
            !name.mentions("privatekeyid")
        else { return nil }
        let token = SuspectedToken(kind: .googleServiceAccountKey, text: text, range: 0..<text.count)
        guard TemplateLookAlike.applies(to: token) else { return nil }
        return KeyCandidate(
            identity: KeyIdentity(id: "", kind: .googleServiceAccountKey), field: field, range: token.range,
            lookAlike: .template, proof: .complete(.bare))
    }

    private func members(around block: Range<Int>, in text: [UInt8]) -> Members {
        let window = max(0, block.lowerBound - Self.reach)..<min(text.count, block.upperBound + Self.reach)
        let before = window.lowerBound..<block.lowerBound
        let behind = block.upperBound..<window.upperBound
        var members = Members()
        for part in [behind, before] {
            members.email = members.email ?? email(in: text, within: part)
            members.keyID = members.keyID ?? keyID(in: text, within: part)
            members.hasType = members.hasType || ByteSearch.first("service_account", in: text, within: part) != nil
        }
        return members
    }

    private func email(in text: [UInt8], within part: Range<Int>) -> String? {
        let domain: StaticString = ".gserviceaccount.com"
        guard let dot = ByteSearch.first(domain, in: text, within: part) else { return nil }
        let local = text[part.lowerBound..<dot].reversed().prefix { Self.isEmailByte($0) }.reversed()
        let email = Array(local) + text[dot..<(dot + domain.utf8CodeUnitCount)]
        return Self.isEmail(email[...]) ? String(decoding: email, as: UTF8.self) : nil
    }

    private func keyID(in text: [UInt8], within part: Range<Int>) -> String? {
        let member: StaticString = "private_key_id"
        guard let name = ByteSearch.first(member, in: text, within: part) else { return nil }
        let value = text[(name + member.utf8CodeUnitCount)..<part.upperBound].drop { !$0.isLetterOrDigit }
            .prefix { $0.isLetterOrDigit }
        return Self.isKeyID(value) ? String(decoding: value, as: UTF8.self) : nil
    }

    private static func isKeyID(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count == 40 && bytes.allSatisfy(\.isHex) && Randomness(of: bytes).distinct > 4
    }

    private static func isEmail(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count <= 254 && bytes.last == UInt8(ascii: "m")
            && bytes.suffix(20).elementsEqual(".gserviceaccount.com".utf8)
            && bytes.allSatisfy { isEmailByte($0) } && bytes.contains(UInt8(ascii: "@"))
    }

    private static func isEmailByte(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || "@.-_".utf8.contains(byte)
    }
}
