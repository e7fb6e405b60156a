import MigrationModel
import Synchronization
import Testing

@testable import Execution

struct JobsOfSecretTests {
    private static let cronJob = ObjectReference(
        apiVersion: "batch/v1", kind: "CronJob", namespace: "shop", name: "report")

    private static func job(_ name: String, owner: String = "u1", secret: String = "kept", isOver: Bool = false)
        -> String
    {
        """
        {"metadata":{"name":"\(name)","ownerReferences":[{"controller":true,"uid":"\(owner)"}]},\
        "spec":{"template":{"spec":{"containers":[{"env":[{"name":"A","valueFrom":{"secretKeyRef":{"name":"\(secret)"}}}]}]}}},\
        "status":{"conditions":[{"type":"Complete","status":"\(isOver ? "True" : "False")"}]}}
        """
    }

    /// Waits while the lists of Jobs are these, one after the other, and then none.
    private func waits(_ lists: [[String]], of object: ObjectReference = cronJob) async throws -> (
        waits: [Int], said: [String]
    ) {
        let left = Mutex(lists)
        let said = Mutex<[String]>([])
        let clock = StandingClock()
        let programs = ScriptedPrograms { words in
            if words.contains("jobs.batch") {
                let jobs = left.withLock { $0.isEmpty ? [] : $0.removeFirst() }
                return .prints("{\"items\":[\(jobs.joined(separator: ","))]}")
            }
            return .prints(#"{"metadata":{"name":"report","uid":"u1"}}"#)
        }
        let cluster = PlannedCluster(ClusterConfiguration(name: "c", platform: .eks), input: "dump.json")
        try await JobsOfSecret(object, "kept", KubernetesAccess(programs, clock, cluster)).end { line in
            said.withLock { $0.append(line) }
        }
        return (clock.waits, said.withLock { $0 })
    }

    @Test func waitsForTheJobThatWantsIt() async throws {
        let found = try await waits([[Self.job("a")], [Self.job("a")], [Self.job("a", isOver: true)]])
        #expect(found.waits == [2_000, 2_000])
        #expect(found.said == ["CronJob shop/report: its Job a still uses the Secret kept"])
    }

    @Test func waitsForNobodyElse() async throws {
        let others = [Self.job("a", owner: "u2"), Self.job("b", secret: "other"), Self.job("c", isOver: true)]
        #expect(try await waits([others]).waits == [])
        let deployment = ObjectReference(apiVersion: "apps/v1", kind: "Deployment", namespace: "shop", name: "api")
        #expect(try await waits([[Self.job("a")]], of: deployment).waits == [])
    }

    @Test func doesNotWaitForEver() async {
        let lists = Array(repeating: [Self.job("a")], count: 4_000)
        await #expect { try await waits(lists) } throws: { ($0 as? AccessProblem)?.code == .unavailable }
    }
}
