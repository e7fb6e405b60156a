internal import GRDB
public import MigrationModel

extension Ledger {
    /// Takes the lease of a step: of all who try at the same time exactly one gets it.
    ///
    /// A lease whose time has run out is taken over, which is recorded; its former holder can record nothing about the step any
    /// more, so that two never carry out the same step and both believe it is theirs.
    ///
    /// - Parameters:
    ///   - step: the step.
    ///   - plan: the plan.
    ///   - duration: for how many milliseconds; ``renew(_:for:by:at:)`` makes it longer.
    ///   - author: who wants it.
    ///   - now: the time.
    /// - Returns: whether it was got, and who has it if not.
    /// - Throws: ``LedgerProblem`` when the ledger cannot be written.
    public func claim(
        step: String, plan: String, for duration: Int, by author: Author, at now: Timestamp
    ) throws(LedgerProblem) -> ClaimResult {
        try write { database in
            let held = try self.heldClaim(of: step, in: database)
            if let held, now < held.expires { return .held(held) }
            let expires = now.adding(milliseconds: duration)
            let happening: Happening =
                if let held {
                    .claimTakenOver(ClaimTakeover(formerClaim: held.number, expires: expires))
                } else {
                    .claimTaken(ClaimStart(expires: expires))
                }
            let event = try self.insert(
                LedgerEntry(plan: plan, step: step, happening), by: author, at: now, in: database)
            return .taken(
                HeldClaim(
                    step: step, number: event.event.sequence, holder: author, since: now, expires: expires,
                    former: held?.holder))
        }
    }

    /// Makes a lease longer.
    ///
    /// - Parameters:
    ///   - claim: the lease, as it was got.
    ///   - plan: the plan.
    ///   - duration: for how many milliseconds from now.
    ///   - author: who has it.
    ///   - now: the time.
    /// - Returns: the lease with its new end.
    /// - Throws: ``LedgerProblem`` with the rule ``MigrationModel/LedgerRule/claimLost`` when somebody else has taken it over.
    public func renew(
        _ claim: HeldClaim, plan: String, for duration: Int, by author: Author, at now: Timestamp
    ) throws(LedgerProblem) -> HeldClaim {
        var renewed = claim
        renewed.expires = now.adding(milliseconds: duration)
        let happening = Happening.claimRenewed(ClaimRenewal(claim: claim.number, expires: renewed.expires))
        try append(LedgerEntry(plan: plan, step: claim.step, happening), by: author, at: now)
        return renewed
    }

    /// Gives a lease back.
    ///
    /// - Parameters:
    ///   - claim: the lease, as it was got.
    ///   - plan: the plan.
    ///   - author: who has it.
    ///   - now: the time.
    /// - Throws: ``LedgerProblem`` with the rule ``MigrationModel/LedgerRule/claimLost`` when somebody else has taken it over.
    public func release(
        _ claim: HeldClaim, plan: String, by author: Author, at now: Timestamp
    ) throws(LedgerProblem) {
        let happening = Happening.claimReleased(ClaimEnd(claim: claim.number))
        try append(LedgerEntry(plan: plan, step: claim.step, happening), by: author, at: now)
    }

    /// Who has the lease of a step, also when its time has run out.
    ///
    /// - Parameter step: the step, by id.
    /// - Returns: the lease; `nil` when nobody has it.
    /// - Throws: ``LedgerProblem`` when the ledger cannot be read.
    public func claim(of step: String) throws(LedgerProblem) -> HeldClaim? {
        try read { database in try self.heldClaim(of: step, in: database) }
    }

    private func heldClaim(of step: String, in database: Database) throws -> HeldClaim? {
        let last = { (kind: EventKind) in
            try Int.fetchOne(
                database, sql: "SELECT max(sequence) FROM event WHERE step = ? AND kind = ?",
                arguments: [step, kind.rawValue]) ?? 0
        }
        let number = try max(last(.claimTaken), last(.claimTakenOver))
        let isReleased = "SELECT 1 FROM event WHERE kind = 'claim-released' AND claim = ?"
        guard number > 0, try Int.fetchOne(database, sql: isReleased, arguments: [number]) == nil else { return nil }
        let start = try event(number, in: database).event
        let expires = try event(max(number, last(.claimRenewed)), in: database).event
        return HeldClaim(
            step: step, number: number, holder: start.by, since: start.at,
            expires: EventHeader(expires).bound ?? start.at)
    }
}
