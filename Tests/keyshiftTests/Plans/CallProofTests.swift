import Execution
import Foundation
import KubernetesHarness
import MigrationModel
import Testing

/// Every call of a plan, made twice on a real API server, undone twice, and the objects afterwards.
@Suite(
    .enabled(if: APIServer.isAvailable, "needs a Kubernetes API server: set KEYSHIFT_BUILD_KUBERNETES=1"), .serialized)
struct CallProofTests {
    private static let server = Task { try await APIServer.start() }

    private func calls(_ namespace: String) async throws -> CallProof {
        let server = try await Self.server.value
        try await server.kubectl(["create", "namespace", namespace])
        try await server.kubectl(["create", "-n", namespace, "-f", "-"], input: PatchFixtures.workloads)
        for name in [
            "deployment/mixed", "deployment/plain", "deployment/inline", "statefulset/stateful", "daemonset/node",
        ] {
            try await server.kubectl(["rollout", "status", name, "-n", namespace, "--timeout=120s"])
        }
        return try CallProof(try await PatchProof(server, namespace: namespace))
    }

    /// Nothing that was planted is in an argument, nor in anything that is shown or recorded.
    private func seeNoSecret(_ calls: CallProof) {
        let everything = calls.everything
        for secret in PatchFixtures.planted { #expect(!everything.contains(secret)) }
    }

    @Test func carriesEveryStepOutTwiceAndBack() async throws {
        let namespace = "called"
        let calls = try await calls(namespace)
        defer { calls.proof.remove() }
        // A Deployment whose rollout is paused is another matter.
        let steps = calls.proof.plan.steps.filter { !$0.service.hasSuffix("/initial") }
        var actions: Set<String> = []
        var kinds: Set<String> = []
        for step in steps {
            let (apply, undo) = calls.calls(of: step)
            guard !apply.isEmpty else { continue }
            let action = "\(step.action)".prefix { $0 != "(" }.description
            actions.insert(action)
            let before = try await calls.objects(namespace)
            try await calls.makeTwice(apply, step.id)
            guard !undo.isEmpty else { continue }
            let after = try await calls.objects(namespace)
            #expect(after != before, "\(step.id)")
            try await calls.makeTwice(undo, step.id + ", undone")
            let undone = try await calls.objects(namespace)
            #expect(Set(undone.keys) == Set(before.keys), "\(step.id)")
            for (name, object) in before { #expect(undone[name] == object, "\(step.id): \(name)") }
            // Once more for each kind of step on each kind of object; for all of them it would take minutes.
            guard kinds.insert("\(action) \(apply.map(\.kinds))").inserted else {
                for call in apply { try await calls.make(call) }
                continue
            }
            try await calls.makeTwice(apply, step.id + ", again")
            #expect(try await calls.objects(namespace) == after, "\(step.id)")
        }
        #expect(
            // Bindings of this plan are in the cloud alone.
            actions == [
                "createServiceAccount", "moveLiteral", "runCanary", "removeCanary", "changeWorkload",
                "forgetRevisions", "removeCarrier", "removeCopy",
            ])
        let left = try await calls.objects(namespace)
        for (name, object) in left where !name.contains("/initial") {
            for id in PatchFixtures.planted { #expect(!"\(object)".contains(id), "\(name)") }
        }
        #expect(!left.keys.contains { $0.contains("keyshift") })
        seeNoSecret(calls)
    }

    @Test func refusesWhatHasDrifted() async throws {
        let namespace = "called-drift"
        let calls = try await calls(namespace)
        defer { calls.proof.remove() }
        let step = try calls.proof.step("/mixed/rollout")
        let patch = try #require(calls.calls(of: step).apply.first)
        let kubectl = calls.proof.server.kubectl
        let drift = #"[{"op":"replace","path":"/spec/template/spec/containers/0/env/2/value","value":"S3cretValue"}]"#
        _ = try await kubectl(
            ["patch", "deployment/mixed", "-n", namespace, "--type", "json", "-p", drift], "admin", "")
        let before = try await calls.objects(namespace)
        let problem = try #require(await calls.problem(of: patch))
        #expect(problem.code == .drifted)
        #expect(
            problem.message
                == "Deployment called-drift/mixed is not as it was planned: "
                + #"/spec/template/spec/containers/0/env/2/value is expected to be "…", and is "…"."#)
        #expect(problem.advice.contains("keyshift plan --revise"))
        #expect(try await calls.objects(namespace) == before)
        #expect(!calls.everything.contains("S3cretValue"))
    }

    @Test func saysThatARolloutIsPaused() async throws {
        let namespace = "called-paused"
        let calls = try await calls(namespace)
        defer { calls.proof.remove() }
        let (apply, undo) = calls.calls(of: try calls.proof.step("/initial/rollout"))
        let before = try await calls.objects(namespace)
        try await calls.make(apply[0])
        let problem = try #require(await calls.problem(of: apply[1]))
        #expect(problem.code == .refused && problem.message.hasSuffix("did not roll out: its rollout is paused."))
        try await calls.make(undo[0])
        #expect(try await calls.objects(namespace) == before)
    }

    @Test func goesOnWhereItWasCutShort() async throws {
        let namespace = "called-cut"
        let calls = try await calls(namespace)
        defer { calls.proof.remove() }
        let server = calls.proof.server
        // The object that cannot be changed is deleted, and nothing has taken its place yet.
        let step = try #require(calls.proof.plan.steps.first { $0.id.hasSuffix("secret/fixed-aws") })
        let (apply, undo) = calls.calls(of: step)
        let before = try await calls.objects(namespace)
        try await calls.make(apply[0])
        try await server.kubectl(["delete", "secret/fixed-aws", "-n", namespace])
        for call in apply { try await calls.make(call) }
        let made = try await server.kubectl(["get", "secret/fixed-aws", "-n", namespace, "-o", "json"])
        #expect(made.contains("AWS_REGION") && !made.contains("AWS_ACCESS_KEY_ID") && made.contains("immutable"))
        // The same on the way back.
        try await server.kubectl(["delete", "secret/fixed-aws", "-n", namespace])
        try await calls.makeTwice(undo, step.id)
        #expect(try await calls.objects(namespace) == before)
        // Without the copy nobody knows what was there.
        try await server.kubectl(["delete", "secret/fixed-aws", "-n", namespace])
        #expect(await calls.problem(of: apply[0])?.code == .drifted)
        #expect(await calls.problem(of: undo[0])?.code == .drifted)
        seeNoSecret(calls)
    }
}
