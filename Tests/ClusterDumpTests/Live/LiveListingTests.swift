import Foundation
import KubernetesHarness
import Testing

@testable import ClusterDump

@Suite(.enabled(if: APIServer.isAvailable, "needs a Kubernetes API server: set KEYSHIFT_BUILD_KUBERNETES=1"))
struct LiveListingTests {
    private static let definition = """
        {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
         "metadata": {"name": "gadgets.live.example.com"},
         "spec": {"group": "live.example.com", "scope": "Namespaced",
          "names": {"plural": "gadgets", "singular": "gadget", "kind": "Gadget", "listKind": "GadgetList"},
          "versions": [{"name": "v1", "served": true, "storage": true, "schema": {"openAPIV3Schema":
           {"type": "object", "x-kubernetes-preserve-unknown-fields": true}}}]}}
        """

    private func namespace(_ name: String, _ server: APIServer) async throws {
        try await server.kubectl(["create", "namespace", name])
    }

    private func cluster(
        _ server: APIServer, context: String? = nil, namespace: String? = nil, pageLimit: Int = 500
    ) -> LiveCluster {
        var cluster = LiveCluster(context: context, namespace: namespace, kubeconfig: server.kubeconfig)
        cluster.pageLimit = pageLimit
        return cluster
    }

    /// A kubeconfig to spoil, or to keep when the server's is gone.
    private func copiedKubeconfig(of server: APIServer) throws -> String {
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("kubeconfig-\(UUID().uuidString)").path
        try FileManager.default.copyItem(atPath: server.kubeconfig, toPath: copy)
        return copy
    }

