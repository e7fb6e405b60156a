import MigrationModel

/// Client secrets of Entra ID applications.
///
/// Those made since 2021 carry a mark: three characters, a digit, `Q~`, and 31 to 34 more. Older ones and GUIDs are only
/// known by their names and by the tenant or application id beside them.
struct AzureClientSecretDetector: KeyDetector {
    private static let kind = KeyKind.azureClientSecret

    func candidates(in surroundings: Surroundings) -> [KeyCandidate] {
        let clients = Neighbours(in: surroundings) { field, name in
            GUID.matches(field.text[...]) && name.mentions(anyOf: ["clientid", "appid", "applicationid", "azureid"])
        }
        let tenants = Neighbours(in: surroundings) { field, name in
            GUID.matches(field.text[...]) && name.mentions("tenant")
        }
        return surroundings.fields.indices.flatMap { index -> [KeyCandidate] in
            let text = surroundings.fields[index].text
            let client = clients.nearest(to: index).map {
                String(decoding: surroundings.fields[$0].text, as: UTF8.self).lowercased()
            }
            let marked = markedRanges(in: text).map {
                candidate(text, $0, index, client, isNamed: surroundings.names[index].mentions("secret"))
            }
            guard marked.isEmpty else { return marked }
            let name = surroundings.names[index]
            let isAzure = tenants.nearest(to: index) != nil || client != nil && Self.mentionsAzure(name)
            guard isAzure, Self.isNamedLikeSecret(name), let range = Self.unmarkedRange(of: text) else { return [] }
            return [candidate(text, range, index, client, isNamed: true)]
        }
    }

    private func candidate(
        _ text: [UInt8], _ range: Range<Int>, _ field: Int, _ client: String?, isNamed: Bool
    ) -> KeyCandidate {
        let token = SuspectedToken(kind: Self.kind, text: text, range: range)
        let nameInText = NameBeforeValue.name(before: range.lowerBound, in: text)
        let confidence: Confidence =
            client != nil ? .paired : isNamed || nameInText.mentions("secret") ? .named : .bare
        return KeyCandidate(
            identity: KeyIdentity(
                id: SecretFingerprint.id(Self.kind, of: token.bytes), kind: Self.kind, principal: client),
            field: field, range: range, lookAlike: LookAlikeRules.reason(for: token), proof: .complete(confidence))
    }

    // MARK: With a mark

    private func markedRanges(in text: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var offset = 4
        while offset + 1 < text.count {
            guard text[offset + 1] == UInt8(ascii: "~"), text[offset] == UInt8(ascii: "Q"), text[offset - 1].isDigit
            else {
                offset += 1
                continue
            }
            let end = offset + text[offset..<min(text.count, offset + 48)].prefix(while: Self.isSecretByte).count
            if let range = Self.markedRange(mark: offset, end: end, in: text) { found.append(range) }
            offset = end
        }
        return found
    }

    /// The token around a mark, if it has the right length on both sides.
    private static func markedRange(mark: Int, end: Int, in text: [UInt8]) -> Range<Int>? {
        let start = mark - 4
        guard text[start..<mark].allSatisfy(isSecretByte), (33...36).contains(end - mark) else { return nil }
        let isFree = start == 0 || !isSecretByte(text[start - 1]) || TextEscape.ends(before: start, in: text)
        return isFree ? start..<end : nil
    }

    private static func isSecretByte(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || byte == UInt8(ascii: "~") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "-")
    }

    // MARK: By context

    private static func isNamedLikeSecret(_ name: FieldName) -> Bool {
        name.mentions(anyOf: ["clientsecret", "appsecret", "applicationsecret", "clientpassword", "azuresecret"])
            && !name.mentions(anyOf: ["secretname", "secretref", "secretkey", "secretid", "secretfile", "secretpath"])
    }

    /// `clientSecret` beside a GUID `clientId` is also what other providers have.
    private static func mentionsAzure(_ name: FieldName) -> Bool {
        name.mentions(anyOf: ["azure", "aad", "entra", "microsoft", "armclient"])
    }

    /// The whole text without white space around it, if it can be a secret of one of the older forms.
    ///
    /// Names of Secrets stand in fields with such names too: those have no capitals.
    private static func unmarkedRange(of text: [UInt8]) -> Range<Int>? {
        guard text.count <= 128, let start = text.firstIndex(where: { !$0.isSpace }),
            let last = text.lastIndex(where: { !$0.isSpace })
        else { return nil }
        let value = text[start...last]
        let isTemplate = value.indices.contains { TemplateLookAlike.opens(at: $0, in: text) }
        let isPlain = (24...64).contains(value.count) && value.allSatisfy { 0x21...0x7E ~= $0 }
        let randomness = Randomness(of: value)
        let isMixed = randomness.mixesCases && (randomness.hasDigit || randomness.changes >= 10)
        return isTemplate || isPlain && isMixed || GUID.matches(value) ? start..<(last + 1) : nil
    }
}
