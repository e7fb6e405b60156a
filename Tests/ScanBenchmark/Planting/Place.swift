internal import StructuredText

/// A place where keys hide, with an object that has one there.
struct Place: Sendable {
    /// What a report calls it.
    let label: String
    /// Whether the id is that of a temporary key.
    var isTemporary = false
    /// Whether the first letter of the id is written as an escape of the dump's own syntax.
    var escapesFirstLetter = false
    /// Makes the object.
    let object: @Sendable (inout ImaginedCluster, SyntheticKey) -> StructuredValue

    init(
        _ label: String, isTemporary: Bool = false, escapesFirstLetter: Bool = false,
        _ object: @escaping @Sendable (inout ImaginedCluster, SyntheticKey) -> StructuredValue
    ) {
        (self.label, self.isTemporary, self.escapesFirstLetter) = (label, isTemporary, escapesFirstLetter)
        self.object = object
    }
}

/// A key and the place where it was planted.
struct PlantedKey {
    /// The place.
    let place: Place
    /// The key; no other place has the same.
    let key: SyntheticKey

    /// One key for each place, whatever the size of the dump.
    static var all: [PlantedKey] {
        Places.all.enumerated().map { number, place in
            PlantedKey(place: place, key: SyntheticKey(number: number, isTemporary: place.isTemporary))
        }
    }
}

/// All places; a new one is a line in one of the lists.
enum Places {
    static var all: [Place] { inSecrets + inHelmReleases + inConfigMaps + inContainers + inWorkloads + inResources }
}
