import MigrationModel

/// A key at one place of an object.
struct KeyMatch: Hashable {
    /// Which key.
    var identity: KeyIdentity
    /// The way from the object to it, with the line where a text has several.
    var path: ValuePath
    /// Offset of the scalar of the document in which it stands.
    var offset: Int
    /// How sure it is.
    var confidence: Confidence
    /// What it is good for.
    var nature: KeyNature
}

/// Everything that the fields of one object hold.
struct KeySightings: Hashable {
    /// The keys in the order of the fields, each once for a path.
    var matches: [KeyMatch] = []
    /// What looks like a key and is none, each once for a path.
    var lookAlikes: [LookAlike: Int] = [:]
}

/// Runs all detectors over the fields of one object and judges what they find.
func keySightings(in collection: FieldCollection, detectors: [any KeyDetector] = KeyDetectors.all) -> KeySightings {
    let surroundings = Surroundings(collection)
    let candidates = detectors.flatMap { $0.candidates(in: surroundings) }
    guard !candidates.isEmpty else { return KeySightings() }
    let paired = SecretHalfPairing.paired(candidates, in: surroundings)
    let holders = Set(candidates.filter { $0.proof == .secretHalfElsewhere }.map(\.field))
    let endpoints = EndpointIndex(surroundings, holders: holders)
    var result = SightingCollector(surroundings)
    let inOrder = candidates.indices.sorted { left, right in
        let (one, other) = (candidates[left], candidates[right])
        return (one.field, one.range.lowerBound) < (other.field, other.range.lowerBound)
    }
    for index in inOrder {
        let candidate = candidates[index]
        let isPaired = paired.contains(index)
        if let reason = candidate.lookAlike ?? (isPaired ? nil : candidate.lookAlikeUnlessPaired) {
            result.add(candidate, as: reason)
        } else {
            let confidence = ConfidenceJudgement.confidence(of: candidate, isPaired: isPaired, in: surroundings)
            result.add(candidate, confidence, NatureJudgement.nature(of: candidate, endpoints: endpoints))
        }
    }
    return result.sightings
}
