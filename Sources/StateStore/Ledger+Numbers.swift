internal import GRDB
internal import MigrationModel

extension Ledger {
    /// Events by their numbers.
    ///
    /// - Parameter numbers: which; those that there are not are left out.
    /// - Returns: the events by number.
    /// - Throws: ``LedgerProblem`` when the ledger cannot be read, or one of the events is not what it was.
    public func events(numbered numbers: Set<Int>) throws(LedgerProblem) -> [Int: RecordedEvent] {
        try read { database in
            guard try !self.isEmpty(database) else { return [:] }
            var found: [Int: RecordedEvent] = [:]
            for number in numbers.sorted() where number > 0 { found[number] = try self.event(number, in: database) }
            return found
        }
    }
}
