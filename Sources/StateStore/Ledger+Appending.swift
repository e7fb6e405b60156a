internal import GRDB
public import MigrationModel

extension Ledger {
    /// Writes an event.
    ///
    /// - Parameters:
    ///   - entry: what happened.
    ///   - author: who writes it.
    ///   - now: the time.
    /// - Returns: the event, which has reached the disk.
    /// - Throws: ``LedgerProblem``, with the rule if the event would break one; nothing was written then.
    @discardableResult
    public func append(
        _ entry: LedgerEntry, by author: Author, at now: Timestamp
    ) throws(LedgerProblem) -> RecordedEvent {
        try append([entry], by: author, at: now)[0]
    }

    /// Writes several events, all of them or none.
    ///
    /// - Parameters:
    ///   - entries: what happened, in order.
    ///   - author: who writes it.
    ///   - now: the time.
    /// - Returns: the events.
    /// - Throws: ``LedgerProblem``, with the rule if one of them would break one; nothing was written then.
    @discardableResult
    public func append(
        _ entries: [LedgerEntry], by author: Author, at now: Timestamp
    ) throws(LedgerProblem) -> [RecordedEvent] {
        try write { database in try entries.map { try self.insert($0, by: author, at: now, in: database) } }
    }

    /// Adds an event behind the last, in a transaction that nobody else writes in.
    func insert(
        _ entry: LedgerEntry, by author: Author, at now: Timestamp, in database: Database
    ) throws -> RecordedEvent {
        guard entry.isComplete else { throw LedgerProblem.refused(.subjectMissing, file: path) }
        let head = try Self.head(in: database)
        let event = LedgerEvent(
            sequence: head.sequence + 1, at: now, by: author, entry: entry, previous: head.hash)
        let text = try EventText.text(of: event)
        let hash = SHA256Digest.hex(of: text)
        try Self.insert(sequence: event.sequence, text: text, hash: hash, in: database)
        return RecordedEvent(event: event, hash: hash)
    }

    static func insert(sequence: Int, text: String, hash: String, in database: Database) throws {
        try database.cachedStatement(sql: Schema1.insertion).execute(arguments: [sequence, text, hash])
    }

    static func head(in database: Database) throws -> LedgerHead {
        let statement = try database.cachedStatement(
            sql: "SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1")
        guard let row = try Row.fetchOne(statement) else {
            return LedgerHead(sequence: 0, hash: LedgerEvent.firstPrevious)
        }
        return LedgerHead(sequence: row[0], hash: row[1])
    }
}
