internal import GRDB
public import MigrationModel

extension Ledger {
    /// Where everything stands: all events, folded.
    ///
    /// It reads one index and none of the texts, so it is quick and says nothing about whether events were changed;
    /// ``verify(noted:)`` does.
    ///
    /// - Parameter visit: receives each event after it was added, for whoever wants to know more than the state says.
    /// - Returns: the state.
    /// - Throws: ``LedgerProblem`` when the ledger cannot be read, or breaks its own rules.
    public func state(visiting visit: (EventHeader) -> Void = { _ in }) throws(LedgerProblem) -> LedgerState {
        try read { database in try self.isEmpty(database) ? LedgerState() : try self.fold(database, visit) }
    }

    /// All events, folded, in a database that is not empty.
    func fold(_ database: Database, _ visit: (EventHeader) -> Void = { _ in }) throws -> LedgerState {
        var state = LedgerState()
        let rows = try Row.fetchCursor(database, sql: Self.fold)
        while let row = try rows.next() {
            guard let header = Self.header(row) else { throw broken(row[0], .kindUnknown) }
            do throws(LedgerRule) {
                try state.apply(header)
            } catch {
                throw broken(header.sequence, error)
            }
            visit(header)
        }
        return state
    }

    /// The columns of the index, in its order.
    static let headerColumns = "sequence, at, kind, adopts, step, \"key\", verification, result, claim, bound"
    static let fold = "SELECT \(headerColumns) FROM event INDEXED BY event_fold ORDER BY sequence"

    /// A row of the index, in which only events that adopt a plan name it; `nil` when this program cannot have written it.
    static func header(_ row: Row) -> EventHeader? {
        guard let at = (row[1] as String?).flatMap(Timestamp.init),
            let kind = (row[2] as String?).flatMap(EventKind.init(rawValue:))
        else { return nil }
        return EventHeader(
            sequence: row[0], at: at, kind: kind, plan: row[3] ?? "", step: row[4],
            key: (row[5] as String?).flatMap(key),
            verification: (row[6] as String?).flatMap(Verification.init), result: row[7], claim: row[8],
            bound: (row[9] as String?).flatMap(Timestamp.init))
    }

    /// A key from `aws-access-key/AKIA…`.
    private static func key(_ text: String) -> KeyName? {
        guard let slash = text.firstIndex(of: "/"), let kind = KeyKind(rawValue: String(text[..<slash])) else {
            return nil
        }
        return KeyName(kind: kind, id: String(text[text.index(after: slash)...]))
    }

    private func broken(_ sequence: Int, _ rule: LedgerRule) -> LedgerProblem {
        LedgerProblem(
            .broken, file: path, rule: rule, message: "Event \(sequence) breaks a rule: \(rule.sentence)",
            advice: "See what is wrong with keyshift ledger verify.")
    }
}
