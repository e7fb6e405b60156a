import ArgumentParser
import Execution
import Glibc
import MigrationModel
import Rendering
import StateStore

/// Reads plans once, and their ledgers as often as somebody looks.
struct StatusReading {
    private let sources: [Source]
    private let verifies: Bool
    private let evidence: EvidenceScope

    /// A plan, and where its ledger is.
    private struct Source {
        var folder: String
        var plan: Plan
        var id: String
        var ledger: String
        /// Whether the ledger has to be there.
        var isNamed: Bool
        var keySteps: [KeyName: [String]]
    }

    /// Reads the plans.
    ///
    /// - Parameters:
    ///   - folders: the folders of the plans.
    ///   - ledger: the file of the ledger, where it is not the one in its folder.
    ///   - verifies: whether ledgers are to be verified, which takes seconds for long ones.
    ///   - evidence: of which steps the evidence of what holds is wanted.
    /// - Throws: a usage error when a folder holds no plan.
    init(_ folders: [String], ledger: String?, verifies: Bool, evidence: EvidenceScope) throws {
        sources = try folders.map { folder in
            let (plan, id) = try PlanFolderReading.identifiedPlan(in: folder)
            return Source(
                folder: folder, plan: plan, id: id,
                ledger: ledger ?? folder + "/" + Ledger.defaultPath, isNamed: ledger != nil,
                keySteps: Self.keySteps(of: plan))
        }
        self.verifies = verifies
        self.evidence = evidence
        KeptValue.keep(sources)
    }

    /// Where everything stands.
    ///
    /// - Parameter now: the present moment.
    /// - Returns: the report.
    /// - Throws: the exit status of a ledger that cannot be read, after it was told.
    func report(at now: Timestamp) throws -> StatusReport {
        StatusReport(at: now, migrations: try sources.map { try migration($0, evidence, at: now).migration })
    }

    /// Everything that a name can mean, with its history.
    ///
    /// - Throws: the exit status of a ledger that cannot be read, after it was told.
    func details(of name: String, at now: Timestamp) throws -> [StatusDetail] {
        try sources.flatMap { source -> [StatusDetail] in
            let (whole, _) = try migration(source, .none, isSealed: false, at: now)
            let subjects = StatusSubject.named(name, in: whole)
            guard !subjects.isEmpty else { return [] }
            // Only now is it known whose evidence is wanted, which is a small part of all.
            let steps = Set(subjects.flatMap { $0.steps(in: whole) })
            let (migration, ledger) = try migration(source, .steps(steps), at: now)
            return try StatusSubject.named(name, in: migration).map { subject in
                let events = try ledger.map { try history(of: subject, in: migration, $0) } ?? []
                return StatusDetail(of: subject, in: migration, events: events, at: now)
            }
        }
    }

    private func migration(
        _ source: Source, _ evidence: EvidenceScope, isSealed: Bool = true, at now: Timestamp
    ) throws -> (migration: StatusReport.Migration, ledger: Ledger?) {
        do throws(LedgerProblem) {
            let isThere = source.isNamed || access(source.ledger, F_OK) == 0
            let ledger = isThere ? try Ledger(path: source.ledger, for: .reading) : nil
            let status = try StatusFold.status(
                of: source.plan, id: source.id, folder: source.folder, ledger: ledger, evidence: evidence, at: now)
            let migration = StatusReport.Migration(
                status, seal: try isSealed ? seal(of: ledger) : .unchecked, keySteps: source.keySteps)
            return (migration, ledger)
        } catch {
            throw MigrateFailure.told(MigrationProblem(error))
        }
    }

    private func seal(of ledger: Ledger?) throws(LedgerProblem) -> LedgerSeal {
        guard let ledger else { return .missing }
        guard verifies else { return .unchecked }
        let verdict = try ledger.verify()
        return verdict.fault.map { .broken("\($0.code.rawValue): \($0.message)") } ?? .whole
    }

    /// The events about a subject and its steps, in order.
    private func history(
        of subject: StatusSubject, in migration: StatusReport.Migration, _ ledger: Ledger
    ) throws -> [LedgerEvent] {
        do throws(LedgerProblem) {
            var events: [Int: LedgerEvent] = [:]
            for step in subject.steps(in: migration) {
                try ledger.forEachEvent(EventSelection(step: step)) { events[$0.event.sequence] = $0.event }
            }
            if case .key(let key) = subject {
                try ledger.forEachEvent(EventSelection(keyID: key.key.id)) { event in
                    if event.event.entry.key == key.key { events[event.event.sequence] = event.event }
                }
            }
            return events.values.sorted { $0.sequence < $1.sequence }
        } catch {
            throw MigrateFailure.told(MigrationProblem(error))
        }
    }

    /// The steps of each key's own life: the retirement of the key and of its owner.
    private static func keySteps(of plan: Plan) -> [KeyName: [String]] {
        plan.steps.reduce(into: [:]) { steps, step in
            switch step.action {
            case .deactivateKey(let action): steps[action.key, default: []].append(step.id)
            case .deleteKey(let action): steps[action.key, default: []].append(step.id)
            case .deleteUser(let action): steps[action.key, default: []].append(step.id)
            default: break
            }
        }
    }
}
