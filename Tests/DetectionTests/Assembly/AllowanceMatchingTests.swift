import MigrationModel
import Testing

@testable import Detection

struct AllowanceMatchingTests {
    private func key(_ id: String = TestKeys.id, at places: [Place]) -> StaticKey {
        let identity = KeyIdentity(id: id, kind: .awsAccessKey)
        return StaticKey(
            identity: identity, nature: .ordinary, secretHalfPresent: false,
            sightings: places.map { Sighting(key: identity, place: $0, confidence: .bare) }, carriers: [])
    }

    private func place(_ kind: String, _ namespace: String?, _ field: String) -> Place {
        Place(
            input: "cluster.json", line: 3,
            object: ObjectReference(apiVersion: "v1", kind: kind, namespace: namespace, name: "aws"),
            path: ValuePath([.field("data"), .field(field)]))
    }

    private func allowance(_ key: String, _ place: String?, expires: String = "2026-12-31") -> Allowance {
        Allowance(key: key, place: place, reason: "Ticket 1", expires: expires)
    }

    @Test(arguments: [
        nil, "prod/Secret/aws", "*/Secret/*", "prod/*", "cluster.json", "cluster.json#data.id",
        "prod/Secret/aws#data.id",
        "prod/Secret/aws#*", "*#data.*",
    ])
    func coversPlace(pattern: String?) {
        let entry = allowance(TestKeys.id, pattern)
        let result = AllowanceMatching([entry], to: [key(at: [place("Secret", "prod", "id")])], today: "2026-11-21")
        #expect(result.keys.map(\.allowed) == [entry])
        #expect(result.unused == [])
        #expect(result.expired == [])
    }

    @Test(arguments: ["prod/Secret", "prod/Secret/other", "prod/Secret/aws#data.other", "aws", "Secret/aws", "data.id"])
    func leavesOtherPlaces(pattern: String) {
        let entry = allowance(TestKeys.id, pattern)
        let result = AllowanceMatching([entry], to: [key(at: [place("Secret", "prod", "id")])], today: "2026-11-21")
        #expect(result.keys.map(\.allowed) == [nil])
        #expect(result.unused == [entry])
    }

    @Test func coversObjectsWithoutNamespace() {
        for pattern in ["ClusterIssuer/aws", "*/ClusterIssuer/aws"] {
            let keys = [key(at: [place("ClusterIssuer", nil, "id")])]
            let result = AllowanceMatching([allowance("*", pattern)], to: keys, today: "2026-11-21")
            #expect(result.keys[0].allowed != nil)
        }
    }

    @Test func matchesKeyByPattern() {
        let keys = [
            key(at: [place("Secret", "prod", "id")]), key(TestKeys.canaries[0], at: [place("Secret", "prod", "id")]),
        ]
        let result = AllowanceMatching([allowance("AKIARZPUZDIK*", nil)], to: keys, today: "2026-11-21")
        #expect(result.keys.map { $0.allowed != nil } == [true, false])
    }

    @Test func expiresAfterItsLastDay() {
        let entry = allowance(TestKeys.id, nil, expires: "2026-11-21")
        let keys = [key(at: [place("Secret", "prod", "id")])]
        let last = AllowanceMatching([entry], to: keys, today: "2026-11-21")
        #expect(last.keys[0].allowed == entry)
        let after = AllowanceMatching([entry], to: keys, today: "2026-11-22")
        #expect(after.keys[0].allowed == nil)
        #expect(after.expired == [entry])
        #expect(after.unused == [])
    }

    @Test func needsEveryPlace() {
        let places = [place("Secret", "prod", "id"), place("ConfigMap", "prod", "id")]
        let first = allowance("*", "prod/Secret/aws", expires: "2027-06-30")
        let second = allowance("*", "prod/ConfigMap/aws", expires: "2027-01-31")
        let open = AllowanceMatching([first], to: [key(at: places)], today: "2026-11-21")
        #expect(open.keys[0].allowed == nil)
        #expect(open.unused == [])
        let together = AllowanceMatching([first, second], to: [key(at: places)], today: "2026-11-21")
        #expect(together.keys[0].allowed == second)
        let whole = allowance("*", nil, expires: "2026-12-01")
        let all = AllowanceMatching([first, second, whole], to: [key(at: places)], today: "2026-11-21")
        #expect(all.keys[0].allowed == whole)
    }
}
