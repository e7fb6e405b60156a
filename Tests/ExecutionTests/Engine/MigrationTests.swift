import Execution
import MigrationModel
import Simulation
import StateStore
import Testing

struct MigrationTests {
    private let calls = RehearsedCalls()
    private let clock = MovedClock(at: SampleMigration.start)
    private let sample: SampleMigration

    init() throws {
        var plan = SampleMigration.plan()
        // Nothing is looked up here: a person says that it is so.
        for index in plan.steps.indices { plan.steps[index].verifications = [.confirmed] }
        for index in plan.identities.indices { plan.identities[index].permissions.isAccepted = true }
        plan.clusters = [PlannedCluster(ClusterConfiguration(name: "c", platform: .eks), input: "dump.json")]
        sample = try SampleMigration(plan)
    }

    private func migration(
        _ user: String = "ada", confirmed: Bool = true, change: (inout Plan) -> Void = { _ in },
        beforeLease: @escaping @Sendable () -> Void = {}
    ) -> Migration {
        var plan = sample.plan
        change(&plan)
        let calls = calls
        let tools = MigrationTools(
            programs: nil, clock: clock, author: Author(user: user, host: "ops-1", process: 1), reading: { _ in nil },
            calls: { _, _ in
                beforeLease()
                return calls
            },
            confirmations: confirmed ? Dictionary(uniqueKeysWithValues: plan.steps.map { ($0.id, "seen") }) : [:])
        return Migration(
            plan: plan, id: "p1", folder: "plan", procedures: calls, ledger: sample.ledger, tools: tools)
    }

    private func kinds(of step: String) throws -> [EventKind] {
        try sample.ledger.events(EventSelection(step: step)).map(\.event.entry.happening.kind)
    }

    private func code(_ body: () async throws -> Void) async -> MigrationProblem.Code? {
        do {
            try await body()
            return nil
        } catch let problem as MigrationProblem {
            return problem.code
        } catch {
            return nil
        }
    }

    private let binding = "prepare/api/binding"

    // MARK: Applying

