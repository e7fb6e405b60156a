import Execution
import Foundation
import MigrationModel
import Testing

/// Google Cloud, Azure and Pod Identity, of which there is nothing on this machine: answers in the form that their vendors document.
struct RecordedCloudTests {
    private let serviceAccount = "c-shop-api@shop-project.iam.gserviceaccount.com"
    private let member = "serviceAccount:shop-project.svc.id.goog[shop/api]"

    private func google(_ mechanism: Mechanism = .gkeWorkloadIdentity) -> VerificationWorld {
        var world = VerificationWorld()
        world.mechanism = mechanism
        return world
    }

    private func account(_ annotations: String) -> KubectlReading {
        let programs = ScriptedPrograms([
            .prints(
                #"{"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"api","namespace":"shop","annotations":{\#(annotations)}}}"#
            )
        ])
        return KubectlReading(context: "admin", programs: programs, clock: StandingClock()) { _, _ in
            ScanReport(generated: "", inputs: [], keys: [])
        }
    }

    private func check(
        _ step: Step, _ world: VerificationWorld, annotations: String = "",
        _ answers: @escaping @Sendable ([String]) -> ProgramAnswer
    ) async -> [StepCheck] {
        await StepVerifications.check(
            step, in: world.scene(cluster: account(annotations), programs: ScriptedPrograms(answers)))
    }

    // MARK: Google Cloud

