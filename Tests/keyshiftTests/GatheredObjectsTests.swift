import ClusterDump
import Detection
import Foundation
import MigrationModel
import Testing

@testable import keyshift

/// What the workers of a scan gather for tracing from whole inputs.
struct GatheredObjectsTests {
    private static let scenarios = Scenario.all

    private func gather(_ paths: [String], workers: Int = 2) -> ClusterObjects {
        CollectedObjects.merge(
            ScanRun(workers: workers, allowances: [], now: "2026-11-21T12:00:00Z")
                .gather(over: DocumentFeed(FileQueue(paths))).objects)
    }

    private var hidingPlaces: [String] { [Repository.root + "/Fixtures/hiding-places/dump.json"] }

    @Test func readsEveryKindThatHoldsAPodSpec() throws {
        let objects = gather(hidingPlaces)
        var byKind: [String: Int] = [:]
        for workload in objects.workloads { byKind[workload.object.reference.kind, default: 0] += 1 }
        #expect(
            byKind == [
                "Pod": 9, "ReplicaSet": 2, "ControllerRevision": 2, "ReplicationController": 1, "PodTemplate": 1,
                "Deployment": 1, "StatefulSet": 1, "DaemonSet": 1, "Job": 1, "CronJob": 1, "Rollout": 1,
                "DeploymentConfig": 1, "Service": 1,
            ])
        #expect(objects.workloads.allSatisfy { $0.templates.count == 1 && $0.templates[0].containers.count >= 1 })
        #expect(objects.serviceAccounts.count == 6)
        let kinds = try #require(objects.kinds.values.first)
        #expect(kinds["v1/Secret"] == 49)
        #expect(kinds.values.reduce(0, +) == 122)
    }

    @Test func readsTheContentsOfCarriersOfKeys() {
        let objects = gather(hidingPlaces)
        let files = objects.contents.flatMap(\.entries.values).map(\.file)
        #expect(files.contains(.google(type: "service_account")))
        #expect(files.contains { if case .profiles = $0 { true } else { false } })
        #expect(objects.contents.map(\.input) == objects.contents.map(\.input).sorted())
    }

    @Test(arguments: scenarios)
    func gathersTheSameHoweverTheWorkIsDivided(_ scenario: Scenario) {
        let paths = scenario.inputs.map { scenario.folder + "/" + $0 }
        #expect(gather(paths, workers: 1) == gather(paths, workers: 7))
    }

    @Test func keepsNoSecret() throws {
        let planted = PlantedSecrets(seed: 20_261_121)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, bytes) in planted.files {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        let objects = gather([folder.path])
        #expect(!objects.contents.isEmpty)
        #expect(SecretSearch(planted.secrets).finds(in: String(reflecting: objects)) == [])
    }
}
