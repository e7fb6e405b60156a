/// Finds the keys of one sort in the fields of an object.
///
/// A detector sees all fields at once, since most keys only are one by what stands beside them, and has to stay linear
/// in the size of the texts and in the number of fields: both come from strangers.
protocol KeyDetector: Sendable {
    /// Everything that has the shape of such a key, in the order of the fields, look-alikes marked as such.
    func candidates(in surroundings: Surroundings) -> [KeyCandidate]
}

/// All detectors; a new one is a file beside the others and a line here.
///
/// The byte filter that decides which objects are examined at all has needles of its own. For a key to be found, one of
/// these has to reach it, in any encoding: `AKIA`, `ASIA`, `GOOG`, `PRIVATE KEY-----`, `Q~` behind a digit; for Azure keys
/// that are known by their names only, a name with `account` and `key` in it, or with `client` and `secret`, any case
/// and separators; for storage keys under other names, base64 that ends in `==`.
enum KeyDetectors {
    /// In no particular order: no two find the same text.
    static let all: [any KeyDetector] = [
        AWSAccessKeyDetector(),
        GoogleServiceAccountKeyDetector(),
        GoogleHMACKeyDetector(),
        AzureClientSecretDetector(),
        AzureStorageAccountKeyDetector(),
    ]
}
