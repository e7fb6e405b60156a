/// Removes a Secret or ConfigMap that holds a key, or only the entries with the key where it holds something else as well.
public struct RemoveCarrier: StepAction {
    /// The object.
    public var carrier: ObjectReference
    /// The entries that go; `nil` for the whole object.
    public var entries: [String]?
    /// Annotations that repeat the values of the entries and go with them, such as `last-applied-configuration`.
    public var annotations: [String]
    /// The Secret that keeps the object as it was, in its namespace, until the key is deleted.
    public var copy: String
    /// Whether the object is marked immutable, so that it is made anew without the entries.
    public var isImmutable: Bool
    /// What would fill it again, and where it has to be taken out first; empty where nothing does.
    public var source: String

    /// Creates the action.
    public init(
        carrier: ObjectReference, entries: [String]?, annotations: [String] = [], copy: String = "",
        isImmutable: Bool = false, source: String = ""
    ) {
        self.carrier = carrier
        self.entries = entries
        self.annotations = annotations
        self.copy = copy
        self.isImmutable = isImmutable
        self.source = source
    }

    /// What it changes.
    public var summary: String {
        entries.map { "Remove \($0.joined(separator: ", ")) from \(carrier)." } ?? "Delete \(carrier)."
    }
    /// The object is kept aside, inside the cluster, until the key is deleted.
    public var undo: String? { "Put \(carrier) back from the copy that is kept in the cluster." }
    /// What proves it done.
    public var verifications: [Verification] { [.carrierGone] }
    /// The copy first: it is what the undo needs.
    public var changes: [WorldChange] { [.keepCopy(carrier), .remove(carrier, entries: entries)] }
    /// What its undo changes there.
    public var reversal: [WorldChange]? { [.restore(carrier), .dropCopy(carrier)] }
}
