import Foundation
import KubernetesHarness
import MigrationModel
import Testing

/// Every Kubernetes artefact of a plan, tried on a real API server: accepted, applied, taken back, and refused after a drift.
@Suite(
    .enabled(if: APIServer.isAvailable, "needs a Kubernetes API server: set KEYSHIFT_BUILD_KUBERNETES=1"), .serialized)
struct PatchProofTests {
    /// A server of its own: other tests count the keys of the one that they share.
    private static let server = Task { try await APIServer.start() }

    /// A namespace with the objects of a manifest, and the plan of it.
    private func proof(_ namespace: String, _ manifests: String, by verb: String = "apply") async throws -> PatchProof {
        let server = try await Self.server.value
        try await server.kubectl(["create", "namespace", namespace])
        try await server.kubectl([verb, "-n", namespace, "-f", "-"], input: manifests)
        // The controllers make the Pods, ReplicaSets and revisions that a dump has.
        for _ in 0..<100 {
            let pods = try await server.kubectl(["get", "pods", "-n", namespace, "-o", "name"])
            if !pods.isEmpty { break }
            try await Task.sleep(for: .milliseconds(100))
        }
        return try await PatchProof(server, namespace: namespace)
    }

    /// Applies the forward patch of a workload and its undo, and compares; then lets the object drift.
    private func provePatch(_ proof: PatchProof, _ step: Step, _ namespace: String) async throws {
        guard case .changeWorkload(let action) = step.action else { return }
        let (kind, name) = (action.workload.kind.lowercased(), action.workload.name)
        let file = "\(namespace)/\(kind)-\(name).patch.json"
        let before = try await proof.object("\(kind)/\(name)", namespace)
        try await proof.patch("\(kind)/\(name)", namespace, "kubernetes/shift/" + file)
        let between = try await proof.object("\(kind)/\(name)", namespace)
        #expect(between != before, "\(name) was not changed")
        // What was planned against is gone now.
        await #expect(throws: HarnessError.self, "\(name) was changed twice") {
            try await proof.patch("\(kind)/\(name)", namespace, "kubernetes/shift/" + file)
        }
        try await proof.patch("\(kind)/\(name)", namespace, "kubernetes/shift-undo/" + file)
        #expect(try await proof.object("\(kind)/\(name)", namespace) == before, "\(name)")
        await #expect(throws: HarnessError.self, "\(name) was taken back twice") {
            try await proof.patch("\(kind)/\(name)", namespace, "kubernetes/shift-undo/" + file)
        }
    }

    @Test func takesTheKeyFromEveryWorkloadAndPutsItBack() async throws {
        let namespace = "patched"
        let proof = try await proof(namespace, PatchFixtures.workloads)
        defer { proof.remove() }
        var tried: [String] = []
        for step in proof.plan.steps {
            guard case .changeWorkload(let action) = step.action, action.way != .recreation,
                !PatchFixtures.literals.contains(action.workload.name)
            else { continue }
            try await provePatch(proof, step, namespace)
            tried.append(action.workload.name)
        }
        #expect(tried.sorted() == PatchFixtures.patched)
    }

    @Test func changesTheServicesOfTheFixture() async throws {
        let server = try await Self.server.value
        try await server.kubectl(["apply", "-f", Repository.root + "/Fixtures/shared-key/manifests"])
        let proof = try await PatchProof(server, namespace: "production")
        defer { proof.remove() }
        var tried = 0
        for step in proof.plan.steps {
            guard case .changeWorkload(let action) = step.action, action.workload.name != "report" else { continue }
            try await provePatch(proof, step, "production")
            tried += 1
        }
        #expect(tried == 5)
    }

    @Test func refusesWhatHasDrifted() async throws {
        let namespace = "drifted"
        let proof = try await proof(namespace, PatchFixtures.workloads)
        defer { proof.remove() }
        let drifts = [
            // Another entry before the one that goes, another container at its place, another Secret under its name.
            #"[{"op":"add","path":"/spec/template/spec/containers/0/env/0","value":{"name":"NEW","value":"x"}}]"#,
            #"[{"op":"add","path":"/spec/template/spec/containers/0","value":{"name":"new","image":"x"}}]"#,
            #"[{"op":"replace","path":"/spec/template/spec/containers/0/env/1/valueFrom/secretKeyRef/name","value":"b"}]"#,
            #"[{"op":"add","path":"/spec/template/spec/serviceAccountName","value":"other"}]"#,
        ]
        for drift in drifts {
            let before = try await proof.object("deployment/mixed", namespace)
            try await proof.server.kubectl(
                ["patch", "deployment/mixed", "-n", namespace, "--type", "json", "-p", drift])
            let drifted = try await proof.object("deployment/mixed", namespace)
            await #expect(throws: HarnessError.self, "\(drift)") {
                try await proof.patch(
                    "deployment/mixed", namespace, "kubernetes/shift/\(namespace)/deployment-mixed.patch.json")
            }
            #expect(try await proof.object("deployment/mixed", namespace) == drifted)
            let text = try JSONSerialization.data(withJSONObject: before)
            try await replace(String(decoding: text, as: UTF8.self), proof)
        }
    }

    /// Puts an object back as it was; a controller that writes its status in the same moment makes the server ask for another try.
    private func replace(_ object: String, _ proof: PatchProof) async throws {
        for attempt in 1...10 {
            do {
                try await proof.server.kubectl(["replace", "-f", "-"], input: object)
                return
            } catch let error as HarnessError where attempt < 10 && "\(error)".contains("Conflict") {
                try await Task.sleep(for: .milliseconds(100))
            }
        }
    }

    @Test func keepsWhatTheContainersNeed() async throws {
        let namespace = "kept"
        let proof = try await proof(namespace, PatchFixtures.workloads)
        defer { proof.remove() }
        try await proof.patch(
            "deployment/mixed", namespace, "kubernetes/shift/\(namespace)/deployment-mixed.patch.json")
        let object = try await proof.object("deployment/mixed", namespace)
        let text = String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
        for name in ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE", "AWS_SHARED_CREDENTIALS_FILE"] {
            #expect(!text.contains(#""name":"\#(name)""#), "\(name)")
        }
        let spec = try #require(object.value(at: "spec.template.spec") as? NSDictionary)
        let main = try #require((spec["containers"] as? [NSDictionary])?.first)
        let names = (main["env"] as? [NSDictionary])?.compactMap { $0["name"] as? String }
        #expect(names == ["AWS_REGION", "BUCKET", "AWS_DEFAULT_REGION", "FIRST", "LAST"])
        #expect((main["envFrom"] as? [NSDictionary])?.count == 1)
        // The folder with a file beside the key stays, without the key.
        let volumes = try #require(spec["volumes"] as? [NSDictionary])
        #expect(volumes.compactMap { $0["name"] as? String } == ["settings", "all", "scratch"])
        let items = volumes[0].value(at: "secret.items") as? [NSDictionary]
        #expect(items?.compactMap { $0["key"] as? String } == ["app.yaml"])
        let sources = volumes[1].value(at: "projected.sources") as? [NSDictionary]
        #expect(sources?.count == 1 && sources?.first?["configMap"] != nil)
    }

    @Test func startsCanariesThatFightWithNobody() async throws {
        let namespace = "canaries"
        let proof = try await proof(namespace, PatchFixtures.workloads)
        defer { proof.remove() }
        for name in ["mixed", "cron", "stateful", "plain"] {
            let canary = try proof.step("/\(name)/canary")
            guard case .runCanary(let action) = canary.action else { continue }
            let kind = action.workload.kind.lowercased()
            let before = try await proof.object("\(kind)/\(name)", namespace)
            let account = try #require(action.change.serviceAccount)
            try await proof.server.kubectl(["create", "serviceaccount", account, "-n", namespace])
            try await proof.run(try proof.commands(canary, "By hand"))
            if action.form != .partition { #expect(try await proof.object("\(kind)/\(name)", namespace) == before) }
            try await proof.run(try proof.commands(canary, "To undo"))
            #expect(try await proof.object("\(kind)/\(name)", namespace) == before, "\(name)")
        }
    }

    @Test func releasesWhatTheCanaryHolds() async throws {
        let namespace = "held"
        let proof = try await proof(namespace, PatchFixtures.workloads)
        defer { proof.remove() }
        for (name, kind) in [("stateful", "statefulset"), ("node", "daemonset")] {
            let (canary, rollout) = (try proof.step("/\(name)/canary"), try proof.step("/\(name)/rollout"))
            let before = try await proof.object("\(kind)/\(name)", namespace)
            let file = "\(namespace)/\(kind)-\(name).patch.json"
            try await proof.patch("\(kind)/\(name)", namespace, "kubernetes/shift-canary/" + file)
            let canaried = try await proof.object("\(kind)/\(name)", namespace)
            try await proof.patch("\(kind)/\(name)", namespace, "kubernetes/shift-release/" + file)
            let strategy = "spec.updateStrategy"
            #expect(
                try await proof.object("\(kind)/\(name)", namespace).value(at: strategy) as? NSDictionary
                    == before.value(at: strategy) as? NSDictionary)
            try await proof.patch("\(kind)/\(name)", namespace, "kubernetes/shift-release-undo/" + file)
            #expect(try await proof.object("\(kind)/\(name)", namespace) == canaried)
            try await proof.patch("\(kind)/\(name)", namespace, "kubernetes/shift-canary-undo/" + file)
            #expect(try await proof.object("\(kind)/\(name)", namespace) == before)
            #expect(canary.verifications.contains(.noStaticSource) && rollout.after == [canary.id])
        }
    }

    @Test func movesLiteralsThroughPipesAndBack() async throws {
        let namespace = "literal"
        // `kubectl apply` would keep the literals in an annotation, which leaves with the former revisions.
        let proof = try await proof(namespace, PatchFixtures.workloads, by: "create")
        defer { proof.remove() }
        for (name, kind) in [("inline", "deployment"), ("inline-cron", "cronjob")] {
            let step = try proof.step("/\(name)/literal")
            let before = try await proof.object("\(kind)/\(name)", namespace)
            try await proof.run(try proof.commands(step, "By hand"))
            let moved = try await proof.object("\(kind)/\(name)", namespace)
            #expect(!"\(moved)".contains("AKIA"))
            try await provePatch(proof, try proof.step("/\(name)/rollout"), namespace)
            try await proof.run(try proof.commands(step, "To undo"))
            #expect(try await proof.object("\(kind)/\(name)", namespace) == before)
        }
    }

    @Test func removesCarriersBehindACopy() async throws {
        let namespace = "carriers"
        let proof = try await proof(namespace, PatchFixtures.workloads)
        defer { proof.remove() }
        for name in ["mixed-aws", "plain-aws", "fixed-aws"] {
            let step = try #require(proof.plan.steps.first { $0.id == "retire/\(namespace)/secret/\(name)" })
            let before = try await proof.carrier(name, namespace)
            try await proof.run(try proof.commands(step, "By hand"))
            if let after = try? await proof.object("secret/\(name)", namespace) {
                #expect(!"\(after)".contains("AWS_ACCESS_KEY_ID"), "\(name)")
                #expect("\(after)".contains("AWS_REGION"), "\(name)")
            }
            try await proof.run(try proof.commands(step, "To undo"))
            #expect(try await proof.carrier(name, namespace) == before, "\(name)")
            // Done again, and then for good: the copy goes last.
            try await proof.run(try proof.commands(step, "By hand"))
            let copy = try #require(proof.plan.steps.first { $0.id == "decommission/\(namespace)/secret/\(name)/copy" })
            try await proof.run(try proof.commands(copy, "By hand"))
            let left = try await proof.server.kubectl(["get", "secrets", "-n", namespace, "-o", "name"])
            #expect(!left.contains("\(name)-keyshift-kept"))
        }
    }

    @Test func makesJobsAnew() async throws {
        let namespace = "anew"
        let proof = try await proof(namespace, PatchFixtures.workloads)
        defer { proof.remove() }
        let step = try proof.step("/once/rollout")
        #expect(step.actor == .person)
        let before = try await proof.object("job/once", namespace)
        try await proof.server.kubectl(["create", "serviceaccount", "once", "-n", namespace])
        try await proof.run(try proof.commands(step, "By hand"))
        let after = try await proof.object("job/once", namespace)
        #expect(!"\(after)".contains("secretRef") && "\(after)".contains("serviceAccountName = once"))
        try await proof.run(try proof.commands(step, "To undo"))
        let undone = try await proof.object("job/once", namespace)
        let path = "spec.template.spec"
        #expect(undone.value(at: path) as? NSDictionary == before.value(at: path) as? NSDictionary)
    }

    @Test func forgetsRevisionsOnly() async throws {
        let namespace = "revisions"
        let proof = try await proof(namespace, PatchFixtures.workloads)
        defer { proof.remove() }
        for (name, kind) in [("plain", "deployment"), ("stateful", "statefulset")] {
            let file = "kubernetes/shift/\(namespace)/\(kind)-\(name).patch.json"
            let account = "\(name == "stateful" ? "stateful" : "plain")"
            _ = try? await proof.server.kubectl(["create", "serviceaccount", account, "-n", namespace])
            try await proof.patch("\(kind)/\(name)", namespace, file)
            try await proof.server.kubectl(["rollout", "status", "\(kind)/\(name)", "-n", namespace, "--timeout=120s"])
            let before = try await proof.object("\(kind)/\(name)", namespace)
            try await proof.run(try proof.commands(try proof.step("retire/\(namespace)/\(name)/revisions"), "By hand"))
            #expect(try await proof.object("\(kind)/\(name)", namespace) == before)
            let kept = try await proof.server.kubectl(
                [
                    "get", kind == "deployment" ? "replicasets" : "controllerrevisions", "-n", namespace, "-o",
                    #"jsonpath={range .items[?(@.metadata.ownerReferences[0].name=="\#(name)")]}{.metadata.name}{"\n"}{end}"#,
                ])
            #expect(kept.split(separator: "\n").count == 1, "\(kept)")
        }
    }

    /// The scripts of `commands/`, each with the one that takes it back, on the object that it is about.
    @Test func runsEveryScriptAndTheWayBack() async throws {
        let namespace = "scripts"
        let proof = try await proof(namespace, PatchFixtures.workloads, by: "create")
        defer { proof.remove() }
        var tried: Set<String> = []
        for step in proof.plan.steps where !step.id.contains("/initial/") && !step.id.contains("/node/") {
            // A paused rollout never ends, and which Pod of a DaemonSet goes first, a person says.
            guard let (object, action) = step.action.scripted else { continue }
            let (script, undo) = ("commands/\(step.id).sh", "commands/undo/\(step.id).sh")
            let before = try? await proof.object(object, namespace)
            try await proof.run("bash '\(script)'")
            tried.insert(action)
            guard FileManager.default.fileExists(atPath: proof.path(undo)) else { continue }
            try await proof.run("bash '\(undo)'")
            let undone = try? await proof.object(object, namespace)
            #expect(undone == before, "\(step.id)")
            try await proof.run("bash '\(script)'")
        }
        #expect(tried == ["account", "literal", "canary", "rollout", "end", "revisions", "carrier"])
    }

    @Test func isBuiltByKustomize() async throws {
        let namespace = "built"
        let proof = try await proof(namespace, PatchFixtures.workloads)
        defer { proof.remove() }
        let placed = PatchFixtures.workloads.replacing("metadata: {", with: "metadata: {namespace: \(namespace), ")
        try Data(placed.utf8).write(to: proof.folder.appending(path: "all.yaml"))
        let components = try FileManager.default.contentsOfDirectory(atPath: proof.path("kubernetes")).sorted()
        #expect(components.contains("shift") && components.contains("retire") && components.contains("shift-canary"))
        for component in components {
            let place = "kubernetes/\(component)"
            guard FileManager.default.fileExists(atPath: proof.path(place + "/kustomization.yaml")),
                !component.hasSuffix("-undo")
            else { continue }
            try Data("resources: [all.yaml]\ncomponents: [\(place)]\n".utf8)
                .write(to: proof.folder.appending(path: "kustomization.yaml"))
            let text = try await proof.server.kubectl(["kustomize", proof.folder.path])
            if component == "shift" { #expect(!text.contains("secretName: stateful-aws")) }
            if component == "retire" { #expect(!text.contains("name: plain-aws\n  namespace")) }
            try await proof.server.kubectl(
                ["apply", "--dry-run=server", "-f", "-"],
                input: text.replacing("namespace: \(namespace)\n", with: "namespace: default\n"))
        }
    }
}

extension Action {
    /// The object that its script changes in the cluster, and what it does; `nil` for what a cloud keeps, and for Jobs, of which
    /// controllers write half.
    fileprivate var scripted: (object: String, action: String)? {
        func name(_ object: ObjectReference) -> String { "\(object.kind.lowercased())/\(object.name)" }
        switch self {
        case .createServiceAccount(let action): return ("serviceaccount/\(action.name)", "account")
        case .moveLiteral(let action): return (name(action.workload), "literal")
        case .runCanary(let action): return action.workload.kind == "Job" ? nil : (name(action.workload), "canary")
        case .changeWorkload(let action):
            return action.workload.kind == "Job" ? nil : (name(action.workload), "rollout")
        case .removeCanary(let action): return action.workload.kind == "Job" ? nil : (name(action.workload), "end")
        case .forgetRevisions(let action): return (name(action.workload), "revisions")
        case .removeCarrier(let action): return (name(action.carrier), "carrier")
        default: return nil
        }
    }
}
