import MigrationModel

/// What a detector found, before it is known what stands beside it.
struct KeyCandidate: Hashable {
    /// What makes it certain that it is a credential.
    enum Proof: Hashable {
        /// The id is public, and its secret half has to be looked for.
        case secretHalfElsewhere
        /// The key is a single text, which the detector has judged completely.
        case complete(Confidence)
    }

    /// Which key it would be.
    var identity: KeyIdentity
    /// The field, by its position in the collection.
    var field: Int
    /// Where in the field's text.
    var range: Range<Int>
    /// Why it is none.
    var lookAlike: LookAlike?
    /// What it is when no secret half stands beside it, for ids that AWS would not have issued.
    var lookAlikeUnlessPaired: LookAlike?
    /// What makes it certain.
    var proof: Proof
}
