import MigrationModel
import Testing

@testable import Rendering

struct SARIFFingerprintsTests {
    private let key = KeyIdentity(id: "AKIARZPUZDIKHKKEN7O4", kind: .awsAccessKey)
    private let object = ObjectReference(apiVersion: "apps/v1", kind: "Deployment", namespace: "prod", name: "web")

    private func place(
        _ object: ObjectReference?, index: Int = 0, input: String = "a.json", line: Int = 1, field: String = "value"
    ) -> Place {
        let steps: [ValuePath.Step] = [.field("spec"), .field("env"), .index(index), .field(field), .line(line)]
        return Place(input: input, line: line, object: object, path: ValuePath(steps))
    }

    private func fingerprint(_ place: Place, of key: KeyIdentity? = nil) -> String {
        var fingerprints = SARIFFingerprints(of: key ?? self.key)
        return fingerprints.next(for: place)
    }

    @Test func isStable() {
        #expect(fingerprint(place(object)) == "f8b7b7592ec16721eace67e85f75887f:1")
    }

    @Test func survivesReorderingAndRenamedDumps() {
        let expected = fingerprint(place(object))
        #expect(fingerprint(place(object, index: 4)) == expected)
        #expect(fingerprint(place(object, input: "b.json", line: 900)) == expected)
        var upgraded = object
        upgraded.apiVersion = "apps/v2"
        #expect(fingerprint(place(upgraded)) == expected)
    }

    @Test func differsByKeyObjectAndField() {
        var group = object
        group.apiVersion = "example.com/v1"
        var moved = object
        // The same letters, divided in another way.
        (moved.namespace, moved.name) = ("prodw", "eb")
        let all = [
            fingerprint(place(object)), fingerprint(place(group)), fingerprint(place(moved)),
            fingerprint(place(object, field: "other")), fingerprint(place(nil)),
            fingerprint(place(nil, input: "b.json")),
            fingerprint(place(object), of: KeyIdentity(id: "AKIARZPUZDIKV43IMPFL", kind: .awsAccessKey)),
        ]
        #expect(Set(all).count == all.count)
    }

    @Test func countsPlacesThatDifferByPositionOnly() {
        var fingerprints = SARIFFingerprints(of: key)
        let first = fingerprints.next(for: place(object))
        let second = fingerprints.next(for: place(object, index: 1))
        #expect(first.hasSuffix(":1"))
        #expect(second == first.dropLast() + "2")
    }
}
