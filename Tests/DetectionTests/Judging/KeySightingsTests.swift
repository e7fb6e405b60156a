import MigrationModel
import Testing

@testable import Detection

struct KeySightingsTests {
    private let id = TestKeys.id

    @Test func findsNothingInNothing() {
        #expect(keySightings(in: FieldCollection()) == KeySightings())
        #expect(keySightings(in: FieldCollection(["empty": ""])) == KeySightings())
    }

    @Test func namesLinesOfTextsOnly() {
        let found = keySightings(in: FieldCollection(["one": "key \(id)\n", "many": "#\n\(id) \(id)\n\n\(id)"]))
        #expect(found.matches.map(\.path.description) == ["data.one", "data.many › line 2", "data.many › line 4"])
    }

    @Test func keepsTheBestOfOnePath() {
        let text = "image=\(id) ; AWS_ACCESS_KEY_ID=\(id)"
        #expect(keySightings(in: FieldCollection(text: text)).confidences == [.named])
    }

    @Test func mergesPercentDecodedCopy() {
        var fields = FieldCollection(["a": "%20\(id)"])
        fields.add(["a": " AWS_ACCESS_KEY_ID=\(id)"], in: 0)
        fields.fields[1].path.steps.append(.decoding(.percent))
        let found = keySightings(in: fields)
        #expect(found.matches.map(\.path.description) == ["data.a"])
        #expect(found.confidences == [.named])
        fields.fields.removeFirst()
        #expect(keySightings(in: fields).matches.map(\.path.description) == ["data.a › percent"])
    }

    /// Whatever is printed of what was found, no secret is in it.
    @Test func showsNoSecret() {
        let fields = FieldCollection([
            "id": id, "secret": TestKeys.secret, "AZURE_CLIENT_SECRET": TestKeys.clientSecret,
            "clientSecret": TestKeys.olderClientSecret, "tenantId": TestKeys.tenant, "private_key": TestKeys.privateKey,
            "client_email": TestKeys.email, "account_key": TestKeys.storageKey, "password": TestKeys.mailPassword,
            "token": TestKeys.sessionToken,
        ])
        let found = keySightings(in: fields)
        #expect(found.matches.count == 5)
        var shown = String(describing: found) + String(reflecting: found)
        dump(found, to: &shown)
        for field in fields.fields {
            shown += String(describing: field) + String(reflecting: field)
            dump(field, to: &shown)
        }
        for secret in TestKeys.allSecret { #expect(!shown.contains(secret)) }
    }
}