    @Test func listsEveryTypeOnceCustomResourcesIncluded() async throws {
        let server = try await APIServer.shared()
        try await namespace("every-type", server)
        try await server.kubectl(["create", "-f", "-"], input: Self.definition)
        let gadget = """
            {"apiVersion": "live.example.com/v1", "kind": "Gadget",
             "metadata": {"name": "first", "namespace": "every-type"}, "spec": {"note": "x"}}
            """
        try await server.kubectl(
            ["wait", "--for=condition=Established", "crd/gadgets.live.example.com", "--timeout=30s"])
        try await server.kubectl(["create", "--validate=false", "-f", "-"], input: gadget)
        let cluster = cluster(server)
        let transcript = await blocking { Transcript(cluster) }

        #expect(transcript.problems == [])
        #expect(transcript.listing == "admin")
        let name = "admin/gadgets.live.example.com"
        #expect(
            transcript.pages(of: "gadgets.live.example.com")
                == [.init(name: name, kind: "GadgetList", items: ["first"], result: .complete)])
        for type in ["secrets", "configmaps", "pods", "namespaces", "deployments.apps", "cronjobs.batch"] {
            #expect(transcript.types.count { $0 == type } == 1, "\(type)")
        }
        // Served by two groups each, read from one.
        #expect(transcript.types.filter { $0.hasPrefix("events") } == ["events"])
        #expect(transcript.types.filter { $0.hasPrefix("ingresses") } == ["ingresses.networking.k8s.io"])
        #expect(Set(transcript.pages.map(\.result)) == [.complete])
        #expect(transcript.pages(of: "namespaces")[0].kind == "NamespaceList")
    }

    @Test func readsOneNamespaceAndNothingOutside() async throws {
        let server = try await APIServer.shared()
        try await namespace("one-namespace", server)
        try await server.kubectl(["create", "secret", "generic", "mine", "-n", "one-namespace"])
        let cluster = cluster(server, context: "admin", namespace: "one-namespace")
        let transcript = await blocking { Transcript(cluster) }
        #expect(transcript.problems == [])
        #expect(!transcript.types.contains("namespaces"))
        let secrets = transcript.pages(of: "secrets")
        #expect(secrets.map(\.name) == ["admin/one-namespace/secrets"])
        #expect(secrets[0].items.filter { !$0.hasPrefix("default-token") } == ["mine"])
    }

    @Test func saysThatNamespaceDoesNotExist() async throws {
        let server = try await APIServer.shared()
        let cluster = cluster(server, namespace: "never-made")
        let transcript = await blocking { Transcript(cluster) }
        #expect(transcript.problems == ["live-unavailable: admin has no namespace never-made"])
        #expect(transcript.pages == [])
    }

    @Test func followsContinueTokens() async throws {
        let server = try await APIServer.shared()
        try await namespace("chunks", server)
        let names = (0..<10).map { "chunk-\($0)" }
        let items = names.map {
            #"{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "\#($0)", "namespace": "chunks"}}"#
        }
        try await server.kubectl(
            ["create", "-f", "-"],
            input: #"{"apiVersion": "v1", "kind": "List", "items": [\#(items.joined(separator: ","))]}"#)
        let cluster = cluster(server, namespace: "chunks", pageLimit: 3)
        let transcript = await blocking { Transcript(cluster) }
        let pages = transcript.pages(of: "configmaps")
        #expect(pages.allSatisfy { $0.items.count <= 3 })
        #expect(pages.count >= 4)
        #expect(pages.flatMap(\.items).filter { $0.hasPrefix("chunk-") } == names)
    }

    @Test func reportsForbiddenTypesAndReadsTheRest() async throws {
        let server = try await APIServer.shared()
        try await server.kubectl(["create", "clusterrole", "read-configmaps", "--verb=list", "--resource=configmaps"])
        try await server.kubectl(
            ["create", "clusterrolebinding", "read-configmaps", "--clusterrole=read-configmaps", "--user=restricted"])
        let cluster = cluster(server, context: "restricted")
        let transcript = await blocking { Transcript(cluster) }
        #expect(transcript.pages(of: "configmaps").map(\.result) == [.complete])
        #expect(transcript.pages(of: "secrets").map(\.result) == [.forbidden])
        #expect(
            transcript.problems.contains(
                "live-forbidden: secrets were not scanned completely: secrets is forbidden: User \"restricted\" "
                    + "cannot list resource \"secrets\" in API group \"\" at the cluster scope"))
        #expect(transcript.problems.allSatisfy { $0.hasPrefix("live-forbidden: ") })
        #expect(transcript.problems.count == transcript.types.count - 1)
    }

    @Test func saysThatContextDoesNotExist() async throws {
        let server = try await APIServer.shared()
        let cluster = cluster(server, context: "nowhere")
        let transcript = await blocking { Transcript(cluster) }
        #expect(transcript.problems.count == 1)
        #expect(transcript.problems[0].hasPrefix("live-unavailable: nowhere was not scanned: error: context "))
    }

    @Test func saysThatNobodyIsLoggedIn() async throws {
        let server = try await APIServer.shared()
        let copy = try copiedKubeconfig(of: server)
        defer { try? FileManager.default.removeItem(atPath: copy) }
        try await server.kubectl(["config", "--kubeconfig", copy, "set-credentials", "admin", "--token=stale"])
        let cluster = LiveCluster(context: "admin", kubeconfig: copy)
        let transcript = await blocking { Transcript(cluster) }
        #expect(transcript.problems.count == 1)
        // What stands in the parentheses depends on the version of kubectl.
        let message = "live-unavailable: admin was not scanned: You must be logged in to the server ("
        #expect(transcript.problems[0].hasPrefix(message))
    }

    @Test func keepsWhatWasReadWhenTheServerGoesAway() async throws {
        let server = try await APIServer.start()
        // An aggregated API whose server does not exist: discovery is incomplete, and the rest is read all the same.
        let service = """
            {"apiVersion": "apiregistration.k8s.io/v1", "kind": "APIService", "metadata": {"name": "v1.down.example.com"},
             "spec": {"group": "down.example.com", "version": "v1", "groupPriorityMinimum": 1, "versionPriority": 1,
              "insecureSkipTLSVerify": true, "service": {"name": "absent", "namespace": "default"}}}
            """
        try await server.kubectl(["create", "--validate=false", "-f", "-"], input: service)
        // The server takes its kubeconfig away with it; a user's stays.
        let copy = try copiedKubeconfig(of: server)
        defer { try? FileManager.default.removeItem(atPath: copy) }
        let cluster = LiveCluster(kubeconfig: copy)
        let whole = await blocking { Transcript(cluster) }
        #expect(whole.problems.count == 1)
        let unknown = "live-unavailable: objects of down.example.com/v1 were not scanned: "
        #expect(whole.problems.first?.hasPrefix(unknown) == true)
        #expect(whole.pages(of: "secrets").map(\.result) == [.complete])

        let stopped = await blocking {
            Transcript(cluster) { pages in
                guard pages == 3 else { return }
                let gone = DispatchSemaphore(value: 0)
                Task {
                    await server.stop()
                    gone.signal()
                }
                gone.wait()
            }
        }
        #expect(stopped.pages.map(\.result) == [.complete, .complete, .complete, .unavailable])
        #expect(stopped.problems.count == 3)
        let lost = "live-unavailable: \(stopped.types[3]) were not scanned completely: The connection to the server "
        #expect(stopped.problems[1].hasPrefix(lost))
        #expect(
            stopped.problems[2]
                == "live-unavailable: admin stopped answering; not scanned: "
                + stopped.types[4...].joined(separator: ", "))
    }
}
