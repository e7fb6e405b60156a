internal import GRDB
internal import MigrationModel

/// What an import did.
public struct LedgerImport: Hashable, Sendable {
    /// How many events were there already, the same as the first lines.
    public var known: Int
    /// How many were added.
    public var added: Int
    /// The end of the ledger now.
    public var head: LedgerHead

    /// Creates the result of an import from its parts.
    public init(known: Int, added: Int, head: LedgerHead) {
        self.known = known
        self.added = added
        self.head = head
    }
}

extension Ledger {
    /// Adds the events of an exported ledger, all of them or none.
    ///
    /// An empty ledger takes any whole ledger; one with events takes those that begin with the same events. Two that went
    /// different ways cannot be merged. Every line is checked as ``verify(noted:)`` does, and once more by the database.
    ///
    /// - Parameter lines: the lines, without line breaks; `nil` at the end.
    /// - Returns: what was added.
    /// - Throws: ``LedgerProblem`` that names the line; nothing was written then.
    public func `import`(_ lines: () throws -> String?) throws(LedgerProblem) -> LedgerImport {
        try write { database in
            var chain = ChainVerification()
            var added = 0
            let before = try Self.head(in: database)
            while let line = try lines() {
                let number = chain.head.sequence + 1
                guard let parts = LedgerLine(line: line) else {
                    throw self.invalid(number, "it is no line of an exported ledger")
                }
                do throws(LedgerFault) {
                    try chain.follow(sequence: number, text: parts.text, hash: parts.hash)
                } catch {
                    throw self.invalid(number, error.message)
                }
                guard number > before.sequence else {
                    try self.checkSame(parts, number, in: database)
                    continue
                }
                try Self.insert(sequence: number, text: parts.text, hash: parts.hash, in: database)
                added += 1
            }
            guard chain.head.sequence >= before.sequence else {
                throw self.shorter(chain.head.sequence, before.sequence)
            }
            return LedgerImport(known: before.sequence, added: added, head: chain.head)
        }
    }

    private func checkSame(_ line: LedgerLine, _ number: Int, in database: Database) throws {
        let hash = try String.fetchOne(database, sql: "SELECT hash FROM event WHERE sequence = ?", arguments: [number])
        guard hash != line.hash else { return }
        throw LedgerProblem(
            .diverged, file: path, message: "The two ledgers went different ways: event \(number) is another one here.",
            advice: "Keep both; a ledger cannot be merged. Import into a new one to look at it.")
    }

    private func shorter(_ count: Int, _ known: Int) -> LedgerProblem {
        LedgerProblem(
            .diverged, file: path, message: "What is imported ends after \(count) events, and there are \(known) here.",
            advice: "Nothing has to be done if it is an older export; otherwise a part of it is missing.")
    }

    private func invalid(_ number: Int, _ reason: String) -> LedgerProblem {
        LedgerProblem(
            .importInvalid, file: path, message: "Line \(number) cannot be imported: \(reason)",
            advice: "Nothing was imported; export it again from a ledger that keyshift ledger verify finds whole.")
    }
}
