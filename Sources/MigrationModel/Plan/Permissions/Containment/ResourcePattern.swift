/// The pattern of a statement's resource, whose parts between colons are compared one by one.
///
/// See [ARNs](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html).
struct ResourcePattern {
    private let text: String
    private let parts: [WildcardPattern]

    init(_ text: String) {
        self.text = text
        // The sixth part is the resource itself, which may have colons.
        parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map { WildcardPattern($0) }
    }

    private var whole: WildcardPattern { WildcardPattern(text) }

    /// Whether it certainly matches whatever another one matches.
    ///
    /// Only `*` alone is taken to reach over colons.
    func contains(_ other: ResourcePattern) -> Bool {
        if whole.isEverything || text == other.text { return true }
        guard parts.count == 6, other.parts.count == 6 else { return false }
        return zip(parts, other.parts).allSatisfy { $0.contains($1) }
    }

    /// Whether both may match the same resource.
    func overlaps(_ other: ResourcePattern) -> Bool { whole.overlaps(other.whole) }
}
