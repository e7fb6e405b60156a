import StructuredText

/// What a list says of itself and its items outside of `items`.
struct ListHead {
    private let tree: Node?

    /// Reads as much as there is of a list without its items.
    init(_ bytes: [UInt8]) {
        let builder = TreeBuilder()
        var reader = JSONReader()
        // A head ends where the items begin, which is a truncated text to a reader; what comes before counts.
        try? reader.read(bytes.span, into: builder)
        tree = builder.finish()
    }

    /// `SecretList` of `v1` holds items of kind `Secret`; a plain `List` leaves it to each item.
    var itemType: RawDocument.InheritedType? {
        guard let kind = tree?["kind"]?.text, kind.hasSuffix("List"), kind != "List" else { return nil }
        return RawDocument.InheritedType(
            apiVersion: tree?["apiVersion"]?.text ?? "", kind: String(kind.dropLast("List".count)))
    }

    /// The token with which the next page is asked for; `nil` on the last page.
    var continueToken: String? {
        guard let token = tree?["metadata"]?["continue"]?.text, !token.isEmpty else { return nil }
        return token
    }
}
