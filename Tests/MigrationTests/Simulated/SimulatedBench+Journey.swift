import Foundation
import MigrationModel
import Simulation
import Testing

@testable import keyshift

extension SimulatedBench {
    /// Goes from the cluster to a plan, as a user does, and says whatever only a person can.
    func planned() async throws -> Plan {
        let configuration = Fixture.configuration(Bench.Shape())
        try Data(configuration.utf8).write(to: folder.appending(path: "keyshift.yaml"))
        let made = try await keyshift(["plan", "--context", "admin", "-A", "-o", "plan"])
        try #require(made.status == 0, "\(made.everything)")
        let plan = try PlanFolderReading.plan(in: folder.appending(path: "plan").path)
        for identity in plan.identities { try await expect("--accept-draft", identity.id) }
        for step in plan.steps where step.gates.contains(where: { if case .approval = $0 { true } else { false } }) {
            try await expect(step.id, "--approve", "--reason", "the fixture has no other use of it")
        }
        return plan
    }

    private func expect(_ words: String..., location: SourceLocation = #_sourceLocation) async throws {
        door.begin()
        let run = try await keyshift(Bench.migration(time.file, words))
        try #require(run.status == 0, "\(run.everything)", sourceLocation: location)
    }

    /// Lets time pass until a step may run.
    func await(_ step: String, of plan: Plan) async throws {
        for _ in 0..<20 {
            let status = try status(plan)
            guard let found = status.steps.first(where: { $0.id == step }), !found.mayRun else { return }
            if found.standing == .done { return }
            let until = found.until.map { $0.milliseconds - door.world.clock.now().milliseconds } ?? 3_600_000
            pass(seconds: max(1, until / 1000 + 1))
        }
        let status = try status(plan).steps.first { $0.id == step }
        Issue.record("\(step) does not get its turn: \(status?.waits.map(\.reason) ?? [])")
    }

    /// Whether a step is done.
    func isDone(_ step: String, of plan: Plan) throws -> Bool {
        try status(plan).steps.first { $0.id == step }?.standing == .done
    }

    /// Carries a step out without any trouble, also where somebody was stopped in the middle of it.
    ///
    /// - Returns: how often that had to be tried.
    @discardableResult
    func finish(_ step: String, of plan: Plan, location: SourceLocation = #_sourceLocation) async throws -> Int {
        for attempt in 1...12 {
            let run = try await migrate(step, "--apply")
            let allowed: [ProgramStatus] = [.clean, .partial, .waiting]
            try #require(
                allowed.map(\.rawValue).contains(run.status), "\(step): \(run.everything)", sourceLocation: location)
            if try isDone(step, of: plan) { return attempt }
            // A lease that was left behind runs out in two minutes.
            pass(seconds: 130)
        }
        Issue.record("\(step) does not come to its end", sourceLocation: location)
        return 0
    }
}
