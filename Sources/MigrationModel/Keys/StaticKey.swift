/// One static credential with everything known of it, however often it was sighted.
public struct StaticKey: Hashable, Sendable {
    /// Which key it is.
    public var identity: KeyIdentity
    /// The strongest nature that any sighting gave it: bait before third-party before ordinary.
    public var nature: KeyNature
    /// Whether the secret half was seen beside the id at any place.
    public var secretHalfPresent: Bool
    /// Where it was seen, in the order of ``Place``, repetitions folded into the place they repeat.
    public var sightings: [Sighting]
    /// The objects that hold it, in the order of ``ObjectReference``.
    public var carriers: [CarrierFacts]
    /// The allowlist entry that covers every place of the key, if there is one.
    public var allowed: Allowance?

    /// Creates a key from its parts.
    public init(
        identity: KeyIdentity, nature: KeyNature, secretHalfPresent: Bool, sightings: [Sighting],
        carriers: [CarrierFacts], allowed: Allowance? = nil
    ) {
        self.identity = identity
        self.nature = nature
        self.secretHalfPresent = secretHalfPresent
        self.sightings = sightings
        self.carriers = carriers
        self.allowed = allowed
    }
}
