internal import GRDB
internal import MigrationModel

/// What has happened in a migration: a file of events that only grows, each of which carries the hash of the one before.
///
/// Events are written in transactions that have reached the disk when a call returns, and are never changed: the file itself
/// refuses it. Everything else, where steps and keys stand, is derived from them. Several processes may use one ledger at a
/// time; a call that finds another one writing waits for it, for a bounded time.
///
/// No secret may get in: entries name keys by their ids, and commands and evidence are written without values of Secrets by whoever
/// hands them over. The ledger cannot tell a secret from another text and does not try: it would refuse to remember something
/// that did happen.
public final class Ledger: Sendable {
    /// What a ledger is opened for.
    public enum Access: Hashable, Sendable {
        /// Only looking: the file has to be there, and nothing is written.
        case reading
        /// Adding events: the file is made if it is not there, and brought to the latest schema.
        case writing
    }

    /// Where the ledger of a plan lies in the plan's folder.
    public static let defaultPath = ".keyshift/ledger.db"

    /// The path of the file.
    public var path: String { file.path }

    let file: LedgerFile
    let queue: DatabaseQueue
    let history: SchemaHistory

    /// Opens a ledger.
    ///
    /// A file that others may read or write is taken back for its owner alone (mode 0600) when it is opened for writing.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - access: what for.
    ///   - patience: how many seconds each call waits for another process that is writing.
    /// - Throws: ``LedgerProblem`` when it is not there, is none, was made by a newer program, or cannot be opened.
    public convenience init(path: String, for access: Access, patience: Double = 10) throws(LedgerProblem) {
        try self.init(path: path, for: access, patience: patience, history: .released)
    }

    /// Opens a ledger with other schemas than the released ones.
    init(path: String, for access: Access, patience: Double, history: SchemaHistory) throws(LedgerProblem) {
        file = LedgerFile(path: path)
        self.history = history
        if access == .reading, !file.exists {
            throw LedgerProblem(
                .missing, file: path, message: "There is no ledger.",
                advice: "Name the folder of the plan, or the file with --ledger; carrying out the first step makes one."
            )
        }
        if access == .writing { try file.create() }
        try file.check()
        if access == .writing { try file.restrict() }
        do {
            queue =
                try access == .writing
                ? LedgerConnection.writing(file, patience: patience, history: history)
                : LedgerConnection.reading(file, patience: patience, history: history)
        } catch {
            throw .describing(error, file: path)
        }
    }

    /// Looks something up.
    func read<Value>(_ body: (Database) throws -> Value) throws(LedgerProblem) -> Value {
        do {
            return try queue.read(body)
        } catch {
            throw .describing(error, file: path)
        }
    }

    /// Changes something, in one transaction that nobody else writes in, or not at all.
    func write<Value>(_ body: (Database) throws -> Value) throws(LedgerProblem) -> Value {
        do {
            return try queue.writeWithoutTransaction { database in
                var result: Value?
                try database.inTransaction(.immediate) {
                    result = try body(database)
                    return .commit
                }
                guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
                return result
            }
        } catch {
            throw .describing(error, file: path)
        }
    }
}
