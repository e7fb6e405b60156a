import Execution
import Foundation
import KubernetesHarness
import MigrationModel
import StructuredText
import Testing

@testable import keyshift

/// What a dump answers, and what it has no answer to.
struct DumpReadingTests {
    private static let dump = Repository.root + "/Fixtures/shared-key/dump.json"
    private static let present = Timestamp(milliseconds: 2_000_000_000_000)

    private func reading(_ inputs: [String], _ namespaces: Set<String> = ["production"]) -> DumpReading {
        DumpReading(
            inputs, namespaces: namespaces, run: ScanRun(workers: 1, allowances: [], now: "2026-01-01T00:00:00Z"),
            present: Self.present)
    }

    private func secret(_ name: String, in namespace: String = "production") -> ObjectReference {
        ObjectReference(apiVersion: "v1", kind: "Secret", namespace: namespace, name: name)
    }

    private func problem(_ body: () async throws(AccessProblem) -> Void) async -> AccessProblem.Code? {
        do throws(AccessProblem) {
            try await body()
            return nil
        } catch {
            return error.code
        }
    }

    @Test func knowsWhatIsThereAndWhatIsNot() async throws {
        let reading = reading([Self.dump])
        let found = try await reading.object(secret("aws-credentials"))
        #expect(found.value != nil && found.source == "dump \(Self.dump)" && found.time < Self.present)
        guard case .mapping(let entries)? = found.value?["data"] else { Issue.record("no entries"); return }
        #expect(!entries.isEmpty && entries.allSatisfy { $0.value == "" })
        #expect(try await reading.object(secret("gone")).value == nil)
        let pods = try await reading.objects(ObjectKind("v1", "Pod"), in: "production")
        #expect(pods.value.count > 3)
        // The group counts and its version does not.
        let deployment = {
            ObjectReference(apiVersion: $0, kind: "Deployment", namespace: "production", name: "order-api")
        }
        let versions = try await [reading.object(deployment("apps/v1")), reading.object(deployment("apps/v1beta2"))]
        #expect(versions[0].value == versions[1].value)
    }

