internal import GRDB
internal import MigrationModel

extension Ledger {
    /// Checks the file, the chain and the rules from the raw rows, relying on nothing that the file says of itself.
    ///
    /// A chain that was written anew from some event to its end is consistent; only a head that was noted elsewhere shows it.
    ///
    /// - Parameter noted: hashes that were printed by `keyshift ledger head` some time before and have to be in the ledger.
    /// - Returns: what was found: a fault is no error.
    /// - Throws: ``LedgerProblem`` when the file cannot be read at all.
    public func verify(noted: Set<String> = []) throws(LedgerProblem) -> LedgerVerdict {
        try read { database in
            var chain = ChainVerification(noted: noted)
            // What an event says is more to the point than what SQLite finds, and is only asked for where both are wrong.
            let damage = try self.damage(database)
            let fault = try self.eventFault(database, &chain) ?? damage ?? self.unknownHead(chain)
            return LedgerVerdict(head: chain.head, fault: fault, clockJumps: chain.state.clockJumps)
        }
    }

    /// What is wrong with the events, as far as they can be read.
    func eventFault(_ database: Database, _ chain: inout ChainVerification) throws -> LedgerFault? {
        do {
            let isThere =
                try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema WHERE name = 'event'") == 1
            if isThere { try checkEvents(database, &chain) }
            return nil
        } catch let fault as LedgerFault {
            return fault
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            return LedgerFault(
                .fileDamaged, sequence: chain.head.sequence + 1,
                message: "The file is damaged behind event \(chain.head.sequence): \(error.message ?? "").")
        }
    }

    private func checkEvents(_ database: Database, _ chain: inout ChainVerification) throws {
        // Without the indexes, which are derived: the table is what counts. Types are asked for, since a damaged file need not
        // keep to what the table declares.
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT \(Self.headerColumns), CAST(text AS BLOB), CAST(hash AS BLOB), typeof(text), typeof(hash)
                FROM event NOT INDEXED ORDER BY sequence
                """)
        while let row = try rows.next() {
            let sequence: Int = row[0]
            guard let text = try Self.text(row, 10), let hash = try Self.text(row, 11), row[12] == "text",
                row[13] == "text"
            else {
                throw LedgerFault(
                    .eventInvalid, sequence: sequence,
                    message: "Event \(sequence) was not written by keyshift: it is no text.")
            }
            let event = try chain.follow(sequence: sequence, text: text, hash: hash)
            var header = EventHeader(event)
            if header.kind != .planAdopted, header.kind != .planRevised { header.plan = "" }
            guard Self.header(row) == header else {
                throw LedgerFault(
                    .eventChanged, sequence: sequence,
                    message: "Event \(sequence) was changed: its columns say something else than its text.")
            }
        }
    }

    /// A text of a row, if it is valid UTF-8.
    private static func text(_ row: Row, _ column: Int) throws -> String? {
        try row.withUnsafeData(atIndex: column) { data in data.flatMap { String(validating: $0, as: UTF8.self) } }
    }

    /// What SQLite itself says of the file, and whether its tables, indexes and triggers are ours.
    private func damage(_ database: Database) throws -> LedgerFault? {
        let complaints = try String.fetchAll(database, sql: "PRAGMA integrity_check(1)")
        guard complaints == ["ok"] else {
            return LedgerFault(.fileDamaged, message: "SQLite finds the file damaged: \(complaints.first ?? "").")
        }
        let version = try history.version(of: database, file: path)
        let (found, wanted) = (try SchemaHistory.objects(in: database), try history.objects(of: version))
        let different = Set(found.keys).union(wanted.keys).filter { found[$0] != wanted[$0] }.sorted()
        return different.first.map { first in
            LedgerFault(
                .schemaChanged,
                message:
                    "The \(first) of the file is not the one that keyshift makes, so rules may have been passed by.")
        }
    }

    private func unknownHead(_ chain: ChainVerification) -> LedgerFault? {
        guard let hash = chain.missing.min() else { return nil }
        return LedgerFault(
            .headUnknown,
            message: "The noted head \(hash) is not in the ledger: events up to it were rewritten, or are missing.")
    }
}
