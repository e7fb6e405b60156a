import ClusterDump
import Execution
import Foundation
import MigrationModel
import Planning
import Rendering
import Simulation
import StateStore
import StructuredText
import Testing

@testable import keyshift

/// A whole migration in a cloud that refuses calls as too many: it ends as in a calm one.
struct FaultyWorldTests {
    /// What is left of a world.
    private struct End: Equatable {
        var objects: [String]
        var keys: [String]
        var users: [String]
        var outages: [Outage]
        var isWhole: Bool
    }

    @Test(arguments: [Break.throttle(every: 4), .throttle(every: 6)]) func worldEndsAsACalmOne(_ fault: Break)
        async throws
    {
        let calm = try await Self.calm.value
        #expect(try await Self.migrate(fault) == calm)
        #expect(calm.keys == [])
        #expect(calm.outages == [])
        #expect(calm.isWhole)
    }

    private static let calm = Task { try await migrate(nil) }

    private static func migrate(_ fault: Break?) async throws -> End {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("keyshift-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = try DemoFolder(path)
        let world = FourServices.world(MovedClock(at: Timestamp(milliseconds: 1_767_603_600_000)))
        try folder.write(DemoPlanning.configuration, to: folder.configuration)
        let configuration = try ConfigurationReading.read(folder.configuration)
        let planning = DemoPlanning(folder: folder)
        let (plan, _) = try planning.plan(planning.scan(world, configuration), configuration, revising: nil)
        if let fault { world.add(fault) }
        let ledger = try Ledger(path: folder.plan + "/" + Ledger.defaultPath, for: .writing)
        let tools = MigrationWorld.live(
            programs: world, clock: world.clock, author: Author(user: "ada", host: "ops-1", process: 1),
            givens: ["user-\(FourServices.key)": FourServices.user], confirmations: [:])
        let migration = Migration(
            plan: plan, id: PlanIdentity.id(of: plan), folder: folder.plan, procedures: PlanCalls(plan),
            ledger: ledger, tools: tools)
        _ = try migration.bring()
        try await finish(migration, world)
        return End(
            objects: objects(of: world), keys: world.account.keyIDs, users: world.account.userNames,
            outages: world.outages, isWhole: try ledger.verify().fault == nil)
    }

    /// Goes on until everything is done, as somebody does who runs the same command again and again.
    private static func finish(_ migration: Migration, _ world: SimulatedWorld) async throws {
        for _ in 0..<2000 {
            let status = try migration.status()
            if status.standing == .done { return }
            guard let next = status.next, let step = migration.plan.steps.first(where: { $0.id == next.id }) else {
                try pass(status, migration, world)
                continue
            }
            do throws(MigrationProblem) {
                _ = try await migration.apply(step.id, Migration.Conduct(confirmedKey: step.action.key?.id))
            } catch {
                #expect([.access, .unseen, .regressed].contains(error.code), "\(error.code): \(error.message)")
            }
        }
        Issue.record("It did not come to an end.")
    }

    private static func pass(_ status: MigrationStatus, _ migration: Migration, _ world: SimulatedWorld) throws {
        let now = world.clock.now()
        if let until = status.steps.compactMap(\.until).filter({ $0 > now }).min() {
            world.clock.move(milliseconds: until.milliseconds - now.milliseconds)
        } else if let asking = status.steps.first(where: { $0.waits.contains { $0.kind == .approval } }) {
            try migration.approve(asking.id, reason: "Nothing else uses it.")
        }
    }

    /// Everything but Pods, which have other names each time, by kind and name, with what is specified.
    private static func objects(of world: SimulatedWorld) -> [String] {
        guard case .sequence(let items)? = world.dump["items"] else { return [] }
        return items.filter { $0["kind"] != "Pod" }.map { item in
            let name = item["metadata"]?["name"].map { JSONWriter.text(for: $0, pretty: false) } ?? ""
            let spec = JSONWriter.text(for: item["spec"] ?? item["data"] ?? .null, pretty: false)
            return "\(item["kind"] ?? .null) \(name) \(spec)"
        }
    }
}
