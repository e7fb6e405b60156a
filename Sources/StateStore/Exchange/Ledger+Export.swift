internal import GRDB

extension Ledger {
    /// The whole ledger as JSON lines, one event each: `{"event":…,"hash":"…"}`, the same bytes every time.
    ///
    /// Nothing is checked: what is exported is what is there. ``verify(noted:)`` and importing check.
    ///
    /// - Parameter body: receives each line, with its line break.
    /// - Throws: ``LedgerProblem`` when the ledger cannot be read.
    public func export(_ body: (String) -> Void) throws(LedgerProblem) {
        try read { database in
            guard try !self.isEmpty(database) else { return }
            let rows = try Row.fetchCursor(database, sql: "SELECT text, hash FROM event ORDER BY sequence")
            while let row = try rows.next() {
                body(LedgerLine(text: row[0], hash: row[1]).line + "\n")
            }
        }
    }
}
