import Foundation
import GRDB
import MigrationModel

@testable import StateStore

/// A ledger in a folder of its own, and what one would write into it.
struct TestLedger {
    let folder: String
    var path: String { folder + "/ledger.db" }

    static let plan = String(repeating: "a", count: 64)
    static let author = Author(user: "ada", host: "ops-1", process: 4711)
    static let key = KeyName(kind: .awsAccessKey, id: "AKIARZPUZDIKKEOANPKG")
    static let evidence = Evidence(
        source: "kubectl --context prod-eu get pods", time: minute(0),
        statement: "3 of 3 Pods: „bereit“ 🚀\n\u{7f}\u{1b}[2J")

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    func open(_ access: Ledger.Access = .writing, patience: Double = 10) throws(LedgerProblem) -> Ledger {
        try Ledger(path: path, for: access, patience: patience)
    }

    static func minute(_ number: Int) -> Timestamp { Timestamp(milliseconds: 1_795_262_400_000 + number * 60_000) }

    /// A little of everything: a migration of one step and one key.
    static let entries: [LedgerEntry] = [
        entry(.planAdopted(PlanAdoption(steps: [StepOutline(id: "a", sha256: String(repeating: "1", count: 64))]))),
        step(.claimTaken(ClaimStart(expires: minute(30)))),
        step(.stepStarted(StepRun(claim: 2, deed: .command(["kubectl", "patch", "-p", "{\"é\": 1}"])))),
        step(.claimRenewed(ClaimRenewal(claim: 2, expires: minute(60)))),
        step(
            .stepApplied(
                StepRun(claim: 2, deed: .artefact(path: "kubernetes/a.yaml", sha256: plan), evidence: [evidence]))),
        step(
            .stepVerified(StepCheck(verification: .rolledOut, result: .satisfied, reason: "All.", evidence: [evidence]))
        ),
        step(.stepFailed(StepFailure(claim: 2, deed: .found, code: "timeout", reason: "No answer."))),
        step(.stepRolledBack(StepRun(claim: 2, deed: .command([])))),
        step(.stepRegressed(StepRegression(verification: .rolledOut, reason: "Helm.", evidence: []))),
        step(.claimReleased(ClaimEnd(claim: 2))),
        step(.gateOverridden(GateOverride(gate: .soak(hours: 24), reason: "OPS-1"))),
        step(.approvalGiven(Approval(approver: "Grace", reason: "in the meeting"))),
        entry(.draftAccepted(DraftAcceptance(identity: "prod/production/order-api", sha256: plan))),
        key(.keySeen(KeySighting(state: .active, evidence: [evidence]))),
        key(.keyQuietSince(KeyQuiet(since: minute(3), evidence: [evidence]))),
        key(.keyDeactivated(KeyChange(deed: .command(["aws", "iam", "update-access-key"]), evidence: [evidence]))),
        key(.keyReactivated(KeyChange(deed: .found, evidence: []))),
        key(.keyDeactivated(KeyChange(deed: .found, evidence: []))),
        key(.keyDeleted(KeyChange(deed: .found, evidence: []))),
        entry(.note(Note(text: "\"\\/ \u{0} \u{8}\t\n\u{c}\r \u{202e} done"))),
        entry(.planRevised(PlanRevision(former: plan, steps: [], stranded: ["a"]))),
        step(.claimTaken(ClaimStart(expires: minute(20)))),
        step(.claimTakenOver(ClaimTakeover(formerClaim: 22, expires: minute(90)))),
    ]

    static func entry(_ happening: Happening) -> LedgerEntry { LedgerEntry(plan: plan, happening) }
    static func step(_ happening: Happening, _ id: String = "a") -> LedgerEntry {
        LedgerEntry(plan: plan, step: id, happening)
    }
    static func key(_ happening: Happening) -> LedgerEntry { LedgerEntry(plan: plan, key: key, happening) }
    static func note(_ text: String) -> LedgerEntry { entry(.note(Note(text: text))) }

    /// Writes entries a minute apart.
    @discardableResult
    func fill(_ entries: [LedgerEntry] = entries) throws -> [RecordedEvent] {
        let ledger = try open()
        return try entries.enumerated().map { index, entry in
            try ledger.append(entry, by: Self.author, at: Self.minute(index + 1))
        }
    }

    /// Does something to the file that the ledger knows nothing of.
    func tamper<Value>(_ body: (Database) throws -> Value) throws -> Value {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.writeWithoutTransaction(body)
    }

    /// Takes the triggers away, changes something, and puts them back as they were.
    func changeUnnoticed(_ body: (Database) throws -> Void) throws {
        try tamper { database in
            let triggers = try Row.fetchAll(database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            for trigger in triggers { try database.execute(sql: "DROP TRIGGER \"\(trigger[0] as String)\"") }
            try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
            try body(database)
            for trigger in triggers { try database.execute(sql: trigger[1]) }
        }
    }

    func verdict(noted: Set<String> = []) throws -> LedgerVerdict { try open(.reading).verify(noted: noted) }
}
