import MigrationModel

/// Tells from names that a program hands out signed links, which end with the session that signed them.
///
/// See [presigned URLs](https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html#PresignedUrl-Expiration).
enum SigningHints {
    private static let words = [
        "PRESIGN", "SIGNED_URL", "SIGNED_LINK", "QUERYSTRING_EXPIRE", "URL_EXPIR", "LINK_EXPIR",
    ]

    /// A task for a person; `nil` where nothing points to links.
    static func task(_ use: KeyUse) -> String? {
        guard let name = use.variables.sorted().first(where: { name in words.contains { name.contains($0) } }) else {
            return nil
        }
        return
            "Say how long the links live that it signs (\(name)): with a role they end with its session, 1 hour unless the "
            + "role allows up to 12, and a key allowed 7 days"
    }
}