    @Test func takesNothingForGoneThatTheDumpDoesNotSpeakOf() async {
        let reading = reading([Self.dump], ["production", "elsewhere"])
        #expect(
            await problem { () throws(AccessProblem) in _ = try await reading.object(secret("aws", in: "elsewhere")) }
                == .notObservable)
        let rollout = ObjectReference(
            apiVersion: "argoproj.io/v1alpha1", kind: "Rollout", namespace: "production", name: "x")
        #expect(await problem { () throws(AccessProblem) in _ = try await reading.object(rollout) } == .notObservable)
        let standardInput = self.reading(["-"])
        #expect(
            await problem { () throws(AccessProblem) in _ = try await standardInput.object(secret("x")) }
                == .notObservable)
    }

    @Test func takesNothingForGoneWhereAPartIsMissing() async throws {
        let whole = try Data(contentsOf: URL(filePath: Self.dump))
        let file = FileManager.default.temporaryDirectory.appending(path: "keyshift-torn-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try whole.prefix(whole.count * 2 / 3).write(to: file)
        let reading = reading([file.path])
        #expect(
            await problem { () throws(AccessProblem) in _ = try await reading.object(secret("gone")) } == .unavailable)
        #expect(
            await problem { () throws(AccessProblem) in _ = try await reading.scan(["production"]) } == .unavailable)
    }

    @Test func findsKeysAndReferences() async throws {
        let reading = reading([Self.dump])
        let report = try await reading.scan(["production"]).value
        #expect(
            report.keys.map(\.identity.id).sorted() == [
                "AKIARZPUZDIKD44SHPA2", "AKIARZPUZDIKK266JCYW", "AKIARZPUZDIKKEOANPKG",
            ])
        let references = try await reading.references(to: [secret("aws-credentials")], in: "production").value
        #expect(Set(references.map(\.object.kind)).isSuperset(of: ["Deployment", "ReplicaSet", "Pod"]))
        #expect(references.allSatisfy { $0.isCertain && !$0.place.isEmpty })
        #expect(try await reading.references(to: [secret("aws")], in: "production").value == [])
    }

    @Test func speaksAsOfTheNewestTimeInIt() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "keyshift-dump-\(UUID().uuidString).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        let pod = """
            apiVersion: v1
            kind: Pod
            metadata: {name: a, namespace: n, creationTimestamp: "2026-01-01T00:00:00Z", annotations: {until: "2030-01-01T00:00:00Z"}}
            status: {conditions: [{type: Ready, lastTransitionTime: "2026-02-03T04:05:06Z"}]}
            """
        try Data(pod.utf8).write(to: file)
        let reference = ObjectReference(apiVersion: "v1", kind: "Pod", namespace: "n", name: "a")
        #expect(try await reading([file.path], ["n"]).object(reference).time == Timestamp("2026-02-03T04:05:06.000Z"))
        try Data("{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: n}}".utf8).write(to: file)
        let modified = try await reading([file.path], ["n"]).object(reference).time
        #expect(modified != Self.present && modified > Timestamp("2026-02-03T04:05:06.000Z") ?? Self.present)
    }
}

/// The program's own scan of a real API server, as verifications ask for it.
@Suite(.enabled(if: APIServer.isAvailable, "needs a Kubernetes API server: set KEYSHIFT_BUILD_KUBERNETES=1"))
struct LiveScanningTests {
    private struct Programs: ProgramRunner {
        var kubeconfig: String

        func run(_ invocation: Invocation) async -> ProgramAnswer {
            await UserPrograms().run(Invocation("env", ["KUBECONFIG=\(kubeconfig)"] + invocation.words))
        }
    }

    private struct Clock: MigrationClock {
        func now() -> Timestamp { Timestamp(milliseconds: Int(Date().timeIntervalSince1970 * 1000)) }
        func sleep(milliseconds: Int) async throws { try await Task.sleep(for: .milliseconds(milliseconds)) }
    }

    @Test func findsWhoReceivesAKeyInSeveralNamespaces() async throws {
        let server = try await APIServer.shared()
        for namespace in ["scanning-a", "scanning-b"] {
            try await server.kubectl(["create", "namespace", namespace])
            try await server.kubectl(
                [
                    "create", "secret", "generic", "aws", "-n", namespace,
                    "--from-literal=AWS_ACCESS_KEY_ID=AKIARZPUZDIKKEOANPKG",
                    "--from-literal=AWS_SECRET_ACCESS_KEY=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",
                ])
            try await server.kubectl(
                ["apply", "-n", namespace, "-f", "-"],
                input: """
                    ---
                    {apiVersion: apps/v1, kind: Deployment, metadata: {name: api}, spec: {replicas: 1, selector: {matchLabels: {a: b}}, \
                    template: {metadata: {labels: {a: b}}, spec: {containers: [{name: api, image: api, \
                    envFrom: [{secretRef: {name: aws}}]}]}}}}
                    """)
        }
        let reading = KubectlReading(
            context: "admin", programs: Programs(kubeconfig: server.kubeconfig), clock: Clock(),
            scanning: LiveScan.scanning())
        let seen = try await reading.scan(["scanning-a", "scanning-b"])
        let services = Set(seen.value.trace.consumptions.map { "\($0.service.object)" })
        #expect(services == ["Deployment scanning-a/api", "Deployment scanning-b/api"])
        #expect(seen.source.contains("-n scanning-a -o json; kubectl get secrets,configmaps"))
        let restricted = KubectlReading(
            context: "restricted", programs: Programs(kubeconfig: server.kubeconfig), clock: Clock(),
            scanning: LiveScan.scanning())
        await #expect { try await restricted.scan(["scanning-a"]) } throws: { error in
            (error as? AccessProblem)?.code == .forbidden
        }
    }
}
