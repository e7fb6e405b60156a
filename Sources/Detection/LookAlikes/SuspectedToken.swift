import MigrationModel

/// A stretch of a text that may be a key id or, where the key has no other, the secret itself.
struct SuspectedToken {
    /// What it may be.
    let kind: KeyKind
    /// The whole text around it.
    let text: [UInt8]
    /// Where it stands in the text.
    let range: Range<Int>

    /// The token alone.
    var bytes: ArraySlice<UInt8> { text[range] }

    /// The part that differs from key to key: without the prefix that all ids of the kind have.
    var body: ArraySlice<UInt8> {
        switch kind {
        case .awsAccessKey, .awsTemporaryKey, .googleHMACKey: bytes.dropFirst(4)
        default: bytes
        }
    }
}
