import MigrationModel
import StateStore

extension LedgerProblem.Code: ExplainedCode {
    static var family: String { "Why a ledger could not be used" }

    static let stories: [LedgerProblem.Code: CodeStory] = [
        .missing: CodeStory(
            "There is no ledger.", "Nothing was begun, or another folder was named.",
            "Name the folder of the plan, or the file with --ledger; the first step that is carried out makes one."),
        .notALedger: CodeStory(
            "The file is no ledger.", "It is another SQLite file, or no SQLite file.", "Check the path."),
        .newer: CodeStory(
            "A newer keyshift made it.", "Somebody else in the team has a later version.",
            "Use that version; an older one would not see all rules."),
        .damaged: CodeStory(
            "SQLite finds the file damaged.", "A disk that failed, or a copy made while it was in use.",
            "Restore it from an export: keyshift ledger import."),
        .broken: CodeStory(
            "What the events say was changed.", "Somebody edited the file.",
            "keyshift ledger verify names the first event; keep the file as evidence and go on from an export."),
        .readOnly: CodeStory(
            "The file or its folder cannot be written.", "Permissions, or a file system that is mounted read-only.",
            "Make it writable for you; WAL needs to write beside the file."),
        .full: CodeStory(
            "There is no room on the disk.", "The file system is full.",
            "Make room and repeat; nothing was half written."),
        .locked: CodeStory(
            "Somebody else is writing, for longer than was waited.",
            "Another run, or a program that holds the file open.", "Wait for it, or find it with lsof."),
        .unreadable: CodeStory("The file or its folder cannot be opened.", "Permissions.", "Make it readable for you."),
        .permissions: CodeStory(
            "Others may write it, and that cannot be changed.",
            "The file belongs to somebody else, or the file system has no permissions.",
            "Move it to where only you can write."),
        .refused: CodeStory(
            "The event would break a rule of the ledger; nothing was written.", "The rule stands in the message.",
            "Ask keyshift explain for the rule."),
        .importInvalid: CodeStory(
            "What is imported is no ledger.", "A line was changed, or is missing.", "Make the export again."),
        .diverged: CodeStory(
            "What is imported and what is there do not begin with the same events.",
            "Two ledgers went different ways, and cannot be merged.",
            "Decide which one is right; import it into an empty folder."),
        .failed: CodeStory(
            "The disk, or SQLite, failed.", "An error of input or output.",
            "Look at the system's log; repeat when the disk is well."),
    ]
}

extension LedgerFault.Code: ExplainedCode {
    static var family: String { "What is wrong with a ledger" }

    static let stories: [LedgerFault.Code: CodeStory] = [
        .fileDamaged: CodeStory(
            "SQLite finds the file damaged.", "A disk that failed, or a copy made while it was in use.",
            "Restore it from an export."),
        .schemaChanged: CodeStory(
            "Tables, indexes or triggers are not the ones that keyshift makes.",
            "Somebody changed them, perhaps to get around a rule.",
            "Treat every event as changed; go on from an export that you trust."),
        .eventMissing: CodeStory("A number is missing.", "An event was removed.", "Compare with an export."),
        .eventMoved: CodeStory(
            "An event stands in the place of another.", "Somebody changed the order.", "Compare with an export."),
        .eventChanged: CodeStory("An event is not what was hashed.", "Somebody edited it.", "Compare with an export."),
        .eventReplaced: CodeStory(
            "An event names another predecessor than the one that is there.", "One of the two was replaced.",
            "Compare with an export."),
        .eventInvalid: CodeStory(
            "What is there is no event that keyshift writes.", "Something else wrote into the file.",
            "Compare with an export."),
        .ruleBroken: CodeStory(
            "An event breaks a rule that the file would have enforced.",
            "Triggers were taken away while it was written.",
            "The message names the rule; treat what follows as not proven."),
        .headUnknown: CodeStory(
            "The head that was noted elsewhere is not in the ledger.",
            "Everything from some event on was written anew, or the note is of another ledger.",
            "Check the note; if it is right, the ledger is not."),
    ]
}

extension LedgerRule: ExplainedCode {
    static var family: String { "What the ledger enforces" }

    static let stories: [LedgerRule: CodeStory] = [
        .sequenceGap: CodeStory(
            "Events are numbered from 1 without gaps.", "Something else than keyshift wrote.", "Verify the ledger."),
        .chainBroken: CodeStory(
            "Every event names the hash of the one before.", "Something else than keyshift wrote.", "Verify the ledger."
        ),
        .subjectMissing: CodeStory(
            "An event names the step or the key that it is about.", "A defect of whoever writes.", "Report it."),
        .kindUnknown: CodeStory(
            "This version of keyshift knows no such event.", "A newer version wrote it.", "Use the newer version."),
        .planAdoptedTwice: CodeStory(
            "A plan is adopted once; another one is a revision.", "Two runs began at once.", "Run the command again."),
        .planNotAdopted: CodeStory(
            "There is nothing to revise before a plan was adopted.", "The ledger is empty.",
            "Carry out the first step of the plan."),
        .claimHeld: CodeStory(
            "A step has one lease at a time, and somebody has it.", "Another run is carrying the step out.",
            "keyshift status says who and until when; wait."),
        .claimNotStale: CodeStory(
            "A lease is taken over only when its time has run out.", "Its holder may still be at work.",
            "Wait until it has run out."),
        .claimLost: CodeStory(
            "Who carries out a step must have its lease.", "It ran out, and somebody else has taken it over.",
            "Look what was done: keyshift status STEP. Then apply it again if nobody is at it."),
        .keyDeletedTwice: CodeStory("A key is deleted at most once.", "It was deleted before.", "Nothing."),
        .keyNotDeactivated: CodeStory(
            "A key is deleted only while it is deactivated.", "Somebody asked for the deletion too early.",
            "Deactivate it first and wait its quiet days."),
        .keyGone: CodeStory(
            "A deleted key is only looked at.", "It is gone for good.", "Nothing; a new key is a new key."),
    ]
}
