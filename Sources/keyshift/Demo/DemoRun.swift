import ArgumentParser
import Execution
import MigrationModel
import Rendering
import Simulation
import StateStore

/// A demonstration from the scan to the last key deleted.
struct DemoRun {
    /// A day on which work begins, long enough ago that nothing of it lies in the future of whoever looks at the ledger.
    private static let start = Timestamp(milliseconds: 1_767_603_600_000)
    /// More steps than any run takes, so that one which does not get on ends.
    private static let most = 2000

    private let world: SimulatedWorld
    private let folder: DemoFolder
    private let configuration: Configuration
    private let planning: DemoPlanning
    private var fault: DemoFault?
    private var isStruck = false
    private var isMended = false
    /// What was approved, by step.
    private var approved: [String: String] = [:]
    private var screen: DemoScreen

    init(in folder: DemoFolder, _ fault: DemoFault?, _ screen: DemoScreen) throws {
        self.folder = folder
        self.fault = fault
        self.screen = screen
        world = FourServices.world(MovedClock(at: Self.start))
        planning = DemoPlanning(folder: folder)
        try folder.write(DemoPlanning.configuration, to: folder.configuration)
        configuration = try ConfigurationReading.read(folder.configuration)
    }

    mutating func run() async throws {
        screen.write { DemonstrationLines.opening(services: FourServices.names.count, $0) }
        screen.write { DemonstrationLines.heading("Scan", $0) }
        let result = try planning.scan(world, configuration)
        screen.write { DemonstrationLines.scanned(result.report, of: FourServices.user, $0) }
        screen.write { DemonstrationLines.heading("Plan", $0) }
        let (plan, proof) = try planning.plan(result, configuration, revising: nil)
        screen.write { DemonstrationLines.planned(plan, proof, $0) }
        screen.write { DemonstrationLines.heading("Migrate", $0) }
        var migration = try open(plan)
        try bring(migration)
        for _ in 0..<Self.most {
            let status = try told { () throws(MigrationProblem) in try migration.status() }
            if status.standing == .done { return try end(status) }
            strike(status)
            guard let next = status.next, let step = migration.plan.steps.first(where: { $0.id == next.id }) else {
                try pass(status, migration)
                continue
            }
            do throws(MigrationProblem) {
                let outcome = try await migration.apply(step.id, conduct(step))
                screen.add(step, of: migration.plan, day: day, isDone: outcome == .done)
                if let remark = try remark(on: step, migration) { screen.remark(remark) }
                guard outcome == .done else { throw Self.unproven(step, outcome) }
            } catch {
                migration = try await mend(error, step, migration)
            }
        }
        throw ValidationError("The demonstration did not come to an end. Look at \(folder.plan) with keyshift status.")
    }

    private var day: Int { (world.clock.now().milliseconds - Self.start.milliseconds) / 86_400_000 }

    // MARK: The migration

    private func open(_ plan: Plan) throws -> Migration {
        let author = Author(user: "demo", host: "keyshift", process: 1)
        let tools = MigrationWorld.live(
            programs: world, clock: world.clock, author: author,
            givens: ["user-\(FourServices.key)": FourServices.user], confirmations: [:])
        let ledger = try told { () throws(MigrationProblem) in
            do throws(LedgerProblem) {
                return try Ledger(path: folder.plan + "/" + Ledger.defaultPath, for: .writing)
            } catch {
                throw MigrationProblem(error)
            }
        }
        return Migration(
            plan: plan, id: PlanIdentity.id(of: plan), folder: folder.plan, procedures: PlanCalls(plan),
            ledger: ledger, tools: tools)
    }

    /// What is to be said of a step that is done.
    private func remark(on step: Step, _ migration: Migration) throws(MigrationProblem) -> String? {
        if let reason = approved[step.id] { return "Approved: \(reason)." }
        for case .quiet(let days) in step.gates { return "Nobody had used it for \(days) days." }
        guard case .changeWorkload = step.action,
            let identity = migration.plan.identities.first(where: { $0.services.contains(step.service) })
        else { return nil }
        let checks = try migration.status().steps.first { $0.id == step.id }?.checks ?? []
        let isSeen = checks.contains { $0.verification == .callerIdentity && $0.result == .satisfied }
        return isSeen ? "Its Pods are \(identity.role) now." : nil
    }

    /// Makes the ledger one about the plan; a revision is accepted as it is.
    private func bring(_ migration: Migration) throws {
        let arrival = try told { () throws(MigrationProblem) in try migration.bring() }
        guard case .differs(let difference) = arrival else { return }
        _ = try told { () throws(MigrationProblem) in try migration.bring(accepting: difference) }
    }

