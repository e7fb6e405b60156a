import Execution
import Foundation
import MigrationModel
import Rendering
import StateStore
import Testing

@testable import keyshift

extension Bench {
    /// Where everything stands, read from the ledger without asking anybody.
    func status(_ plan: Plan) throws -> MigrationStatus {
        let author = Author(user: "test", host: "test", process: 1)
        let tools = MigrationTools(
            programs: nil, clock: FileClock(path: clock), author: author, reading: { _ in nil }, calls: { _, _ in nil })
        let path = folder.appending(path: "plan")
        return try Migration(
            plan: plan, id: PlanIdentity.id(of: plan), folder: path.path, procedures: PlanCalls(plan),
            ledger: Ledger(path: path.appending(path: ".keyshift/ledger.db").path, for: .writing), tools: tools
        ).status()
    }

    /// Says whatever only a person can: permissions are accepted, users have no other use.
    func consent(to plan: Plan) async throws {
        for identity in plan.identities {
            let run = try await migrate("--accept-draft", identity.id)
            #expect(run.status == 0, "\(run.everything)")
        }
        for step in plan.steps where step.gates.contains(where: { if case .approval = $0 { true } else { false } }) {
            let run = try await migrate(step.id, "--approve", "--reason", "the fixture has no other use of it")
            #expect(run.status == 0, "\(run.everything)")
        }
    }

    /// Carries out whatever may be, again and again, and lets time pass where only time is missing.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - end: whether this is far enough; by default when everything is done.
    ///   - others: does what others have to do in a step, and says whether there was anything.
    /// - Throws: when nothing goes on any more, or a run ended otherwise than well or waiting.
    func carryOut(
        _ plan: Plan, until end: (MigrationStatus) -> Bool = { $0.standing == .done },
        others: (Step) async throws -> Bool = { _ in false }
    ) async throws {
        var idle = 0
        var last = Run(status: 0, output: "", errors: "")
        for _ in 0..<200 {
            let before = try status(plan)
            if end(before) { return }
            try #require(idle < 60, "nothing goes on; \(Self.summary(before)) \(last.everything)")
            var isMoving = false
            for step in before.steps where step.mayRun {
                guard let planned = plan.steps.first(where: { $0.id == step.id }), planned.actor != .keyshift else {
                    continue
                }
                isMoving = try await others(planned) || isMoving
            }
            last = try await migrate("--apply", "ready")
            let allowed: [ProgramStatus] = [.clean, .partial, .waiting]
            try #require(allowed.map(\.rawValue).contains(last.status), "\(last.everything)")
            let after = try status(plan)
            let done = after.steps.count { $0.standing == .done } - before.steps.count { $0.standing == .done }
            idle = done > 0 || isMoving ? 0 : idle + 1
            if done == 0 { try await pass(hours: 13) }
        }
        Issue.record("the plan does not come to its end; \(Self.summary(try status(plan)))")
    }

    /// The steps that are not done, with what they wait for.
    private static func summary(_ status: MigrationStatus) -> String {
        status.steps.filter { $0.standing != .done && $0.standing != .blocked }.map { step in
            "\(step.id): \(step.standing) \(step.waits.map(\.reason)) \(step.checks.map { "\($0.verification): \($0.result) \($0.reason)" })"
        }.joined(separator: "\n")
    }

    /// What no static key is left of: the end of every journey.
    func expectTheEnd(_ plan: Plan, location: SourceLocation = #_sourceLocation) async throws {
        let world = try #require(try await cloud.world()[CloudServer.account])
        #expect(Array(world.users.keys) == ["operator"], sourceLocation: location)
        for service in ["analytics-pipeline", "notification-service", "order-api", "payment-processor"] {
            #expect(world.roles.keys.contains { $0.hasSuffix(service) }, sourceLocation: location)
        }
        let uses = try await cloud.uses()
        #expect(uses.failures.map { "\($0.workload) \($0.source) \($0.error)" } == [], sourceLocation: location)
        #expect(uses.uses > 100, sourceLocation: location)
        // Whoever asks now is a role, in every Pod.
        try await cloud.control("POST", "forget")
        try await Task.sleep(for: .seconds(2))
        for (workload, identities) in try await cloud.uses().identities {
            #expect(
                identities.keys.allSatisfy { $0.contains(":assumed-role/") }, "\(workload): \(identities)",
                sourceLocation: location)
        }
        let scan = try await keyshift(["scan", "--context", "admin", "-A"])
        #expect(scan.status == ProgramStatus.clean.rawValue, "\(scan.everything)", sourceLocation: location)
        let ledger = try await keyshift(["ledger", "verify", "plan"])
        #expect(ledger.status == 0, "\(ledger.everything)", sourceLocation: location)
    }
}
