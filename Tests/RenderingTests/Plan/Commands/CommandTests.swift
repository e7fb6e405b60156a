import MigrationModel
import Testing

@testable import Rendering

struct CommandTests {
    @Test func quotesEveryWord() {
        #expect(ShellCommand("kubectl", "get", "$(id)", "a b").text == "kubectl get '$(id)' 'a b'")
        let long = String(repeating: "x", count: 90)
        #expect(ShellCommand("aws", "--name", long, "--last").text == "aws \\\n  --name \(long) \\\n  --last")
    }

    /// Names that are part of other names are no leftovers, nor is a Secret that keeps a variable.
    @Test func searchesForWhatLeaves() {
        let workload = ObjectReference(apiVersion: "apps/v1", kind: "Deployment", namespace: "n", name: "api")
        let commands = WorkloadCommands(workload: workload).showLeftovers(of: SamplePlans.change)
        #expect(
            commands.map(\.text) == [
                "kubectl get deployment/api -n n -o 'jsonpath={.spec}' \\\n  | grep -o -F "
                    + "-e '\"name\":\"AWS_ACCESS_KEY_ID\"' -e '\"mountPath\":\"/root/.aws\"' -e '\"name\":\"aws\"'"
            ])
        #expect(WorkloadCommands(workload: workload).showLeftovers(of: TemplateChange()).isEmpty)
    }

    @Test func deletesACarrierBehindACopy() {
        let secret = ObjectReference(apiVersion: "v1", kind: "Secret", namespace: "n", name: "s")
        let whole = CarrierCommands(RemoveCarrier(carrier: secret, entries: nil))
        #expect(whole.remove.count == 2)
        #expect(whole.remove.first?.text.contains("keyshift-kept-") == true)
        #expect(whole.remove.last?.text == "kubectl delete secret/s -n n")
        #expect(whole.restore.first?.text.hasSuffix("kubectl create -f -") == true)
        let part = CarrierCommands(RemoveCarrier(carrier: secret, entries: ["id"]))
        #expect(part.remove.last?.text == #"kubectl patch secret/s -n n --type merge -p '{"data":{"id":null}}'"#)
        #expect(part.restore.first?.text.hasSuffix("kubectl replace -f -") == true)
    }

    @Test func movesLiteralsThroughPipes() {
        func commands(_ kind: String, _ apiVersion: String) -> [String] {
            let workload = ObjectReference(apiVersion: apiVersion, kind: kind, namespace: "n", name: "x")
            return LiteralCommands(
                MoveLiteral(workload: workload, container: "app", secret: "s", variables: ["A", "B"])
            )
            .move.map(\.text)
        }
        let path = "jsonpath={.spec.template.spec.containers[?(@.name==\"app\")].env[?(@.name==\"A\")].value}"
        let moved = commands("Deployment", "apps/v1")
        #expect(moved.count == 4)
        #expect(moved[1] == #"test -n "$(kubectl get secret/s -n n -o 'jsonpath={.data['\''A'\'']}')""#)
        #expect(
            moved.first?.hasPrefix("kubectl create secret generic s -n n \\\n  --from-file=A=<(kubectl get") == true)
        #expect(moved.first?.contains("'\(path)'") == true)
        #expect(
            moved.last?.contains(#"{"name":"B","value":null,"valueFrom":{"secretKeyRef":{"name":"s","key":"B"}}}"#)
                == true)
        #expect(commands("Job", "batch/v1").isEmpty)
    }

    @Test(arguments: [KeyKind.azureClientSecret, .azureStorageAccountKey])
    func hasNoDeactivationWhereTheCloudHasNone(kind: KeyKind) {
        let commands = KeyCommands(key: KeyName(kind: kind, id: "x"))
        #expect(commands.deactivate.isEmpty && commands.activate.isEmpty && !commands.delete.isEmpty)
    }

    @Test(arguments: [("eu-central-1", "aws"), ("cn-north-1", "aws-cn"), ("us-gov-west-1", "aws-us-gov"), ("", "aws")])
    func namesThePartition(region: String, partition: String) {
        let cluster = ClusterConfiguration(
            name: "c", platform: .eks, region: region, account: "123456789012", issuer: "https://oidc.example.com/id/X")
        #expect(
            AWSNames.provider(cluster, account: "123456789012")
                == "arn:\(partition):iam::123456789012:oidc-provider/oidc.example.com/id/X")
    }
}
