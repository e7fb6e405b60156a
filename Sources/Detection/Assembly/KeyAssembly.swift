public import MigrationModel

/// Makes one finding of each static key, however often it was sighted.
public enum KeyAssembly {
    /// Gathers sightings into keys, ordered by kind and id; the order of the sightings makes no difference.
    ///
    /// - Parameters:
    ///   - sightings: what was seen in all inputs, repetitions already folded.
    ///   - facts: what is known of the objects that hold keys; an object without facts is listed with its name only.
    /// - Returns: one key for each kind and id, its sightings in the order of places, not yet compared with an allowlist.
    public static func keys(
        from sightings: [Sighting], facts: [ObjectReference: CarrierFacts]
    ) -> [StaticKey] {
        let groups = Dictionary(grouping: sightings) { KeyName(kind: $0.key.kind.rawValue, id: $0.key.id) }
        return groups.sorted { $0.key < $1.key }.map { key(from: $0.value, facts: facts) }
    }

    private struct KeyName: Hashable, Comparable {
        var kind: String
        var id: String

        static func < (left: Self, right: Self) -> Bool { (left.kind, left.id) < (right.kind, right.id) }
    }

    private static func key(from sightings: [Sighting], facts: [ObjectReference: CarrierFacts]) -> StaticKey {
        var places = uniquePlaces(of: sightings)
        var identity = places[0].key
        for other in places.dropFirst() {
            identity.account = identity.account ?? other.key.account
            identity.principal = identity.principal ?? other.key.principal
        }
        for index in places.indices { places[index].key = identity }
        let objects = Set(places.compactMap(\.place.object)).sorted()
        return StaticKey(
            identity: identity, nature: places.map(\.nature).reduce(.ordinary, KeyNature.strongest),
            secretHalfPresent: identity.kind.isItsOwnSecret || places.contains { $0.confidence == .paired },
            sightings: places, carriers: objects.map { facts[$0] ?? CarrierFacts(object: $0) })
    }

    /// One sighting for each place, in the order of places: the same file may have been given twice.
    private static func uniquePlaces(of sightings: [Sighting]) -> [Sighting] {
        Dictionary(grouping: sightings, by: \.place).values.map { same in
            var merged = same[0]
            for other in same.dropFirst() {
                merged.key.account = merged.key.account ?? other.key.account
                merged.key.principal = [merged.key.principal, other.key.principal].compactMap { $0 }.min()
                merged.confidence = max(merged.confidence, other.confidence)
                merged.nature = .strongest(merged.nature, other.nature)
                merged.repeatedBy = Set(merged.repeatedBy + other.repeatedBy).sorted()
            }
            return merged
        }
        .sorted { $0.place < $1.place }
    }
}

extension KeyKind {
    /// Whether seeing the key is seeing its secret, since it has no half that is public.
    fileprivate var isItsOwnSecret: Bool {
        switch self {
        case .awsAccessKey, .awsTemporaryKey, .googleHMACKey: false
        case .googleServiceAccountKey, .azureClientSecret, .azureStorageAccountKey: true
        }
    }
}