    /// Whoever watches confirms what cannot be undone.
    private func conduct(_ step: Step) -> Migration.Conduct {
        Migration.Conduct(confirmedKey: step.isPointOfNoReturn ? step.action.key?.id : nil)
    }

    /// Moves time to when something may run; what only a person can say is said.
    private mutating func pass(_ status: MigrationStatus, _ migration: Migration) throws {
        let now = world.clock.now()
        if let until = status.steps.compactMap(\.until).filter({ $0 > now }).min() {
            world.clock.move(milliseconds: until.milliseconds - now.milliseconds)
        } else if let asking = status.steps.first(where: { $0.waits.contains { $0.kind == .approval } }) {
            let reason = "\(FourServices.user) is used by nothing else"
            try told { () throws(MigrationProblem) in try migration.approve(asking.id, reason: reason) }
            approved[asking.id] = reason
        } else {
            let waits = status.steps.flatMap(\.waits).map(\.reason)
            throw ValidationError("The demonstration waits for nothing that time brings. " + (waits.first ?? ""))
        }
    }

    // MARK: What goes wrong

    private mutating func strike(_ status: MigrationStatus) {
        guard !isStruck, let wrong = fault?.strike(status, at: world.clock.now()) else { return }
        isStruck = true
        world.add(wrong)
        // Nobody is so quick that what was changed is not out yet.
        world.clock.move(milliseconds: 300_000)
    }

    private static func unproven(_ step: Step, _ outcome: StepOutcome) -> MigrationProblem {
        var reason = ""
        if case .unproven(let checks) = outcome { reason = checks.first?.reason ?? "" }
        return MigrationProblem(.access, step: step.id, reason, advice: "")
    }

    /// Tells what went wrong, and does what a person would.
    private mutating func mend(
        _ problem: MigrationProblem, _ step: Step, _ migration: Migration
    ) async throws -> Migration {
        // What holds no longer is done again, step by step: that is the migration's own way on.
        if isMended, problem.code == .regressed { return migration }
        guard let fault, !isMended else { throw MigrateFailure.told(problem) }
        isMended = true
        screen.add(step, of: migration.plan, day: day, isDone: false)
        screen.write { DemonstrationLines.trouble(problem.message, $0) }
        screen.write { DemonstrationLines.consequence(fault.story, $0) }
        if fault != .regression { try await undo(step, migration) }
        world.mend()
        screen.write { DemonstrationLines.consequence(fault.remedy, $0) }
        guard fault == .drift else { return migration }
        let former = try FormerPlan(in: folder.plan)
        let result = try planning.scan(world, configuration)
        let revised = try open(try planning.plan(result, configuration, revising: former).0)
        try bring(revised)
        return revised
    }

    private mutating func undo(_ step: Step, _ migration: Migration) async throws {
        do throws(MigrationProblem) {
            for id in try migration.undoOrder(of: [step.id]) { _ = try await migration.rollBack(id, conduct(step)) }
        } catch {
            throw MigrateFailure.told(error)
        }
        screen.write { DemonstrationLines.consequence("keyshift migrate --rollback: \(step.action.undo ?? "")", $0) }
    }

    // MARK: The end

    private mutating func end(_ status: MigrationStatus) throws {
        try folder.write(try page(), to: folder.page)
        let end = DemonstrationEnd(
            days: day, outages: world.outages.count, liveKeys: world.account.keyIDs.count,
            files: [
                (folder.plan + "/README.md", "the plan, as it is reviewed"),
                (folder.plan + "/" + Ledger.defaultPath, "what happened: \(status.sequence) events"),
                (folder.page, "the same for an audit"),
            ], command: ["keyshift", "status", folder.plan])
        screen.write { DemonstrationLines.closing(end, $0) }
    }

    /// The page, from the plan and the ledger that were left behind.
    private func page() throws -> String {
        let reading = try StatusReading([folder.plan], ledger: nil, verifies: true, evidence: .all)
        var page = ""
        let setting = RenderSetting(toolVersion: Keyshift.configuration.version)
        StatusPageFormat().render(try reading.report(at: world.clock.now()), setting) { page += $0 }
        return page
    }

    private func told<Value>(_ body: () throws(MigrationProblem) -> Value) throws -> Value {
        do throws(MigrationProblem) {
            return try body()
        } catch {
            throw MigrateFailure.told(error)
        }
    }
}
