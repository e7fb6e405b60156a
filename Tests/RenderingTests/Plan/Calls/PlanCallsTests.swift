import MigrationModel
import Rendering
import StructuredText
import Testing

struct PlanCallsTests {
    private static let plan: Plan = {
        var plan = SamplePlans.full
        plan.clusters = SamplePlans.configuration.clusters.map {
            PlannedCluster($0, input: "dump.json", context: "ctx")
        }
        plan.steps = plan.steps.map { step in
            var step = step
            if step.actor == .terraform { step.actor = .keyshift }
            return step
        }
        return plan
    }()
    private let calls = PlanCalls(plan)

    private func procedure(_ id: String, service: String? = nil) throws -> StepProcedure {
        let step = Self.plan.steps.first { $0.id == id && (service == nil || $0.service == service) }
        return calls.procedure(of: try #require(step, "\(id)"))
    }

    private func text(_ calls: [Call]) -> String { calls.map { "\($0)" }.joined(separator: "\n") }

    @Test func hasCallsOrAPersonForEveryStep() {
        for step in Self.plan.steps {
            let procedure = calls.procedure(of: step)
            let isHeld = if case .removeCanary(let action) = step.action { action.name.isEmpty } else { false }
            #expect(isHeld || !procedure.apply.isEmpty || !procedure.byHand.isEmpty, "\(step.id)")
            if step.isPointOfNoReturn { #expect(procedure.undo.isEmpty, "\(step.id)") }
            for path in procedure.files + procedure.undoFiles { #expect(path.hasPrefix("kubernetes/"), "\(path)") }
        }
    }

    @Test func bindsByAnAnnotationThatIsNotThereYet() throws {
        let role = "arn:aws:iam::123456789012:role/prod-production-api"
        let place = "/metadata/annotations/eks.amazonaws.com~1role-arn"
        guard case .patch(let patch) = try procedure("prepare/production/api/binding").apply[0] else {
            Issue.record("no patch")
            return
        }
        #expect(
            patch.operations == """
                [
                  {"op":"test","path":"/kind","value":"ServiceAccount"},
                  {"op":"test","path":"/metadata/name","value":"api"},
                  {"op":"test","path":"\(place)","value":null},
                  {"op":"add","path":"\(place)","value":"\(role)"}
                ]

                """)
        #expect(patch.reverse.contains(#"{"op":"test","path":"\#(place)","value":"\#(role)"}"#))
        #expect(try procedure("prepare/production/api/binding").undo.count == 1)
    }

    @Test func givesServiceAccountsTheGrantsOfTheirPredecessors() throws {
        let procedure = try procedure("prepare/production/api/service-account")
        let account = ObjectReference(apiVersion: "v1", kind: "ServiceAccount", namespace: "production", name: "api")
        let binding = ObjectReference(
            apiVersion: "rbac.authorization.k8s.io/v1", kind: "RoleBinding", namespace: "production", name: "readers")
        let entry = ListedEntry(
            object: binding, list: "/subjects",
            entry: #"{"kind":"ServiceAccount","name":"api","namespace":"production"}"#)
        let manifest =
            #"{"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"api","namespace":"production"},"#
            + #""automountServiceAccountToken":false,"imagePullSecrets":[{"name":"registry"}]}"#
        #expect(
            procedure
                == StepProcedure(
                    apply: [.create(ObjectManifest(object: account, manifest: manifest)), .include(entry)],
                    undo: [.exclude(entry), .delete(account)],
                    files: ["kubernetes/prepare/prod/production/serviceaccount-api.yaml"]))
    }

    @Test func keepsCarriersBeforeTheyAreChanged() throws {
        let procedure = try procedure("retire/production/secret/aws-credentials")
        let secret = ObjectReference(apiVersion: "v1", kind: "Secret", namespace: "production", name: "aws-credentials")
        let copy = KeptCopy(
            object: secret, copy: "kept", entries: ["id", "id.secret"], annotations: ["a.example/b"])
        #expect(procedure.apply.count == 2 && procedure.apply[0] == .keepCopy(copy))
        #expect(procedure.undo == [.restoreCopy(copy)])
        guard case .patch(let patch) = procedure.apply[1] else {
            Issue.record("no patch")
            return
        }
        #expect(patch.operations.contains(#"{"op":"remove","path":"/metadata/annotations/a.example~1b"}"#))
        #expect(patch.reverse.contains(#"{"op":"test","path":"/data/id.secret","value":null}"#))
        #expect(procedure.byHand.count == 1)
    }

    @Test func asksForTheUserOfAKeyFirst() throws {
        let key = SamplePlans.key.id
        guard case .cloud(let call) = try procedure("retire/keys/\(key)/deactivate").apply[0] else {
            Issue.record("no call")
            return
        }
        #expect(
            call.words == [
                "aws", "iam", "update-access-key", "--user-name", "{user}", "--access-key-id", key, "--status",
                "Inactive",
            ])
        #expect(call.lookups.map(\.name) == ["user"] && call.account == "123456789012")
        #expect(call.inspection?.expected == "Inactive")
    }

    @Test func leavesToPeopleWhatAzureHasNoStateFor() throws {
        let procedure = try procedure("retire/keys/\(SamplePlans.azureKey.id)/deactivate")
        #expect(procedure.apply.isEmpty && procedure.byHand.count == 1)
    }

    @Test func namesTheProfileAndTheContext() throws {
        var plan = Self.plan
        plan.clusters[0].profile = "prod-admin"
        plan.clusters[0].region = "cn-north-1"
        plan.clusters[1].profile = "analytics"
        for step in plan.steps {
            for call in PlanCalls(plan).procedure(of: step).apply {
                guard case .cloud(let call) = call else { continue }
                let all =
                    [call.words] + call.lookups.map(\.words) + call.obstacles.map(\.words)
                    + (call.inspection.map { [$0.words] } ?? []) + (call.each.map { [$0.words] } ?? [])
                for words in all {
                    switch words[0] {
                    case "aws" where call.account == "444455556666": #expect(!words.contains("--profile"))
                    case "aws":
                        #expect(words.suffix(4) == ["--region", "cn-north-1", "--profile", "prod-admin"], "\(words)")
                    case "gcloud": #expect(words.suffix(2) == ["--configuration", "analytics"])
                    case "kubectl": #expect(words.contains("--context"))
                    default: #expect(words[0] == "az")
                    }
                }
            }
        }
    }

    @Test func hasNoCallsForAnIdentityThatIsNotThere() {
        let action = BindIdentity(identity: "x", mechanism: .irsa, namespace: "n", serviceAccount: "s")
        let step = Step(id: "s", phase: .prepare, action: .bindIdentity(action), actor: .keyshift)
        #expect(calls.procedure(of: step) == StepProcedure(byHand: ["The plan has no identity of the id x."]))
        #expect(calls.documents(ofIdentity: "x") == nil)
    }

    @Test func namesTheFilesOfTerraform() throws {
        var plan = Self.plan
        plan.steps[0].actor = .terraform
        #expect(PlanCalls(plan).procedure(of: plan.steps[0]).files == ["terraform/prod/issuer.tf"])
        let paths = Set(
            PlanFiles.files(of: SamplePlans.full, configuration: SamplePlans.configuration).map(\.path))
        for step in Self.plan.steps {
            var step = step
            guard case .createIdentity = step.action else { continue }
            step.actor = .terraform
            for path in calls.procedure(of: step).files {
                #expect(paths.contains(path), "\(path)")
            }
        }
    }
}
