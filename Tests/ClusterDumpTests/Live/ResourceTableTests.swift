import Testing

@testable import ClusterDump

struct ResourceTableTests {
    @Test func readsRowsWithAndWithoutShortNames() {
        let text = """
            NAME         SHORTNAMES   APIVERSION     NAMESPACED   KIND         VERBS         CATEGORIES
            secrets                   v1             true         Secret       create,list
            nodes        no           v1             false        Node         list
            deployments  deploy       apps/v1        true         Deployment   create,list   all
            rollouts     ro,roll      argoproj.io/v1alpha1  true  Rollout      list          all,argo
            """
        #expect(
            ResourceTable.types(in: text) == [
                ResourceType(name: "secrets", group: "", version: "v1", kind: "Secret", namespaced: true),
                ResourceType(name: "nodes", group: "", version: "v1", kind: "Node", namespaced: false),
                ResourceType(name: "deployments", group: "apps", version: "v1", kind: "Deployment", namespaced: true),
                ResourceType(
                    name: "rollouts", group: "argoproj.io", version: "v1alpha1", kind: "Rollout", namespaced: true),
            ])
    }

    @Test(arguments: [
        "", "true", "secrets true Secret", "secrets v1 true", "deployments deploy apps true Deployment",
        "../../x v1 true X", "x a/b/v1 true X", "x a?b/v1 true X", "\u{0}\u{1} v1 true X",
    ])
    func leavesOutWhatIsNoRow(line: String) {
        #expect(ResourceTable.types(in: line) == [])
    }
}

struct ResourceTypeTests {
    private let type = ResourceType(name: "jobs", group: "batch", version: "v1", kind: "Job", namespaced: true)
    private let core = ResourceType(name: "nodes", group: "", version: "v1", kind: "Node", namespaced: false)

    @Test func formsPaths() {
        #expect(type.listPath(namespace: nil, limit: 500, continueToken: nil) == "/apis/batch/v1/jobs?limit=500")
        #expect(
            type.listPath(namespace: "a&b", limit: 5, continueToken: "x+/=")
                == "/apis/batch/v1/namespaces/a%26b/jobs?limit=5&continue=x%2B%2F%3D")
        #expect(core.listPath(namespace: "ignored", limit: 1, continueToken: nil) == "/api/v1/nodes?limit=1")
    }

    @Test func namesItselfAsKubectlDoes() {
        #expect([type.displayName, core.displayName] == ["jobs.batch", "nodes"])
        #expect([type.apiVersion, core.apiVersion] == ["batch/v1", "v1"])
    }
}

struct ResourceSelectionTests {
    private func type(_ name: String, _ group: String, namespaced: Bool = true) -> ResourceType {
        ResourceType(name: name, group: group, version: "v1", kind: name, namespaced: namespaced)
    }

    @Test func leavesOutMeasurementsAndSecondNames() {
        let types = [
            type("events", ""), type("events", "events.k8s.io"), type("ingresses", "extensions"),
            type("ingresses", "networking.k8s.io"), type("pods", ""), type("pods", "metrics.k8s.io"),
            type("services", ""), type("services", "serving.knative.dev"), type("pods", ""),
        ]
        #expect(
            ResourceSelection.select(types, namespace: nil).map(\.displayName)
                == ["events", "ingresses.networking.k8s.io", "pods", "services", "services.serving.knative.dev"])
    }

    @Test func keepsAnOldNameThatIsTheOnlyOne() {
        #expect(ResourceSelection.select([type("ingresses", "extensions")], namespace: nil).count == 1)
    }

    @Test func leavesOutWhatIsInNoNamespace() {
        let types = [type("nodes", "", namespaced: false), type("pods", "")]
        #expect(ResourceSelection.select(types, namespace: "x").map(\.name) == ["pods"])
    }
}
