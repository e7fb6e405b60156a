internal import GRDB
internal import MigrationModel

extension LedgerProblem {
    /// What an error of the database means for whoever uses the ledger; see [result codes](https://sqlite.org/rescode.html).
    static func describing(_ error: any Error, file: String) -> LedgerProblem {
        if let problem = error as? LedgerProblem { return problem }
        guard let error = error as? DatabaseError else {
            return LedgerProblem(
                .failed, file: file, message: "The ledger cannot be used: \(error).",
                advice: "This is a defect of keyshift: report it with this message.")
        }
        let said = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_CONSTRAINT:
            return refusal(said, file: file)
        case .SQLITE_FULL:
            return LedgerProblem(
                .full, file: file, message: "There is no room for another event.",
                advice: "Make room on the disk and run the command again; what was recorded before is safe.")
        case .SQLITE_READONLY:
            return LedgerProblem(
                .readOnly, file: file, message: "The ledger cannot be written: \(said).",
                advice: "Check who may write the file and its folder, and whether the disk is mounted read-only.")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return LedgerProblem(
                .locked, file: file, message: "Another process is writing the ledger and did not finish in time.",
                advice: "See who it is (fuser \(file)) and run the command again.")
        case .SQLITE_NOTADB:
            return .notALedger(file: file)
        case .SQLITE_CORRUPT:
            return damaged(said, file: file)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            return LedgerProblem(
                .unreadable, file: file, message: "The ledger cannot be opened: \(said).",
                advice: "Check who may read the file and its folder.")
        default:
            return LedgerProblem(
                .failed, file: file,
                message: "The ledger failed: \(said) (SQLite \(error.extendedResultCode.rawValue)).",
                advice: "Check the disk; keyshift ledger verify says whether the ledger is whole.")
        }
    }

    /// The problem of a file that is something else.
    static func notALedger(file: String) -> LedgerProblem {
        LedgerProblem(
            .notALedger, file: file, message: "This is no ledger of keyshift.",
            advice: "Name the right file with --ledger; keyshift does not write into other databases.")
    }

    /// The problem of a file that SQLite cannot make sense of.
    static func damaged(_ said: String, file: String) -> LedgerProblem {
        LedgerProblem(
            .damaged, file: file, message: "The file is damaged: \(said).",
            advice: "Keep it, and import the last export into a new ledger: keyshift ledger import.")
    }

    private static func refusal(_ said: String, file: String) -> LedgerProblem {
        guard let rule = LedgerRule(rawValue: said) else {
            return LedgerProblem(
                .refused, file: file, message: "The ledger refuses the event: \(said).",
                advice: "A ledger only grows; nothing in it can be changed.")
        }
        return .refused(rule, file: file)
    }

    /// The problem of an event that breaks a rule.
    static func refused(_ rule: LedgerRule, file: String) -> LedgerProblem {
        LedgerProblem(
            .refused, file: file, rule: rule,
            message: "The ledger refuses the event (\(rule.rawValue)): \(rule.sentence)",
            advice: "See what happened with keyshift ledger log.")
    }
}
