/// Receives one document, value by value, from a reader of JSON or YAML.
///
/// Texts are handed out as spans that are valid only during the call: what is to be kept is copied. Escapes are already
/// resolved. Offsets count bytes from the start of what the reader was given.
public protocol DocumentVisitor: AnyObject {
    /// A mapping begins; its members follow as ``key(_:at:)`` and a value each.
    func beginMapping(at offset: Int)
    /// A sequence begins; its elements follow.
    func beginSequence(at offset: Int)
    /// The innermost open collection ends.
    func endCollection()
    /// The key of the next value in the current mapping.
    func key(_ text: Span<UInt8>, at offset: Int)
    /// A scalar value.
    ///
    /// - Parameters:
    ///   - text: its text, escapes resolved.
    ///   - quoted: whether it is certainly a string; a plain `null`, `true` or `12` is not.
    ///   - offset: where it begins in the document.
    func scalar(_ text: Span<UInt8>, quoted: Bool, at offset: Int)
    /// The key that was just handed out stood in the same mapping before.
    func duplicateKey(_ text: Span<UInt8>, at offset: Int)
}
