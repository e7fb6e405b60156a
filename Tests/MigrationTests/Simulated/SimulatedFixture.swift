import Foundation
import KubernetesHarness
import MigrationModel
import Simulation
import StructuredText
import Testing

/// The services of `Fixtures/shared-key` in a simulated world: four Deployments, a StatefulSet, a CronJob, and three keys.
enum SimulatedFixture {
    /// What somebody applied; everything else controllers make.
    private static let kinds: Set<String> = [
        "Secret", "ConfigMap", "ServiceAccount", "Deployment", "StatefulSet", "CronJob",
    ]

    /// Makes the world.
    static func world(_ clock: MovedClock) throws -> SimulatedWorld {
        let begin = clock.now().adding(milliseconds: -400 * 86_400_000)
        let cluster = SimulatedCluster(
            name: "prod-eu", context: "admin", region: "us-east-1", issuer: APIServer.issuer,
            manifests: try manifests(), at: begin)
        let users = Dictionary(uniqueKeysWithValues: Bench.keys.map { ($0.value, [$0.key]) })
        let account = SimulatedAccount(
            id: CloudServer.account, users: users, issuers: [APIServer.issuer], at: begin)
        return SimulatedWorld(cluster: cluster, account: account, clock: clock)
    }

    private static func manifests() throws -> [StructuredValue] {
        let file = Fixture.repository.appending(path: "Fixtures/shared-key/dump.json")
        let dump = try #require(StructuredValue.reading(json: Array(try Data(contentsOf: file))))
        guard case .sequence(let items)? = dump["items"] else { return [] }
        return items.filter { item in
            guard case .string(let kind)? = item["kind"], kinds.contains(kind) else { return false }
            guard case .string(let name)? = item["metadata"]?["name"] else { return false }
            let isGiven = name != "kube-root-ca.crt" && name != "default" && !name.contains("-token-")
            return item["metadata"]?["namespace"] == "production" && isGiven
        }.map(bare)
    }

    /// Without what an API server has added.
    private static func bare(_ object: StructuredValue) -> StructuredValue {
        guard case .mapping(let members) = object else { return object }
        let names: Set<String> = ["name", "namespace", "labels"]
        return .mapping(
            members.filter { $0.key != "status" }.map { member in
                guard member.key == "metadata", case .mapping(let inner) = member.value else { return member }
                return .init(member.key, .mapping(inner.filter { names.contains($0.key) }))
            })
    }
}
