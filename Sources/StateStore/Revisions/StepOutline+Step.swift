public import MigrationModel
internal import StructuredText

extension StepOutline {
    /// What two revisions have to agree in for a step to be the same: its id, what it does and where, and what proves it done.
    ///
    /// Order, gates and who acts may change without undoing what was done.
    ///
    /// - Parameter step: a step of a plan.
    public init(_ step: Step) {
        // Encoding cannot fail: there is no number with a fraction, and the encoder takes everything else.
        let action = (try? StructuredEncoder.encode(step.action)) ?? .null
        let meaning: StructuredValue = [
            "action": action, "cluster": .string(step.cluster),
            "verifications": .sequence(step.verifications.map { .string($0.rawValue) }),
        ]
        self.init(id: step.id, sha256: SHA256Digest.hex(of: CanonicalJSON.text(for: meaning)))
    }
}
