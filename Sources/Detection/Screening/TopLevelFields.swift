/// Follows a reader through the top of an object, to know the entries of `data` and the kind when they pass.
///
/// `kubectl` prints `data` before `kind`, so both are remembered until the object ends.
struct TopLevelFields {
    private enum Field {
        case kind, data, other
    }

    private var depth = 0
    private var field = Field.other
    private var isSecret = false
    /// Whether an entry of `data` is not base64.
    var hasUndecodableValue = false

    /// Starts a new object with the kind that it has if it does not say itself.
    mutating func begin(kind: String) {
        (depth, field, isSecret, hasUndecodableValue) = (0, .other, kind == "Secret", false)
    }

    /// A collection begins.
    mutating func begin() { depth += 1 }

    /// A collection ends.
    mutating func end() { depth -= 1 }

    /// A key comes.
    mutating func key(_ text: Span<UInt8>) {
        guard depth == 1 else { return }
        field = equals(text, "data") ? .data : equals(text, "kind") ? .kind : .other
    }

    /// Whether the next scalar is the object's kind.
    var isAtKind: Bool { depth == 1 && field == .kind }

    /// Whether the next scalar is an entry of `data`.
    var isInData: Bool { depth == 2 && field == .data }

    /// The object's kind comes.
    mutating func noteKind(_ text: Span<UInt8>) { isSecret = equals(text, "Secret") }

    /// Whether the object is a Secret with an entry that is not base64.
    var hasUndecodableSecretValue: Bool { isSecret && hasUndecodableValue }

    private func equals(_ text: Span<UInt8>, _ word: StaticString) -> Bool {
        guard text.count == word.utf8CodeUnitCount else { return false }
        for index in text.indices where text[index] != word.utf8Start[index] { return false }
        return true
    }
}
