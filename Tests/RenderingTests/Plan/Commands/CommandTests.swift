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

    private let secret = ObjectReference(apiVersion: "v1", kind: "Secret", namespace: "n", name: "s")

    @Test func deletesACarrierBehindACopy() {
        let whole = CarrierCommands(RemoveCarrier(carrier: secret, entries: nil, copy: "k"), Kubectl(context: "prod"))
        #expect(
            whole.remove.map(\.text) == [
                "kubectl create secret generic k --context prod -n n \\\n"
                    + "  --from-file=object=<(kubectl get secret/s --context prod -n n -o json)",
                #"test -n "$(kubectl get secret/k --context prod -n n -o 'jsonpath={.data.object}')""#,
                "kubectl delete secret/s --context prod -n n",
            ])
        #expect(whole.restore.first?.text.hasSuffix("| kubectl create --context prod -f -") == true)
        #expect(CarrierCommands(RemoveCarrier(carrier: secret, entries: nil)).remove.isEmpty)
    }

    @Test func removesEntriesByAPatchThatRefusesDrift() throws {
        let part = CarrierCommands(
            RemoveCarrier(carrier: secret, entries: ["a/b"], annotations: ["x.example/y"], copy: "k"))
        let patch = try #require(part.remove.last?.text)
        #expect(patch.contains(#"{"op":"test","path":"/metadata/name","value":"s"}"#))
        #expect(patch.contains(#"{"op":"remove","path":"/data/a~1b"}"#))
        #expect(patch.contains(#"{"op":"remove","path":"/metadata/annotations/x.example~1y"}"#))
        #expect(part.restore.first?.text.hasSuffix("--type merge --patch-file /dev/stdin") == true)
        let fixed = CarrierCommands(RemoveCarrier(carrier: secret, entries: ["a"], copy: "k", isImmutable: true))
        #expect(fixed.remove.last?.text.hasSuffix("| kubectl replace --force -f -") == true)
    }

    @Test func movesLiteralsThroughPipes() {
        let workload = ObjectReference(apiVersion: "apps/v1", kind: "Deployment", namespace: "n", name: "x")
        func commands(_ pointer: String) -> LiteralCommands {
            LiteralCommands(
                MoveLiteral(workload: workload, container: "app", secret: "s", variables: ["A"], pointers: [pointer]),
                patch: "p.json")
        }
        let known = commands("/spec/template/spec/initContainers/0/env/3")
        let path = "{.spec.template.spec.initContainers[0].env[3]"
        #expect(
            known.move.map(\.text) == [
                "test \"$(kubectl get deployment/x -n n -o 'jsonpath=\(path).name}')\" = A",
                "kubectl create secret generic s -n n \\\n"
                    + "  --from-file=A=<(kubectl get deployment/x -n n -o 'jsonpath=\(path).value}')",
                #"test -n "$(kubectl get secret/s -n n -o 'jsonpath={.data['\''A'\'']}')""#,
                "kubectl patch deployment/x -n n --type json --patch-file p.json --dry-run=server",
                "kubectl patch deployment/x -n n --type json --patch-file p.json",
            ])
        #expect(known.putBack.count == 2)
        #expect(commands("/spec/it's/0").move.isEmpty && commands("/spec/it's/0").putBack.isEmpty)
    }

    @Test func writesPlacesAsPaths() {
        #expect(Kubectl.path("/spec/containers/0/env/12") == ".spec.containers[0].env[12]")
        #expect(Kubectl.path("/0/a b") == nil && Kubectl.path("/a~1b") == nil)
        #expect(Kubectl.member("tls.crt") == #"['tls\.crt']"# && Kubectl.member("it's") == nil)
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
