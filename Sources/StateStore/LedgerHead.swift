/// The end of a ledger, to be noted elsewhere: who knows it knows that nothing before it was changed.
public struct LedgerHead: Hashable, Sendable, CustomStringConvertible {
    /// How many events there are.
    public var sequence: Int
    /// The hash of the last; 64 zeroes when there is none.
    public var hash: String

    /// Creates a head from its parts.
    public init(sequence: Int, hash: String) {
        self.sequence = sequence
        self.hash = hash
    }

    /// `12 9f86d0…`.
    public var description: String { "\(sequence) \(hash)" }
}
