internal import GRDB
internal import Glibc
internal import MigrationModel

/// Opens the database of a ledger as safely as SQLite can.
enum LedgerConnection {
    /// Opens it for writing, with the latest schema.
    ///
    /// - Parameters:
    ///   - file: the file, which is there.
    ///   - patience: how many seconds to wait for another process.
    ///   - history: the schemas that are known.
    /// - Returns: the connection.
    /// - Throws: what SQLite says, or ``LedgerProblem``.
    static func writing(_ file: LedgerFile, patience: Double, history: SchemaHistory) throws -> DatabaseQueue {
        let queue = try DatabaseQueue(path: file.databasePath, configuration: configuration(patience))
        try queue.writeWithoutTransaction { database in
            // Before anything is written: a file of somebody else is left as it is.
            _ = try history.version(of: database, file: file.path)
            try useLog(database, patience)
            try history.upgrade(database, file: file.path)
        }
        return queue
    }

    /// Opens it for reading: the file is not changed, but SQLite may put its log beside it, to see what others write.
    static func reading(_ file: LedgerFile, patience: Double, history: SchemaHistory) throws -> DatabaseQueue {
        var configuration = configuration(patience)
        configuration.readonly = true
        let queue: DatabaseQueue
        do {
            queue = try DatabaseQueue(path: file.databasePath, configuration: configuration)
        } catch let error as DatabaseError where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) {
            // In a folder that cannot be written SQLite reads a file with a log only when told that nobody writes it.
            guard !file.hasLog, access(file.path, R_OK) == 0 else { throw error }
            queue = try DatabaseQueue(path: file.immutableURI, configuration: configuration)
        }
        try queue.read { database in _ = try history.version(of: database, file: file.path) }
        return queue
    }

    private static func configuration(_ patience: Double) -> GRDB.Configuration {
        var configuration = GRDB.Configuration()
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { database in
            // A commit has reached the disk when it returns, also after a power failure.
            try database.execute(sql: "PRAGMA synchronous = FULL")
            // REPLACE asks the triggers for deletion, too.
            try database.execute(sql: "PRAGMA recursive_triggers = ON")
            try database.execute(sql: "PRAGMA cell_size_check = ON")
        }
        return configuration
    }

    /// Switches to a write-ahead log, which is remembered in the file.
    ///
    /// SQLite does not wait for others here, who may be doing the same: [WAL](https://sqlite.org/wal.html).
    private static func useLog(_ database: Database, _ patience: Double) throws {
        for attempt in 0... {
            do {
                let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
                guard mode == "wal" else {
                    throw DatabaseError(
                        resultCode: .SQLITE_CANTOPEN, message: "the disk does not allow a write-ahead log")
                }
                return
            } catch let error as DatabaseError
                where error.resultCode == .SQLITE_BUSY && Double(attempt) < patience * 100
            {
                usleep(10_000)
            }
        }
    }
}
