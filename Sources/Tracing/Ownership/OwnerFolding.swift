public import MigrationModel

/// Folds what only repeats a template into the place of the template, so that a Deployment with 50 Pods is one place.
public enum OwnerFolding {
    /// Removes each sighting in a controlled object whose controller holds the same key, and names the object in
    /// ``Sighting/repeatedBy`` of the controller's sighting.
    ///
    /// The controller is the topmost one that holds the key: what only an old ReplicaSet still holds stays, with the
    /// ReplicaSet's own Pods folded into it. Sightings within one object are never folded into each other, so the
    /// `last-applied-configuration` annotation remains a place of its own, which has to be cleaned on its own.
    ///
    /// - Parameters:
    ///   - sightings: in any order; those that remain keep it.
    ///   - facts: all objects through which owners can be reached, whether they hold keys or not.
    /// - Returns: the sightings that stand for themselves.
    public static func fold(_ sightings: [Sighting], facts: [CarrierFacts]) -> [Sighting] {
        let chains = OwnerChains(facts)
        let holdings = Holdings(sightings)
        var folded = sightings
        var isRepetition = [Bool](repeating: false, count: sightings.count)
        for (index, sighting) in sightings.enumerated() {
            guard let object = sighting.place.object,
                let owner = chains.controllers(of: object).last(where: { holdings.holds($0, sighting) }),
                let target = holdings.position(of: sighting, in: owner)
            else { continue }
            isRepetition[index] = true
            folded[target].repeatedBy.append(object)
            folded[target].confidence = max(folded[target].confidence, sighting.confidence)
        }
        return folded.indices.filter { !isRepetition[$0] }.map { index in
            var sighting = folded[index]
            sighting.repeatedBy = Set(sighting.repeatedBy).sorted()
            return sighting
        }
    }

    /// Who holds which key where.
    private struct Holdings {
        private var anywhere: [Holding: Int] = [:]
        private var atPath: [Spot: Int] = [:]

        private struct Holding: Hashable {
            var object: ObjectReference
            /// `nil` for all inputs together.
            var input: String?
            var kind: KeyKind
            var id: String
        }

        private struct Spot: Hashable {
            var holding: Holding
            var path: ValuePath
        }

        init(_ sightings: [Sighting]) {
            for (index, sighting) in sightings.enumerated() {
                guard let object = sighting.place.object else { continue }
                for input in [sighting.place.input, nil] { add(index, of: sightings, object: object, input: input) }
            }
        }

        private mutating func add(_ index: Int, of sightings: [Sighting], object: ObjectReference, input: String?) {
            let sighting = sightings[index]
            let holding = Self.holding(object, sighting, input)
            let spot = Spot(holding: holding, path: TemplatePath.relative(sighting.place.path))
            if atPath[spot] == nil { atPath[spot] = index }
            // What a person would change first: the template rather than an annotation.
            if let other = anywhere[holding], !Self.isAnnotation(sightings[other]) || Self.isAnnotation(sighting) {
                return
            }
            anywhere[holding] = index
        }

        func holds(_ object: ObjectReference, _ sighting: Sighting) -> Bool {
            anywhere[Self.holding(object, sighting, nil)] != nil
        }

        /// In the same input if possible: two inputs may be two clusters, or two lists of one.
        func position(of sighting: Sighting, in object: ObjectReference) -> Int? {
            let path = TemplatePath.relative(sighting.place.path)
            for input in [sighting.place.input, nil] {
                let holding = Self.holding(object, sighting, input)
                if let index = atPath[Spot(holding: holding, path: path)] ?? anywhere[holding] { return index }
            }
            return nil
        }

        private static func holding(_ object: ObjectReference, _ sighting: Sighting, _ input: String?) -> Holding {
            Holding(object: object, input: input, kind: sighting.key.kind, id: sighting.key.id)
        }

        private static func isAnnotation(_ sighting: Sighting) -> Bool {
            sighting.place.path.steps.starts(with: [.field("metadata"), .field("annotations")])
        }
    }
}
