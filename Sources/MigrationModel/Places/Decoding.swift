/// A reversible wrapping that had to be removed before a value could be read.
public enum Decoding: String, Hashable, Sendable, Codable, CaseIterable {
    /// Base64 of RFC 4648 section 4, also wrapped over lines or without padding.
    case base64
    /// The URL-safe alphabet of RFC 4648 section 5.
    case base64url
    /// A gzip member, RFC 1952.
    case gzip
    /// A zlib stream, RFC 1950.
    case zlib
    /// `%41` style octets, RFC 3986 section 2.1.
    case percent
    /// UTF-16 of either byte order, with or without a byte order mark.
    case utf16
}
