import MigrationModel
import Testing

@testable import Detection

struct NeighboursTests {
    private let other = "6b7c8d9e-0f1a-4b2c-8d3e-4f5a6b7c8d9e"

    private func principals(_ fields: FieldCollection) -> [String?] {
        keySightings(in: fields).matches.map(\.identity.principal)
    }

    @Test func prefersTheSameStem() {
        let fields = FieldCollection([
            "DEV_CLIENT_ID": TestKeys.client, "PROD_CLIENT_SECRET": TestKeys.clientSecret, "X": "x",
            "PROD_CLIENT_ID": other,
        ])
        #expect(principals(fields) == [other])
    }

    @Test func takesTheNearestOfOthers() {
        let fields = FieldCollection([
            "A_CLIENT_ID": TestKeys.client, "a": "", "B_CLIENT_ID": other, "secret": TestKeys.clientSecret,
        ])
        #expect(principals(fields) == [other])
    }

    @Test func looksAroundAndAmongPairs() {
        var nested = FieldCollection()
        let outer = nested.addScope()
        let inner = nested.addScope(in: outer)
        nested.add(["clientId": TestKeys.client], in: outer)
        nested.add(["clientSecret": TestKeys.clientSecret], in: inner)
        #expect(principals(nested) == [TestKeys.client])

        var pairs = FieldCollection()
        let list = pairs.addScope()
        let first = pairs.addScope(in: list)
        let second = pairs.addScope(in: list)
        pairs.add(["name": "azure.clientId", "value": TestKeys.client], in: first)
        pairs.add(["name": "azure.clientSecret", "value": TestKeys.clientSecret], in: second)
        #expect(principals(pairs) == [TestKeys.client])
    }

    @Test func leavesStrangers() {
        var fields = FieldCollection()
        let root = fields.addScope()
        let left = fields.addScope(in: root)
        let right = fields.addScope(in: root)
        fields.add(["clientId": TestKeys.client], in: left)
        fields.add(["a": "", "b": "", "c": "", "clientSecret": TestKeys.clientSecret], in: right)
        #expect(principals(fields) == [nil])
    }
}