    @Test func eachCallIsWrittenDownBeforeItIsMade() async throws {
        let (ledger, step) = (sample.ledger, binding)
        calls.during { _ in
            let last = try? ledger.events(EventSelection(step: step)).last?.event.entry.happening.kind
            #expect(last == .stepStarted)
        }
        #expect(try await migration().apply(binding, Migration.Conduct()) == .done)
        #expect(calls.made == ["\(binding) 1", "\(binding) 2"])
        #expect(
            try kinds(of: binding) == [
                .claimTaken, .stepStarted, .stepStarted, .stepApplied, .stepVerified, .claimReleased,
            ])
    }

    @Test func whatWasDoneAlreadyIsFound() async throws {
        calls.make(secretly: "\(binding) 1")
        #expect(try await migration().apply(binding, Migration.Conduct()) == .done)
        #expect(calls.made == ["\(binding) 1", "\(binding) 2"])
        let deeds = try sample.ledger.events(EventSelection(step: binding, kinds: [.stepStarted])).map {
            if case .stepStarted(let run) = $0.event.entry.happening { run.deed == .found } else { false }
        }
        #expect(deeds == [true, false])
    }

    @Test func aFailureIsRecordedAndTheNextRunGoesOn() async throws {
        calls.fail("\(binding) 2", AccessProblem(.forbidden, "may not", advice: "ask"))
        #expect(await code { _ = try await migration().apply(binding, Migration.Conduct()) } == .access)
        #expect(try migration().status().steps[0].standing == .failed)
        #expect(try migration().status().steps[0].failure == "may not")
        #expect(try await migration().apply(binding, Migration.Conduct()) == .done)
        #expect(calls.made == ["\(binding) 1", "\(binding) 2"])
    }

    @Test func whatIsNotProvenIsNotDoneAndIsNotDoneTwice() async throws {
        let outcome = try await migration(confirmed: false).apply(binding, Migration.Conduct(patience: 0))
        guard case .unproven(let checks) = outcome else { return #expect(Bool(false), "\(outcome)") }
        #expect(checks.map(\.result) == [.cannotTell])
        let applied = try kinds(of: binding).count { $0 == .stepApplied }
        #expect(try await migration().apply(binding, Migration.Conduct()) == .done)
        #expect(try kinds(of: binding).count { $0 == .stepApplied } == applied)
    }

    @Test func aStepBeforeItsTimeIsRefusedAndNothingIsCalled() async throws {
        let canary = "shift/api/canary"
        #expect(await code { _ = try await migration().apply(canary, Migration.Conduct()) } == .waiting)
        #expect(calls.made.isEmpty)
        #expect(try kinds(of: canary).isEmpty)
    }

    @Test func aStepOfTerraformIsOnlyLookedAt() async throws {
        let other = migration(confirmed: false) { $0.steps[0].actor = .terraform }
        #expect(try await other.apply(binding, Migration.Conduct()) == .awaited(["terraform/roles.tf"]))
        #expect(calls.made.isEmpty)
        let seen = migration { $0.steps[0].actor = .terraform }
        #expect(try await seen.apply(binding, Migration.Conduct()) == .done)
        #expect(calls.made.isEmpty)
    }

    @Test func aStepThatSomebodyHoldsIsLeftAloneUntilTheLeaseHasRunOut() async throws {
        _ = try sample.ledger.claim(
            step: binding, plan: "p1", for: 60_000, by: SampleMigration.author, at: clock.now())
        #expect(await code { _ = try await migration("bob").apply(binding, Migration.Conduct()) } == .held)
        #expect(calls.made.isEmpty)
        clock.move(milliseconds: 60_000)
        #expect(try await migration("bob").apply(binding, Migration.Conduct()) == .done)
        #expect(try kinds(of: binding).contains(.claimTakenOver))
    }

    @Test func whatSomebodyElseDidMeanwhileIsNotRecordedAgain() async throws {
        let (sample, step) = (sample, binding)
        let late = migration("bob", beforeLease: { try? sample.finish(step, after: 0) })
        #expect(try await late.apply(binding, Migration.Conduct()) == .done)
        #expect(calls.made.isEmpty)
        #expect(try kinds(of: binding).count { $0 == .stepApplied } == 1)
        #expect(try kinds(of: binding).last == .claimReleased)
    }

    @Test func aRunThatWasOvertakenDoesNothingMore() async throws {
        let (ledger, step, clock) = (sample.ledger, binding, clock)
        calls.during { call in
            guard call == RehearsedCalls.call("\(step) 1") else { return }
            clock.move(milliseconds: 600_000)
            _ = try? ledger.claim(step: step, plan: "p1", for: 60_000, by: SampleMigration.author, at: clock.now())
        }
        #expect(await code { _ = try await migration().apply(binding, Migration.Conduct()) } == .ledger)
        #expect(calls.made == ["\(binding) 1"])
    }

    // MARK: The end of keys

    @Test func aKeyIsDeletedOnlyWhenItsIdWasTyped() async throws {
        try await moveEverything()
        clock.move(milliseconds: 8 * 24 * SampleMigration.hour)
        let step = "decommission/keys/delete"
        #expect(await code { _ = try await migration().apply(step, Migration.Conduct()) } == .unconfirmed)
        let wrong = Migration.Conduct(confirmedKey: "AKIARZPUZDIKD44SHPA2")
        #expect(await code { _ = try await migration().apply(step, wrong) } == .unconfirmed)
        let right = Migration.Conduct(confirmedKey: SampleMigration.key.id)
        #expect(try await migration().apply(step, right) == .done)
        #expect(try migration().status().keys.map(\.stage) == [.deleted])
        #expect(await code { _ = try migration().undoOrder(of: [step]) } == .irreversible)
    }

    @Test func aDeactivatedKeyComesBackWithTheUndo() async throws {
        try await moveEverything()
        #expect(try migration().status().keys.map(\.stage) == [.deactivated])
        #expect(try await migration().rollBack("retire/keys/deactivate", Migration.Conduct()) == .undone)
        #expect(try migration().status().keys.map(\.stage) == [.reactivated])
    }

    // MARK: Undoing

    @Test func whatWasThereBeforeIsLeft() async throws {
        for call in 1...2 { calls.make(secretly: "\(binding) \(call)") }
        _ = try await migration().apply(binding, Migration.Conduct())
        #expect(try await migration().previewUndo(binding).calls == [])
        #expect(try await migration().rollBack(binding, Migration.Conduct()) == .undone)
        #expect(!calls.made.contains("\(binding) undo"))
    }

    @Test func whatAStepMadeIsTakenBack() async throws {
        calls.make(secretly: "\(binding) 1")
        _ = try await migration().apply(binding, Migration.Conduct())
        #expect(try await migration().rollBack(binding, Migration.Conduct()) == .undone)
        #expect(calls.made.contains("\(binding) undo"))
    }

    @Test func whatBuildsOnAStepIsUndoneBefore() async throws {
        try await moveEverything()
        let order = try migration().undoOrder(of: ["shift/api/rollout"])
        #expect(
            order == [
                "retire/keys/deactivate", "shift/worker/rollout", "shift/worker/canary", "shift/api/rollout",
            ])
        #expect(await code { _ = try await migration().rollBack(order[3], Migration.Conduct()) } == .builtUpon)
        for step in order { #expect(try await migration().rollBack(step, Migration.Conduct()) == .undone) }
        #expect(try migration().status().steps.first { $0.id == "shift/api/rollout" }?.standing == .ready)
        #expect(try migration().undoOrder(of: ["shift/api/rollout"]).isEmpty)
    }

    // MARK: Consent

    @Test func onlyGatesOfPrudenceGiveWay() async throws {
        try await finish(binding)
        let canary = "shift/api/canary"
        #expect(await code { try migration().override(canary, nil, reason: "now") } == .gateClosed)
        clock.move(milliseconds: 60_000)
        for step in [canary, "shift/api/rollout", "prepare/worker/binding"] { try await finish(step) }
        clock.move(milliseconds: 60_000)
        let worker = "shift/worker/canary"
        #expect(await code { _ = try await migration().apply(worker, Migration.Conduct()) } == .waiting)
        #expect(try migration().override(worker, nil, reason: "OPS-7") == [.soak(hours: 24)])
        #expect(try await migration().apply(worker, Migration.Conduct()) == .done)
        #expect(try migration().status().overrides.map(\.reason) == ["OPS-7"])
    }

    @Test func anApprovalThatNobodyAskedForIsRefused() async throws {
        #expect(await code { try migration().approve(binding, reason: "fine") } == .gateClosed)
        try migration().approve("decommission/keys/user", reason: "OPS-9")
        #expect(try migration().status().steps.last?.waits.contains { $0.kind == .approval } == false)
    }

    // MARK: Samples

    private func finish(_ step: String) async throws {
        #expect(try await migration().apply(step, Migration.Conduct()) == .done)
    }

    private func moveEverything() async throws {
        for name in ["api", "worker"] {
            try await finish("prepare/\(name)/binding")
            clock.move(milliseconds: 60_000)
            try await finish("shift/\(name)/canary")
            try await finish("shift/\(name)/rollout")
            clock.move(milliseconds: 25 * SampleMigration.hour)
        }
        try await finish("retire/keys/deactivate")
    }
}
