/// A person's decision that a key may stay where it is for a while.
public struct Allowance: Hashable, Sendable, Codable {
    /// The id of the key, as reports print it.
    public var key: String
    /// The place it covers; `nil` for every place.
    ///
    /// It is `NAMESPACE/KIND/NAME`, a file path, or either with `#` and a value path; `*` matches any run of characters.
    public var place: String?
    /// Why it may stay.
    public var reason: String
    /// The last day on which it may, `YYYY-MM-DD` in UTC.
    public var expires: String

    /// Creates an allowance from its parts.
    public init(key: String, place: String?, reason: String, expires: String) {
        self.key = key
        self.place = place
        self.reason = reason
        self.expires = expires
    }
}
