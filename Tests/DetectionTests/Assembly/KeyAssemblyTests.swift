import MigrationModel
import Testing

@testable import Detection

struct KeyAssemblyTests {
    private let secret = ObjectReference(apiVersion: "v1", kind: "Secret", namespace: "prod", name: "aws")
    private let map = ObjectReference(apiVersion: "v1", kind: "ConfigMap", namespace: "prod", name: "aws")

    private func place(_ object: ObjectReference?, _ field: String, input: String = "dump.json") -> Place {
        Place(input: input, line: 1, object: object, path: ValuePath([.field("data"), .field(field)]))
    }

    @Test func gathersSightings() {
        let long = KeyIdentity(id: TestKeys.ids[1], kind: .awsAccessKey, account: "123456789012")
        let short = KeyIdentity(id: TestKeys.temporary, kind: .awsTemporaryKey)
        let first = KeyIdentity(id: TestKeys.ids[0], kind: .awsAccessKey)
        let facts = CarrierFacts(object: secret, uid: "1", created: "2020-01-01T00:00:00Z", immutable: true)
        let sightings = [
            Sighting(key: short, place: place(secret, "c"), confidence: .bare),
            Sighting(key: long, place: place(secret, "b"), confidence: .named, nature: .thirdParty(host: "minio")),
            Sighting(key: long, place: place(map, "b"), confidence: .paired),
            Sighting(key: long, place: place(nil, "b", input: "values.yaml"), confidence: .bare, nature: .bait),
            Sighting(key: long, place: place(map, "b"), confidence: .bare, repeatedBy: [secret]),
            Sighting(key: first, place: place(secret, "a"), confidence: .named),
        ]
        let expected = [
            StaticKey(
                identity: first, nature: .ordinary, secretHalfPresent: false, sightings: [sightings[5]],
                carriers: [facts]),
            StaticKey(
                identity: long, nature: .bait, secretHalfPresent: true,
                sightings: [
                    Sighting(key: long, place: place(map, "b"), confidence: .paired, repeatedBy: [secret]),
                    sightings[1],
                    sightings[3],
                ],
                carriers: [CarrierFacts(object: map), facts]),
            StaticKey(
                identity: short, nature: .ordinary, secretHalfPresent: false, sightings: [sightings[0]],
                carriers: [facts]),
        ]
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<20 {
            let keys = KeyAssembly.keys(from: sightings.shuffled(using: &generator), facts: [secret: facts])
            #expect(keys == expected)
        }
        #expect(KeyAssembly.keys(from: [], facts: [:]) == [])
    }

    @Test func mergesPrincipal() {
        let unknown = KeyIdentity(id: "azure-client-secret:0011223344556677", kind: .azureClientSecret)
        var known = unknown
        known.principal = TestKeys.client
        let keys = KeyAssembly.keys(
            from: [
                Sighting(key: unknown, place: place(map, "a"), confidence: .bare),
                Sighting(key: known, place: place(secret, "a"), confidence: .paired),
            ], facts: [:])
        #expect(keys.map(\.identity) == [known])
        #expect(keys.map { $0.sightings.map(\.key) } == [[known, known]])
        #expect(keys.map(\.secretHalfPresent) == [true])
    }
}
