internal import GRDB
public import MigrationModel

/// What became of a plan that was brought to a ledger.
public enum PlanArrival: Hashable, Sendable {
    /// It is the one that is carried out already.
    case current
    /// It is the first, and was adopted.
    case adopted
    /// It is another revision: nothing was written, the difference is for a person to see and accept.
    case differs(PlanDifference)
    /// It is another revision, and took the place of the one before.
    case revised(PlanDifference)
}

extension Ledger {
    /// Brings a plan to the ledger: the first is adopted, another revision only when it was accepted.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - id: the hash of its content.
    ///   - accepted: the difference that was shown and accepted; `nil` when none was. One that no longer applies, because the
    ///     ledger has grown since, is not taken for accepted.
    ///   - author: who brings it.
    ///   - now: the time.
    /// - Returns: what became of it.
    /// - Throws: ``LedgerProblem`` when the ledger cannot be written.
    public func bring(
        _ plan: Plan, id: String, accepted: PlanDifference? = nil, by author: Author, at now: Timestamp
    ) throws(LedgerProblem) -> PlanArrival {
        let steps = plan.steps.map(StepOutline.init)
        return try write { database in
            guard let former = try self.currentPlan(database) else {
                let entry = LedgerEntry(plan: id, .planAdopted(PlanAdoption(steps: steps)))
                _ = try self.insert(entry, by: author, at: now, in: database)
                return .adopted
            }
            guard former.id != id else { return .current }
            let touched = try Set(self.fold(database).steps.filter { $0.value.leavesTraces }.keys)
            let difference = PlanDifference.between(former.steps, and: steps, touched: touched)
            guard accepted == difference else { return .differs(difference) }
            let revision = PlanRevision(former: former.id, steps: steps, stranded: difference.stranded)
            _ = try self.insert(LedgerEntry(plan: id, .planRevised(revision)), by: author, at: now, in: database)
            return .revised(difference)
        }
    }

    /// The plan that was adopted or revised last.
    private func currentPlan(_ database: Database) throws -> (id: String, steps: [StepOutline])? {
        let number = try Int.fetchOne(
            database, sql: "SELECT max(sequence) FROM event WHERE kind IN ('plan-adopted', 'plan-revised')")
        guard let number else { return nil }
        let entry = try event(number, in: database).event.entry
        switch entry.happening {
        case .planAdopted(let adoption): return (entry.plan, adoption.steps)
        case .planRevised(let revision): return (entry.plan, revision.steps)
        default: return nil
        }
    }
}
