import MigrationModel
import Testing

@testable import Tracing

struct InventoryRulesTests {
    private typealias Cluster = ImaginedCluster

    private let role = ["eks.amazonaws.com/role-arn": "arn:aws:iam::123456789012:role/api"]
    private let api = ImaginedCluster.reference("Deployment", "api")
    private let app = Container(name: "app", environment: [.secret("KEY", "aws", "AWS_ACCESS_KEY_ID")])

    private func findings(_ build: (inout ImaginedCluster) -> Void) -> [String] {
        var cluster = ImaginedCluster()
        cluster.addKey(to: Cluster.reference("Secret", "aws"))
        build(&cluster)
        return cluster.trace().findings.map { "\($0.object): \($0.code.rawValue)" }
    }

    @Test func namesAnIdentityThatNobodyUses() {
        #expect(
            findings { cluster in
                cluster.addAccount("spare", annotations: role)
                cluster.addAccount("plain")
            } == ["ServiceAccount shop/spare: identity-unused"])
    }

    @Test func namesTheServiceAccountThatWasMeant() {
        func found(_ account: String) -> [String] {
            findings { cluster in
                cluster.addAccount("api", annotations: role)
                cluster.addAccount("default")
                cluster.addWorkload(Cluster.reference("Deployment", account), [app])
            }
        }
        #expect(
            found("api") == [
                "Deployment shop/api: workload-uses-other-service-account", "ServiceAccount shop/api: identity-unused",
            ])
        #expect(found("apiary") == ["ServiceAccount shop/api: identity-unused"])
        #expect(found("api-worker").count == 2)
    }

    @Test func namesTheDefaultServiceAccountWithAnIdentity() {
        let found = findings { cluster in
            cluster.addAccount("default", annotations: role)
            cluster.addWorkload(api, [Container(name: "app")])
        }
        #expect(found == ["ServiceAccount shop/default: default-service-account-with-identity"])
    }

    @Test(arguments: [("Running", true), ("Succeeded", false)])
    func namesPodsThatWereNotInjected(phase: String, isFound: Bool) {
        func found(_ labels: [String: String] = [:], _ entries: [EnvironmentEntry] = []) -> [String] {
            findings { cluster in
                cluster.addAccount("api", annotations: role)
                cluster.addWorkload(api, [Container(name: "app")], serviceAccount: "api")
                cluster.addWorkload(
                    Cluster.reference("Pod", "api-1"), [Container(name: "app", environment: entries)],
                    owner: Cluster.owner(api), podLabels: labels, serviceAccount: "api", pod: PodStatus(phase: phase))
            }
            .filter { $0.hasSuffix("pod-not-injected") }
        }
        #expect(found() == (isFound ? ["Deployment shop/api: pod-not-injected"] : []))
        #expect(found(["eks.amazonaws.com/skip-pod-identity-webhook": ""]) == [])
        let token = EnvironmentEntry.literal("AWS_WEB_IDENTITY_TOKEN_FILE", "/token")
        #expect(found([:], [token]) == [])
    }

    @Test(arguments: [("true", false), ("false", true), ("", true)])
    func wantsTheLabelOfAKSOnThePod(label: String, isFound: Bool) {
        let found = findings { cluster in
            cluster.addAccount("api", annotations: ["azure.workload.identity/client-id": "0000"])
            cluster.addWorkload(
                api, [Container(name: "app")], podLabels: label.isEmpty ? [:] : ["azure.workload.identity/use": label],
                serviceAccount: "api")
        }
        #expect(found == (isFound ? ["Deployment shop/api: pod-not-injected"] : []))
    }

    @Test func missesTheInjectorOnlyWhereItWouldBeSeen() {
        func found(_ change: (inout ImaginedCluster) -> Void) -> [String] {
            findings { cluster in
                cluster.addAccount("api", annotations: role)
                cluster.addWorkload(api, [Container(name: "app")], serviceAccount: "api")
                change(&cluster)
            }
        }
        let kind = "admissionregistration.k8s.io/v1/MutatingWebhookConfiguration"
        #expect(found { _ in } == [])
        #expect(
            found { $0.objects.kinds[Cluster.input, default: [:]][kind] = 1 }
                == ["ServiceAccount shop/api: injector-not-found"])
        let hook = ObjectReference(
            apiVersion: "admissionregistration.k8s.io/v1", kind: "MutatingWebhookConfiguration",
            name: "pod-identity-webhook")
        let installed = Installation(input: Cluster.input, purpose: .eksWebhook, object: hook)
        #expect(
            found { cluster in
                cluster.objects.kinds[Cluster.input, default: [:]][kind] = 1
                cluster.objects.installations = [installed]
            } == [])
    }
}
