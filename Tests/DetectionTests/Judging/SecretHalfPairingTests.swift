import MigrationModel
import Testing

@testable import Detection

struct SecretHalfPairingTests {
    private let ids = TestKeys.ids
    private let secrets = TestKeys.secrets

    private func confidences(_ collection: FieldCollection) -> [Confidence] {
        keySightings(in: collection).confidences
    }

    @Test(arguments: [
        "aws_access_key_id = ID\naws_secret_access_key = SECRET\n", "ID:SECRET", "ID/SECRET", "SECRET ID",
        "s3://ID:SECRET@b",
        "{\"accessKey\":\"ID\",\"secretKey\":\"SECRET\"}", "ID\n\n\n\n\nSECRET", "ID\\nSECRET\\n",
    ])
    func pairsWithinText(pattern: String) {
        let text = pattern.replacing("ID", with: ids[0]).replacing("SECRET", with: secrets[0])
        #expect(confidences(FieldCollection(text: text)) == [.paired])
    }

    @Test func limitsDistanceWithinText() {
        for (gap, expected) in [(370, Confidence.paired), (450, .paired), (2100, .bare)] {
            let text = ids[0] + String(repeating: " ", count: gap) + secrets[0]
            #expect(confidences(FieldCollection(text: text)) == [expected])
        }
        for (lines, expected) in [(5, Confidence.paired), (6, .bare)] {
            let filler = String(repeating: " ", count: 200 / lines * 3) + "\n"
            let text = ids[0] + String(repeating: filler, count: lines) + secrets[0]
            #expect(confidences(FieldCollection(text: text)) == [expected], "\(lines)")
        }
    }

    @Test func pairsSiblings() {
        #expect(
            confidences(FieldCollection(["AWS_SECRET_ACCESS_KEY": secrets[0], "x": "y", "AWS_ACCESS_KEY_ID": ids[0]]))
                == [.paired])
        #expect(confidences(FieldCollection(["user": ids[0], "password": TestKeys.mailPassword])) == [.paired])
        #expect(confidences(FieldCollection(["AWS_ACCESS_KEY_ID": ids[0], "other": "y"])) == [.named])
    }

    @Test func refusesDocumentedSecret() {
        let fields = FieldCollection([
            "AWS_ACCESS_KEY_ID": ids[0], "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        ])
        #expect(confidences(fields) == [.named])
    }

    @Test func spendsEachSecretOnce() {
        let found = keySightings(
            in: FieldCollection(["FOO_KEY_ID": ids[0], "BAR_KEY_ID": ids[1], "FOO_SECRET": secrets[0]]))
        #expect(found.ids == [ids[0], ids[1]])
        #expect(found.confidences == [.paired, .named])
    }

    @Test func spendsNoSecretOnTwoKindsOfIDs() {
        let found = keySightings(
            in: FieldCollection(["a": "AKIAIOSFODNN7EXAMPLE", "b": secrets[0], "c": ids[0]]))
        #expect(found.confidences == [.bare])
    }

    @Test func pairsEntriesOfParameterList() {
        var fields = FieldCollection()
        let list = fields.addScope()
        let first = fields.addScope(in: list)
        let second = fields.addScope(in: list)
        fields.add(["name": "aws.accessKey", "value": ids[0]], in: first)
        fields.add(["name": "aws.secretKey", "value": secrets[0]], in: second)
        #expect(confidences(fields) == [.paired])
    }

    @Test func pairsParentAndChild() {
        var fields = FieldCollection()
        let outer = fields.addScope()
        let inner = fields.addScope(in: outer)
        fields.add(["accessKey": ids[0]], in: outer)
        fields.add(["secretKey": secrets[0]], in: inner)
        #expect(confidences(fields) == [.paired])
    }

    @Test func leavesStrangersApart() {
        var fields = FieldCollection()
        let root = fields.addScope()
        let left = fields.addScope(in: root)
        let middle = fields.addScope(in: root)
        let right = fields.addScope(in: middle)
        fields.add(["accessKey": ids[0]], in: left)
        fields.add(["checksum": secrets[0]], in: middle)
        fields.add(["secretKey": secrets[1]], in: right)
        #expect(confidences(fields) == [.named])
    }

    @Test func pairsTemporaryKeyWithSessionToken() {
        let token = TestKeys.sessionToken
        #expect(confidences(FieldCollection(["id": TestKeys.temporary, "token": token])) == [.paired])
        #expect(confidences(FieldCollection(["id": ids[0], "token": token])) == [.named])
    }

    /// However ids and secrets are arranged in a scope, no more ids are paired than there are secrets, and none is missed.
    @Test func pairsAsManyAsThereAre() {
        var generator = SeededGenerator(seed: 17)
        for _ in 0..<200 {
            let halves = (0..<8).map { $0 < 4 ? ids[$0] : secrets[$0 - 4] }.shuffled(using: &generator)
                .prefix(Int.random(in: 1...8, using: &generator))
            var fields = FieldCollection()
            let scope = fields.addScope()
            for half in halves { fields.add(["entry": half], in: scope) }
            for index in fields.fields.indices { fields.fields[index].path.steps.append(.index(index)) }
            let (keys, secretCount) = (halves.filter(ids.contains).count, halves.filter(secrets.contains).count)
            let paired = confidences(fields).filter { $0 == .paired }.count
            #expect(paired == min(keys, secretCount))
        }
    }

    /// 40,000 ids in one text and 20,000 in one scope: finished at once, or the suite hangs.
    @Test func staysLinear() {
        let text = Array(repeating: ids[0] + "\n", count: 40_000).joined() + secrets[0]
        #expect(keySightings(in: FieldCollection(text: text)).matches.count == 40_000)
        var fields = FieldCollection()
        let scope = fields.addScope()
        for index in 0..<20_000 {
            fields.add(["key_\(index)_id": ids[0], "key_\(index)_secret": secrets[0]], in: scope)
        }
        #expect(confidences(fields).allSatisfy { $0 == .paired })
    }
}
