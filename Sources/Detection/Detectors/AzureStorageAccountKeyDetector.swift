import MigrationModel

/// Shared keys of Azure storage accounts: 64 bytes in base64, which are 86 characters and `==`.
///
/// Cosmos DB keys and SHA-512 sums have the same shape, so the name, `AccountKey=` or the account's name has to say that
/// it is one, <https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string>.
struct AzureStorageAccountKeyDetector: KeyDetector {
    private static let kind = KeyKind.azureStorageAccountKey
    private static let length = 88
    /// How far a connection string is followed in each direction.
    private static let reach = 512

    func candidates(in surroundings: Surroundings) -> [KeyCandidate] {
        let filter = NeedleFilter()
        let holders = surroundings.fields.indices.filter { index in
            let text = surroundings.fields[index].text
            return filter.search(text.span, until: .storageKeyShape).contains(.storageKeyShape)
                || text.contains(UInt8(ascii: ";")) && ByteSearch.contains("accountkey=", in: text)
        }
        guard !holders.isEmpty else { return [] }
        let accounts = Neighbours(in: surroundings) { field, name in
            Self.isAccountName(field.text[...]) && !name.mentions("key")
                && (name.mentions(anyOf: ["accountname", "storageaccount", "azureaccount", "accountid"])
                    || name.isExactly("account"))
        }
        let cosmos = Neighbours(in: surroundings) { field, name in
            field.text.count < 512 && name.isExactly("accountendpoint")
        }
        return holders.flatMap { index -> [KeyCandidate] in
            guard cosmos.nearest(to: index) == nil else { return [] }
            let text = surroundings.fields[index].text
            let account = accounts.nearest(to: index).map {
                String(decoding: surroundings.fields[$0].text, as: UTF8.self)
            }
            let keys = keyRanges(in: text).compactMap {
                candidate(text, $0, index, name: surroundings.names[index], beside: account)
            }
            return keys + unfilledConnectionStrings(text, index)
        }
    }

    private func candidate(
        _ text: [UInt8], _ range: Range<Int>, _ field: Int, name: FieldName, beside account: String?
    ) -> KeyCandidate? {
        let nameInText = NameBeforeValue.name(before: range.lowerBound, in: text)
        let own = nameInText.isEmpty ? name : nameInText
        var principal = account
        if own.isExactly("accountkey"), !nameInText.isEmpty {
            let string = connectionString(around: range, in: text)
            // Cosmos DB: `AccountEndpoint=https://NAME.documents.azure.com:443/;AccountKey=…`.
            guard ByteSearch.first("accountendpoint=", in: text, within: string) == nil else { return nil }
            principal = accountName(in: text, within: string) ?? account
        } else {
            principal = own.storageAccount ?? account
            guard Self.isNamedLikeKey(own) || own.mentions("key") && account != nil else { return nil }
        }
        let token = SuspectedToken(kind: Self.kind, text: text, range: range)
        return KeyCandidate(
            identity: KeyIdentity(
                id: SecretFingerprint.id(Self.kind, of: token.bytes), kind: Self.kind, principal: principal),
            field: field, range: range, lookAlike: LookAlikeRules.reason(for: token),
            proof: .complete(principal == nil ? .named : .paired))
    }

    private static func isNamedLikeKey(_ name: FieldName) -> Bool {
        !name.mentions("cosmos")
            && name.mentions(anyOf: [
                "accountkey", "storagekey", "storageaccesskey", "storageaccountaccesskey", "storageprimarykey",
                "storageaccountprimarykey", "azurekey", "azureblobkey", "blobkey", "azureaccesskey",
            ])
    }

    private static func isAccountName(_ bytes: ArraySlice<UInt8>) -> Bool {
        (3...24).contains(bytes.count) && bytes.allSatisfy { $0.isLower || $0.isDigit }
    }

    // MARK: Shapes

    private func keyRanges(in text: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        for offset in text.indices where !text[offset].isBase64 {
            // `\n` before the key: the letter belongs to the escape.
            let isEscape = start > 0 && text[start - 1] == UInt8(ascii: "\\")
            let from = isEscape && TextEscape.ends(before: start + 1, in: text) ? start + 1 : start
            if offset - from == Self.length - 2, Self.isPadding(at: offset, in: text),
                Self.ends64Bytes(text[offset - 1])
            {
                found.append(from..<(offset + 2))
            }
            start = offset + 1
        }
        return found
    }

    private static func isPadding(at offset: Int, in text: [UInt8]) -> Bool {
        offset + 1 < text.count && text[offset] == UInt8(ascii: "=") && text[offset + 1] == UInt8(ascii: "=")
    }

    /// The last character before the padding holds two bits of data and four of zeros.
    private static func ends64Bytes(_ byte: UInt8) -> Bool { "AQgw".utf8.contains(byte) }

    // MARK: Connection strings

    private func connectionString(around range: Range<Int>, in text: [UInt8]) -> Range<Int> {
        let before = text[max(0, range.lowerBound - Self.reach)..<range.lowerBound].reversed()
            .prefix { $0 != UInt8(ascii: "\n") }.count
        let behind = text[range.upperBound..<min(text.count, range.upperBound + Self.reach)]
            .prefix { $0 != UInt8(ascii: "\n") }.count
        return (range.lowerBound - before)..<(range.upperBound + behind)
    }

    private func accountName(in text: [UInt8], within range: Range<Int>) -> String? {
        let member: StaticString = "accountname="
        guard let start = ByteSearch.first(member, in: text, within: range) else { return nil }
        let name = text[(start + member.utf8CodeUnitCount)..<range.upperBound].prefix { $0.isLower || $0.isDigit }
        return Self.isAccountName(name) ? String(decoding: name, as: UTF8.self) : nil
    }

    /// `AccountKey=<your key>` and `AccountKey={{ .Values.key }}`.
    private func unfilledConnectionStrings(_ text: [UInt8], _ field: Int) -> [KeyCandidate] {
        var found: [KeyCandidate] = []
        var from = 0
        let member: StaticString = "accountkey="
        while let start = ByteSearch.first(member, in: text, within: from..<text.count) {
            from = start + member.utf8CodeUnitCount
            let isTemplate = TemplateLookAlike.opens(at: from, in: text)
            guard isTemplate || from < text.count && text[from] == UInt8(ascii: "<") else { continue }
            found.append(
                KeyCandidate(
                    identity: KeyIdentity(id: "", kind: Self.kind), field: field, range: start..<from,
                    lookAlike: isTemplate ? .template : .placeholder, proof: .complete(.bare)))
        }
        return found
    }
}
