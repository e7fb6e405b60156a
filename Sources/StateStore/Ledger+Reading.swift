internal import GRDB
internal import MigrationModel

extension Ledger {
    /// The end of the ledger.
    ///
    /// - Throws: ``LedgerProblem`` when the ledger cannot be read.
    public func head() throws(LedgerProblem) -> LedgerHead {
        try read { database in try self.isEmpty(database) ? Self.emptyHead : Self.head(in: database) }
    }

    /// Events in order, as they were written.
    ///
    /// - Parameters:
    ///   - selection: which; all by default.
    ///   - body: receives each; what it throws ends the reading.
    /// - Throws: ``LedgerProblem`` when the ledger cannot be read, or an event is not what it was.
    public func forEachEvent(
        _ selection: EventSelection = EventSelection(), _ body: (RecordedEvent) throws -> Void
    ) throws(LedgerProblem) {
        try read { database in
            guard try !self.isEmpty(database) else { return }
            let (condition, arguments) = selection.condition
            let rows = try Row.fetchCursor(
                database, sql: "SELECT sequence, hash, text FROM event WHERE \(condition) ORDER BY sequence",
                arguments: arguments)
            while let row = try rows.next() { try body(try self.recorded(row)) }
        }
    }

    /// Events in order, gathered.
    ///
    /// - Parameter selection: which; all by default.
    /// - Returns: the events.
    /// - Throws: ``LedgerProblem`` when the ledger cannot be read, or an event is not what it was.
    public func events(_ selection: EventSelection = EventSelection()) throws(LedgerProblem) -> [RecordedEvent] {
        var events: [RecordedEvent] = []
        try forEachEvent(selection) { events.append($0) }
        return events
    }

    static let emptyHead = LedgerHead(sequence: 0, hash: LedgerEvent.firstPrevious)

    /// Whether nothing was ever written, not even the schema: somebody was stopped right after making the file.
    func isEmpty(_ database: Database) throws -> Bool { try history.version(of: database, file: path) == 0 }

    func event(_ sequence: Int, in database: Database) throws -> RecordedEvent {
        // Cached: a page asks for the evidence of ten thousand steps.
        let statement = try database.cachedStatement(
            sql: "SELECT sequence, hash, text FROM event WHERE sequence = ?")
        guard let row = try Row.fetchOne(statement, arguments: [sequence]) else {
            throw LedgerProblem.damaged("event \(sequence) is missing", file: path)
        }
        return try recorded(row)
    }

    /// What is shown or acted upon is what was hashed, if nothing else.
    private func recorded(_ row: Row) throws -> RecordedEvent {
        let (sequence, hash, text): (Int, String, String) = (row[0], row[1], row[2])
        guard SHA256Digest.hex(of: text) == hash, let event = try? EventText.event(from: text) else {
            throw LedgerProblem(
                .broken, file: path, message: "Event \(sequence) is not what was written.",
                advice: "See what is wrong with keyshift ledger verify.")
        }
        return RecordedEvent(event: event, hash: hash)
    }
}
