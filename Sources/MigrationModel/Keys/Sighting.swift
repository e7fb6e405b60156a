/// One occurrence of a key at one place.
public struct Sighting: Hashable, Sendable {
    /// The key that was seen.
    public var key: KeyIdentity
    /// Where it was seen.
    public var place: Place
    /// How sure the match is.
    public var confidence: Confidence
    /// What the key is good for, judged at this place.
    public var nature: KeyNature
    /// Objects that only repeat what stands here, such as the Pods of a Deployment.
    public var repeatedBy: [ObjectReference]

    /// Creates a sighting from its parts.
    public init(
        key: KeyIdentity, place: Place, confidence: Confidence, nature: KeyNature = .ordinary,
        repeatedBy: [ObjectReference] = []
    ) {
        self.key = key
        self.place = place
        self.confidence = confidence
        self.nature = nature
        self.repeatedBy = repeatedBy
    }
}
