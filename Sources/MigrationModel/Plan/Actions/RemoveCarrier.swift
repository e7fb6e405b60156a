/// Removes a Secret or ConfigMap that holds a key, or only the entries with the key where it holds something else as well.
public struct RemoveCarrier: StepAction {
    /// The object.
    public var carrier: ObjectReference
    /// The entries that go; `nil` for the whole object.
    public var entries: [String]?

    /// Creates the action.
    public init(carrier: ObjectReference, entries: [String]?) {
        self.carrier = carrier
        self.entries = entries
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
