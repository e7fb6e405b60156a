import MigrationModel
import Testing

@testable import ClusterDump

struct PodTemplateReaderTests {
    @Test func readsEveryField() throws {
        let template = try Collected.template(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, labels: {own: label}}
            spec:
              template:
                metadata:
                  labels: {app: web, version: "2"}
                  annotations: {eks.amazonaws.com/skip-containers: proxy}
                spec:
                  serviceAccountName: web
                  serviceAccount: older
                  automountServiceAccountToken: false
                  hostNetwork: true
                  nodeSelector: {kubernetes.io/os: linux}
                  nodeName: node-1
                  imagePullSecrets: [{name: registry}, {}]
                  affinity: {nodeAffinity: {}}
                  containers: [{name: app}]
            """)
        let path = ValuePath([.field("spec"), .field("template"), .field("spec")])
        #expect(
            template
                == PodTemplate(
                    path: path, labels: ["app": "web", "version": "2"],
                    annotations: ["eks.amazonaws.com/skip-containers": "proxy"], serviceAccount: "web",
                    namesServiceAccount: true, mountsToken: false, usesHostNetwork: true,
                    nodeSelector: ["kubernetes.io/os": "linux"],
                    node: "node-1", pullSecrets: ["registry"],
                    containers: [
                        Container(name: "app", path: ValuePath(path.steps + [.field("containers"), .index(0)]))
                    ]))
    }

    @Test func takesTheOlderFieldAlone() throws {
        let pod = "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {serviceAccount: older}}"
        #expect(try Collected.template(pod).serviceAccount == "older")
    }

    @Test func takesDefaults() throws {
        let pod = "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {}}"
        #expect(try Collected.template(pod) == PodTemplate(path: ValuePath([.field("spec")])))
    }
}
