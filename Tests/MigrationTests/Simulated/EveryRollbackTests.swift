import Foundation
import MigrationModel
import Testing

@testable import keyshift

extension Journeys {
    /// Every way back in a simulated world: of each step, each service, each phase and everything, and on again from there.
    ///
    /// A few of them by default, all with `KEYSHIFT_JOURNEYS=all`.
    struct EveryRollbackTests {
        /// A step that was just done is undone: the world is as it was before, and as it was after when it is done again.
        @Test func undoesEachStep() async throws {
            let calm = try await CalmRun.shared
            // A canary that has done its work is not brought back.
            let parts = Self.reversible(calm).filter { if case .removeCanary = $0.step.action { false } else { true } }
            let tried = parts.enumerated().filter { Journeys.isWhole || $0.offset % 5 == 0 }.map(\.element)
            #expect(tried.count > 5)
            try await SimulatedBench.together(tried) { part in
                try await SimulatedBench.run(from: part.after) { bench in
                    try await Self.undo(part.step.id, bench)
                    let before = WorldPicture(part.before.world, part.before.state)
                    try Self.expect(bench, before, part.step.id + " undone")
                    try await bench.await(part.step.id, of: calm.plan)
                    try await bench.finish(part.step.id, of: calm.plan)
                    try Self.expect(bench, part.picture, part.step.id + " done again")
                }
            }
        }

        /// When all services are moved and their key is inactive, one of them goes back, or a phase, or everything.
        @Test func undoesServicesAndPhases() async throws {
            let calm = try await CalmRun.shared
            let last = try #require(Self.reversible(calm).last)
            let start = try #require(calm.parts.first?.before)
            let services = calm.plan.services.compactMap { $0.id.split(separator: "/").last.map(String.init) }
            let phases = ["retire", "shift", "prepare", "all"]
            let names = Journeys.isWhole ? services + phases : ["payment-processor", "shift", "all"]
            try await SimulatedBench.together(names) { name in
                try await SimulatedBench.run(from: last.after) { bench in
                    try await Self.undo(name, bench)
                    let steps = try NameSelection(calm.plan, folder: "plan").steps([name])
                    let left = try bench.status(calm.plan).steps.filter {
                        steps.contains($0.id) && $0.standing == .done
                    }
                    #expect(left.map(\.id) == [], "\(name)")
                    if ["prepare", "all"].contains(name) {
                        try Self.expect(bench, WorldPicture(start.world, start.state), name)
                    }
                }
            }
        }

        /// The steps up to the first one that cannot be undone.
        private static func reversible(_ calm: CalmRun) -> [CalmRun.Part] {
            Array(calm.parts.prefix { !$0.step.isPointOfNoReturn })
        }

        private static func undo(_ name: String, _ bench: SimulatedBench) async throws {
            let back = try await bench.migrate(name, "--rollback")
            #expect(back.status == 0, "\(name): \(back.everything)")
            let ledger = try await bench.keyshift(["ledger", "verify", "plan"])
            #expect(ledger.status == 0, "\(name): \(ledger.everything)")
        }

        /// Everything that people specified is as it was, in the cluster and in the cloud, and no service ever failed.
        private static func expect(_ bench: SimulatedBench, _ picture: WorldPicture, _ what: String) throws {
            let difference = try bench.picture().specified.difference(from: picture.specified)
            #expect(difference == [], "\(what)")
        }
    }
}

extension WorldPicture {
    /// Without what the ledger says of it, and without the history that controllers keep.
    fileprivate var specified: WorldPicture {
        var picture = self
        picture.ledger = []
        let history =
            #/"(deployment\.kubernetes\.io/revision|generation|observedGeneration|currentRevision|updateRevision)":("[^"]*"|[0-9]+)/#
        picture.objects = objects.filter { object in
            !["Pod", "ReplicaSet", "ControllerRevision"].contains { object.contains("\"kind\":\"\($0)\",") }
        }.map { $0.replacing(history, with: "") }
        return picture
    }
}
