internal import MigrationModel

/// Follows a chain of events from the first on, and stops at the first thing that is wrong.
struct ChainVerification {
    /// The last event that could be relied upon.
    private(set) var head = Ledger.emptyHead
    /// What the events up to there come to.
    private(set) var state = LedgerState()
    /// The hashes that were noted elsewhere and not met yet.
    private(set) var missing: Set<String>

    /// Starts before the first event.
    ///
    /// - Parameter noted: hashes that have to turn up.
    init(noted: Set<String> = []) { missing = noted.subtracting([Ledger.emptyHead.hash]) }

    /// Follows the chain to another event.
    ///
    /// - Parameters:
    ///   - sequence: the number under which it is kept.
    ///   - text: its text.
    ///   - hash: the hash that is kept with it.
    /// - Returns: the event.
    /// - Throws: what is wrong with it; it was not added then.
    @discardableResult
    mutating func follow(sequence: Int, text: String, hash: String) throws(LedgerFault) -> LedgerEvent {
        let expected = head.sequence + 1
        guard sequence == expected else {
            throw LedgerFault(
                .eventMissing, sequence: expected, rule: .sequenceGap,
                message: "Event \(expected) is missing: the next one that is there has the number \(sequence).")
        }
        guard SHA256Digest.hex(of: text) == hash else {
            throw LedgerFault(
                .eventChanged, sequence: sequence,
                message: "Event \(sequence) was changed: what it says does not have the hash \(hash).")
        }
        let event: LedgerEvent
        do throws(EventTextProblem) {
            event = try EventText.event(from: text)
        } catch {
            throw LedgerFault(
                .eventInvalid, sequence: sequence,
                message: "Event \(sequence) was not written by keyshift: \(error.reason).")
        }
        try check(event, sequence)
        head = LedgerHead(sequence: sequence, hash: hash)
        missing.remove(hash)
        return event
    }

    private mutating func check(_ event: LedgerEvent, _ sequence: Int) throws(LedgerFault) {
        guard event.sequence == sequence else {
            throw LedgerFault(
                .eventMoved, sequence: sequence,
                message: "Event \(sequence) is not in its place: it was written as event \(event.sequence).")
        }
        guard event.previous == head.hash else {
            // Its own hash is right, so it speaks for itself and against the one before.
            throw LedgerFault(
                .eventReplaced, sequence: max(1, sequence - 1), rule: .chainBroken,
                message: sequence == 1
                    ? "Event 1 was not the first: it names one before it."
                    : "Event \(sequence - 1) was replaced, or event \(sequence) was: the later one was written behind another."
            )
        }
        do throws(LedgerRule) {
            try state.apply(EventHeader(event))
        } catch {
            throw LedgerFault(
                .ruleBroken, sequence: sequence, rule: error,
                message: "Event \(sequence) breaks a rule that keyshift keeps (\(error.rawValue)): \(error.sentence)")
        }
    }
}

extension LedgerFault: Error {}
