import Execution
import KubernetesHarness
import MigrationModel
import Simulation
import StructuredText
import Testing

/// The same commands to a simulated cluster and to a real one have the same answers.
@Suite(.enabled(if: APIServer.isAvailable, "needs a Kubernetes API server"))
struct RealKubectlTests {
    private struct Line: Sendable {
        var words: String
        var input = ""
    }

    private static let deployment = """
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"a","namespace":"sim"},"spec":{"replicas":1,\
        "selector":{"matchLabels":{"app":"a"}},"template":{"metadata":{"labels":{"app":"a"}},"spec":{"containers":\
        [{"name":"a","image":"x","envFrom":[{"secretRef":{"name":"s","optional":true}}]}]}}}}
        """
    private static func secret(_ name: String, _ rest: String = "") -> String {
        #"{"apiVersion":"v1","kind":"Secret","metadata":{"name":"\#(name)","namespace":"sim"}\#(rest)}"#
    }

    private static let lines = [
        Line(words: "create -f -", input: deployment), Line(words: "create -f -", input: deployment),
        Line(words: "create --dry-run=server -f -", input: deployment),
        Line(words: "get deployment/b -n sim -o json"),
        Line(words: "get deployment/b -n sim -o json --ignore-not-found"), Line(words: "get secret x -n sim"),
        Line(words: "get nonsense -n sim -o json"), Line(words: "get deployments,pods -n sim -l app=none -o json"),
        Line(words: "get deployment/a deployment/b -n sim -o name"),
        patch(#"[{"op":"test","path":"/kind","value":"X"}]"#), patch(#"[{"op":"remove","path":"/spec/nothing"}]"#),
        patch(#"[{"op":"test","path":"/spec/nothing","value":null}]"#),
        patch(#"[{"op":"add","path":"/spec/template/spec/containers/1/name","value":"x"}]"#),
        patch(#"[{"op":"add","path":"/metadata/annotations","value":{"x":"1"}}]"#, "a"), patch("[]", "b"),
        Line(words: "annotate deployment/a -n sim x=2"), Line(words: "annotate deployment/a -n sim x=2 --overwrite"),
        Line(words: "annotate deployment/a -n sim x-"), Line(words: "annotate deployment/zz -n sim x=1"),
        Line(words: "label deployment/a -n sim y=1"), Line(words: "delete pod/none -n sim"),
        Line(words: "delete pod/none -n sim --ignore-not-found"),
        Line(words: "create -n sim -f -", input: secret("i", #","immutable":true,"data":{"a":"YQ=="}"#)),
        Line(
            words: "patch secret/i -n sim --type json --patch-file /dev/stdin",
            input: #"[{"op":"remove","path":"/data/a"}]"#),
        Line(
            words: "patch secret/i -n sim --type merge --patch-file /dev/stdin",
            input: #"{"metadata":{"resourceVersion":"1"}}"#),
        Line(words: "create -n other -f -", input: secret("i")),
        Line(words: "create -f -", input: secret("i").replacing("\"sim\"", with: "\"nowhere\"")),
        Line(
            words: "create -f -", input: #"{"apiVersion":"v9","kind":"Nix","metadata":{"name":"i","namespace":"sim"}}"#),
        Line(words: "replace --force -f -", input: secret("i", #","data":{"b":"YQ=="}"#)),
        Line(words: "get secret/i -n sim -o jsonpath={.data}"), Line(words: "apply -f -", input: secret("j")),
        Line(words: "apply -f -", input: secret("j")), Line(words: "delete secret/j -n sim -o name"),
        Line(words: "rollout status deployment/a -n sim --timeout=300s"),
        Line(words: "delete deployment/a -n sim --wait"),
        Line(
            words: "create --raw /api/v1/namespaces/sim/pods/none/eviction -f -",
            input: #"{"apiVersion":"policy/v1beta1","kind":"Eviction","metadata":{"name":"none","namespace":"sim"}}"#),
    ]

    private static func patch(_ operations: String, _ name: String = "a") -> Line {
        Line(words: "patch deployment/\(name) -n sim --type json --patch-file /dev/stdin", input: operations)
    }

    @Test func answersAreThoseOfTheRealProgram() async throws {
        let server = try await APIServer.start()
        defer { Task { await server.stop() } }
        try await server.kubectl(["create", "namespace", "sim"])
        let harness = WorldHarness([["apiVersion": "v1", "kind": "Namespace", "metadata": ["name": "sim"]]])
        for line in Self.lines {
            let words = line.words.split(separator: " ").map(String.init)
            let real = await Self.real(server, words, line.input)
            let answer = await harness.run("kubectl " + line.words, input: line.input)
            let simulated =
                answer.isSuccess
                ? String(decoding: answer.output, as: UTF8.self) : "failed: " + Self.last(answer.errors)
            #expect(simulated == real, "\(line.words)")
        }
    }

    /// What the real one prints, or the last line of its errors.
    private static func real(_ server: APIServer, _ words: [String], _ input: String) async -> String {
        do {
            return try await server.kubectl(words, input: input)
        } catch {
            return "failed: " + last("\(error)".replacing("kubectl \(words.joined(separator: " ")): ", with: ""))
        }
    }

    private static func last(_ errors: String) -> String {
        errors.split(separator: "\n").filter { !$0.hasPrefix("Warning") }.last.map(String.init) ?? ""
    }
}