    @Test func letsNobodyElseActAsTheServiceAccount() async {
        let world = google()
        let policy = { @Sendable (members: String) in
            ProgramAnswer.prints(
                #"{"bindings":[{"role":"roles/iam.workloadIdentityUser","members":[\#(members)]}],"etag":"x","version":1}"#
            )
        }
        let answers = { (members: String) in { @Sendable (_: [String]) in policy(members) } }
        #expect(await check(world.creation, world, answers("\"\(member)\"")).result(.trustExact) == .satisfied)
        let other = await check(world.creation, world, answers("\"\(member)\",\"allUsers\""))
        #expect(
            other.result(.trustExact) == .violated
                && other.reason(.trustExact).hasPrefix("allUsers has roles/iam.workload"))
        let gone = await check(world.creation, world) { _ in
            .fails("ERROR: (gcloud.iam) NOT_FOUND: Unknown service account")
        }
        #expect(gone.result(.trustExact) == .notYet)
        let forbidden = await check(world.creation, world) { _ in .fails("ERROR: PERMISSION_DENIED: no") }
        #expect(forbidden.map(\.result) == [.cannotTell, .cannotTell])
    }

    @Test func bindsBothHalves() async {
        let world = google()
        let granted = #"{"bindings":[{"role":"roles/iam.workloadIdentityUser","members":["\#(member)"]}]}"#
        let annotation = #""iam.gke.io/gcp-service-account":"\#(serviceAccount)""#
        let both = await check(world.binding, world, annotations: annotation) { _ in .prints(granted) }
        #expect(both.map(\.result) == [.satisfied])
        #expect(
            both[0].evidence.last?.source
                == "gcloud iam service-accounts get-iam-policy \(serviceAccount) --project=shop-project --configuration shop --format=json"
        )
        let half = await check(world.binding, world, annotations: annotation) { _ in .prints("{}") }
        #expect(half.map(\.result) == [.notYet])
        let other = await check(world.binding, world, annotations: #""iam.gke.io/gcp-service-account":"x@y""#) { _ in
            .prints(granted)
        }
        #expect(other.map(\.result) == [.violated])
    }

    @Test func actsByItsOwnNameWithoutAnAnnotation() async {
        var world = google()
        world.isPrincipal = true
        let bare = await check(world.binding, world) { _ in .prints("{}") }
        #expect(bare.map(\.result) == [.satisfied])
        let left = await check(world.binding, world, annotations: #""iam.gke.io/gcp-service-account":"x@y""#) { _ in
            .prints("{}")
        }
        #expect(left.map(\.result) == [.violated])
    }

    @Test func leavesGrantsToPeople() async {
        let world = google()
        let project = { (member: String) in
            { @Sendable (_: [String]) in
                ProgramAnswer.prints(#"{"bindings":[{"role":"roles/storage.objectViewer","members":["\#(member)"]}]}"#)
            }
        }
        let step = world.step("identity", world.creation.action, [.permissionsAttached])
        let granted = await check(step, world, project("serviceAccount:\(serviceAccount)"))
        #expect(granted.map(\.result) == [.satisfied] && granted[0].reason.contains("roles/storage.objectViewer"))
        #expect(await check(step, world, project("user:x")).map(\.result) == [.cannotTell])
    }

    @Test func knowsTheStatesOfKeys() async {
        var world = google()
        let key = KeyName(kind: .googleServiceAccountKey, id: "7c0f5f22da21f1419877a4ad36bf6a1927203a96")
        let step = world.step("deactivate", .deactivateKey(DeactivateKey(key: key)), [.keyInactive])
        #expect(await check(step, world) { _ in .prints("[]") }.map(\.result) == [.cannotTell])
        world.givens = ["service-account-\(key.id)": "old@shop-project.iam.gserviceaccount.com"]
        let list = { (rest: String) in
            { @Sendable (_: [String]) in
                ProgramAnswer.prints(#"[{"name":"projects/p/serviceAccounts/old/keys/\#(key.id)"\#(rest)}]"#)
            }
        }
        #expect(await check(step, world, list("")).map(\.result) == [.notYet])
        #expect(await check(step, world, list(#","disabled":true"#)).map(\.result) == [.satisfied])
        let delete = world.step("delete", .deleteKey(DeleteKey(key: key)))
        #expect(await check(delete, world) { _ in .prints("[]") }.map(\.result) == [.satisfied])
        let hmac = KeyName(kind: .googleHMACKey, id: "GOOG1EXAMPLE")
        let described = world.step("deactivate", .deactivateKey(DeactivateKey(key: hmac)), [.keyInactive])
        #expect(await check(described, world) { _ in .prints(#"{"state":"INACTIVE"}"#) }.map(\.result) == [.satisfied])
    }

    // MARK: Azure

    private func credential(_ subject: String, _ issuer: String = "https://oidc.example.com/id/C") -> String {
        #"[{"name":"keyshift","issuer":"\#(issuer)","subject":"\#(subject)","audiences":["api://AzureADTokenExchange"]}]"#
    }

    @Test func comparesFederatedCredentials() async {
        let world = google(.aksWorkloadIdentity)
        let annotation = #""azure.workload.identity/client-id":"11111111-2222-3333-4444-555555555555""#
        let azure = { (credentials: String) in
            { @Sendable (words: [String]) in
                words.contains("show")
                    ? ProgramAnswer.prints(#"{"clientId":"11111111-2222-3333-4444-555555555555","principalId":"p"}"#)
                    : words.contains("assignment") ? .prints("[]") : .prints(credentials)
            }
        }
        let mine = credential("system:serviceaccount:shop:api")
        let other = credential("system:serviceaccount:shop:other")
        #expect(await check(world.binding, world, annotations: annotation, azure(mine)).map(\.result) == [.satisfied])
        #expect(await check(world.binding, world, annotations: annotation, azure("[]")).map(\.result) == [.notYet])
        #expect(
            await check(world.binding, world, annotations: annotation.replacing("1111", with: "2222"), azure(mine)).map(
                \.result) == [.violated])
        #expect(await check(world.creation, world, azure(mine)).result(.trustExact) == .satisfied)
        #expect(await check(world.creation, world, azure(other)).result(.trustExact) == .violated)
        let foreign = credential("system:serviceaccount:shop:api", "https://other")
        #expect(await check(world.creation, world, azure(foreign)).result(.trustExact) == .violated)
        let out = await check(world.creation, world) { _ in .fails("ERROR: Please run 'az login' to setup account.") }
        #expect(out.map(\.result) == [.cannotTell, .cannotTell])
    }

    @Test func asksPeopleWhatAzureDoesNotKnow() async {
        var world = google(.aksWorkloadIdentity)
        let key = KeyName(kind: .azureClientSecret, id: "azure-client-secret:3f9ac20d11b87e52")
        let step = world.step("deactivate", .deactivateKey(DeactivateKey(key: key)), [.keyInactive])
        #expect(await check(step, world) { _ in .prints("[]") }.map(\.result) == [.cannotTell])
        world.confirmations = ["deactivate": "the sign-ins show nobody"]
        #expect(await check(step, world) { _ in .prints("[]") }.map(\.result) == [.satisfied])
        world.givens = ["application-\(key.id)": "app", "credential-\(key.id)": "k1"]
        let delete = world.step("delete", .deleteKey(DeleteKey(key: key)))
        #expect(await check(delete, world) { _ in .prints(#"[{"keyId":"k1"}]"#) }.map(\.result) == [.notYet])
        #expect(await check(delete, world) { _ in .prints(#"[{"keyId":"k2"}]"#) }.map(\.result) == [.satisfied])
    }

    // MARK: EKS Pod Identity, which moto does not have

    @Test func comparesAssociations() async {
        let world = google(.eksPodIdentity)
        let answers = { (list: String, role: String) in
            { @Sendable (words: [String]) in
                if words.contains("get-caller-identity") { return ProgramAnswer.prints(#"{"Account":"123456789012"}"#) }
                return .prints(
                    words.contains("list-pod-identity-associations")
                        ? #"{"associations":[\#(list)]}"#
                        : #"{"association":{"associationId":"a-1","roleArn":"\#(role)"}}"#)
            }
        }
        let one = #"{"associationId":"a-1"}"#
        #expect(await check(world.binding, world, answers(one, VerificationWorld.role)).map(\.result) == [.satisfied])
        #expect(
            await check(world.binding, world, answers(one, "arn:aws:iam::123456789012:role/x")).map(\.result) == [
                .violated
            ])
        #expect(await check(world.binding, world, answers("", "")).map(\.result) == [.notYet])
        #expect(
            await check(world.binding, world) { _ in .fails("An error occurred (AccessDenied)") }.map(\.result) == [
                .cannotTell
            ])
    }
}
