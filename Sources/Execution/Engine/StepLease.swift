import MigrationModel
import StateStore
import Synchronization

/// The lease of a step while it is worked on: made longer in time, and given back at the end.
final class StepLease: Sendable {
    /// For how many milliseconds a lease is taken: whoever dies holds others off for no longer.
    static let duration = 120_000

    let step: String
    private let migration: Migration
    private let claim: Mutex<HeldClaim>

    /// Its number, which events of its holder name.
    var number: Int { claim.withLock { $0.number } }

    /// Takes the lease of a step.
    init(of step: String, _ migration: Migration) throws(MigrationProblem) {
        let result = try migration.recording(step: step) { () throws(LedgerProblem) in
            try migration.ledger.claim(
                step: step, plan: migration.id, for: Self.duration, by: migration.tools.author,
                at: migration.tools.clock.now())
        }
        switch result {
        case .taken(let claim): self.claim = Mutex(claim)
        case .held(let claim): throw Self.held(claim)
        }
        (self.step, self.migration) = (step, migration)
    }

    /// Somebody else has it.
    private static func held(_ claim: HeldClaim) -> MigrationProblem {
        MigrationProblem(
            .held, step: claim.step,
            "\(claim.holder) is carrying out \(claim.step), at the latest until \(claim.expires.text).",
            advice: "Wait for the end of that run; if it died, try again after that time.",
            waits: [StepWait(kind: .lease, reason: "\(claim.holder) has it.", until: claim.expires)])
    }

    /// Makes it longer when half of its time is over.
    ///
    /// - Throws: ``MigrationProblem`` when somebody has taken it over meanwhile: nothing more may be done then.
    func keep() throws(MigrationProblem) {
        let now = migration.tools.clock.now()
        let held = claim.withLock { $0 }
        guard held.expires < now.adding(milliseconds: Self.duration / 2) else { return }
        let longer = try migration.recording(step: step) { () throws(LedgerProblem) in
            try migration.ledger.renew(
                held, plan: migration.id, for: Self.duration, by: migration.tools.author, at: now)
        }
        claim.withLock { $0 = longer }
    }

    /// Gives it back.
    ///
    /// Nothing is thrown: a lease that cannot be given back runs out by itself.
    func release() {
        let held = claim.withLock { $0 }
        try? migration.ledger.release(
            held, plan: migration.id, by: migration.tools.author, at: migration.tools.clock.now())
    }
}
