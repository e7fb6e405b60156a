internal import GRDB
internal import MigrationModel

/// The versions of the schema, in order: once one is released, it is never edited, and a change is another file and another line.
struct SchemaHistory: Sendable {
    /// What each version adds to the one before: statements of SQL.
    var versions: [[String]]

    /// What this program knows.
    static let released = SchemaHistory(versions: [Schema1.statements])

    /// What tells a ledger from other databases (`file(1)` prints it): `kyls`, read as a number.
    ///
    /// See [PRAGMA application_id](https://sqlite.org/pragma.html#pragma_application_id).
    static let applicationID = 0x6B79_6C73

    /// The number of the last version, from 1.
    var latest: Int { versions.count }

    /// Which version a file has.
    ///
    /// - Returns: 0 for an empty file.
    /// - Throws: ``LedgerProblem`` for a file of a newer program, and for one that is no ledger.
    func version(of database: Database, file: String) throws -> Int {
        // In one statement, which sees one moment: another process may be making the ledger.
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT (SELECT count(*) FROM sqlite_schema) = 0, user_version, application_id
                FROM pragma_user_version, pragma_application_id
                """)
        let (isEmpty, version, application): (Bool, Int, Int) = (row?[0] ?? true, row?[1] ?? 0, row?[2] ?? 0)
        if isEmpty, version == 0, application == 0 { return 0 }
        guard application == Self.applicationID, version > 0 else { throw LedgerProblem.notALedger(file: file) }
        guard version <= latest else {
            throw LedgerProblem(
                .newer, file: file,
                message: "The ledger was made by a newer keyshift (schema \(version); this one knows \(latest)).",
                advice: "Use that keyshift, or a newer one.")
        }
        return version
    }

    /// Brings a file to the latest version, in one transaction; another process may be doing the same.
    func upgrade(_ database: Database, file: String) throws {
        guard try version(of: database, file: file) < latest else { return }
        try database.inTransaction(.immediate) {
            let version = try version(of: database, file: file)
            for statements in versions[version...] {
                for statement in statements { try database.execute(sql: statement) }
            }
            if version < latest {
                try database.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
                try database.execute(sql: "PRAGMA user_version = \(latest)")
            }
            return .commit
        }
    }

    /// The names and texts of everything that a file of a version has, to be compared with what one does have.
    func objects(of version: Int) throws -> [String: String] {
        let queue = try DatabaseQueue()
        return try queue.write { database in
            for statement in versions.prefix(version).joined() { try database.execute(sql: statement) }
            return try Self.objects(in: database)
        }
    }

    /// The names and texts of everything that a file has.
    static func objects(in database: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(database, sql: "SELECT type, name, sql FROM sqlite_schema")
        return Dictionary(
            rows.map { ("\($0[0] as String? ?? "") \($0[1] as String? ?? "")", $0[2] as String? ?? "") },
            uniquingKeysWith: { first, _ in first })
    }
}
