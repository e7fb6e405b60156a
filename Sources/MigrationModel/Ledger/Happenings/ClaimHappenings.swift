/// The lease of a step begins; its number is the sequence of this event.
public struct ClaimStart: Hashable, Sendable, Codable {
    /// Until when nobody else may take it.
    public var expires: Timestamp

    /// Creates the beginning of a lease.
    public init(expires: Timestamp) { self.expires = expires }
}

/// The holder of a lease makes it longer.
public struct ClaimRenewal: Hashable, Sendable, Codable {
    /// The number of the lease.
    public var claim: Int
    /// Until when nobody else may take it now.
    public var expires: Timestamp

    /// Creates a renewal from its parts.
    public init(claim: Int, expires: Timestamp) {
        self.claim = claim
        self.expires = expires
    }
}

/// The holder of a lease gives it back.
public struct ClaimEnd: Hashable, Sendable, Codable {
    /// The number of the lease.
    public var claim: Int

    /// Creates the end of a lease.
    public init(claim: Int) { self.claim = claim }
}

/// A lease begins for a step whose former holder did not give it back in time.
public struct ClaimTakeover: Hashable, Sendable, Codable {
    /// The number of the lease that ran out.
    public var formerClaim: Int
    /// Until when nobody else may take it.
    public var expires: Timestamp

    /// Creates a takeover from its parts.
    public init(formerClaim: Int, expires: Timestamp) {
        self.formerClaim = formerClaim
        self.expires = expires
    }
}
