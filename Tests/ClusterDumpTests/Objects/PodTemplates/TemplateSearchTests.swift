import MigrationModel
import Testing

@testable import ClusterDump

struct TemplateSearchTests {
    /// Path, ServiceAccount, containers and volumes of every template.
    private func templates(_ spec: String, kind: String = "Thing") -> [String] {
        let objects = Collected.objects(
            """
            apiVersion: example.com/v1
            kind: \(kind)
            metadata: {name: a, namespace: n, labels: {l: v}}
            spec:
            \(spec.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
            """)
        return objects.workloads.flatMap(\.templates).map { template in
            let containers = template.containers.map { "\($0.name):\($0.role.rawValue)@\($0.path)" }
            return "\(template.path) \(template.serviceAccount) \(containers) \(template.volumes.map(\.name))"
        }
    }

    @Test func findsAPodSpecAnywhere() {
        let spec = """
            deep:
            - podTemplate:
                metadata: {labels: {app: x}}
                spec:
                  serviceAccountName: sa
                  containers: [{name: c, image: i}]
                  initContainers: [{name: first}]
                  volumes: [{name: v, secret: {secretName: s}}]
            """
        #expect(
            templates(spec) == [
                "spec.deep[0].podTemplate.spec sa "
                    + #"["first:init@spec.deep[0].podTemplate.spec.initContainers[0]", "#
                    + #""c:main@spec.deep[0].podTemplate.spec.containers[0]"] ["v"]"#
            ])
    }

    @Test func givesAPodTheLabelsBesideItsSpec() {
        let objects = Collected.objects(
            """
            apiVersion: example.com/v1
            kind: Thing
            metadata: {name: a, labels: {l: v}}
            spec:
              worker: {metadata: {labels: {app: x}}, spec: {containers: [{name: c}]}}
              driver: {labels: {app: y}, env: [{name: A, value: b}], memory: 1g}
            """)
        #expect(objects.workloads.flatMap(\.templates).map(\.labels) == [["app": "x"], ["app": "y"]])
        #expect(objects.workloads.map(\.object.labels) == [["l": "v"]])
    }

    @Test func readsArgoWorkflows() {
        let spec = """
            serviceAccountName: runner
            volumes: [{name: v, secret: {secretName: s}}]
            templates:
            - {name: a, container: {image: i, env: [{name: X, value: y}]}, sidecars: [{name: s}]}
            - {name: b, serviceAccountName: own, script: {image: i, source: x}}
            - {name: c, containerSet: {containers: [{name: one}]}}
            - {name: d, steps: [[{name: x, template: a}]]}
            """
        #expect(
            templates(spec, kind: "Workflow") == [
                #"spec.templates[0] runner ["a:main@spec.templates[0].container", "#
                    + #""s:main@spec.templates[0].sidecars[0]"] ["v"]"#,
                #"spec.templates[1] own ["b:main@spec.templates[1].script"] ["v"]"#,
                #"spec.templates[2].containerSet runner "#
                    + #"["one:main@spec.templates[2].containerSet.containers[0]"] ["v"]"#,
            ])
    }

    @Test func readsTektonSteps() {
        let spec = """
            serviceAccountName: build
            taskSpec:
              steps: [{name: push, image: kaniko, env: [{name: A, value: b}]}]
              volumes: [{name: v, secret: {secretName: s}}]
            """
        #expect(
            templates(spec, kind: "TaskRun") == [
                #"spec.taskSpec build ["push:main@spec.taskSpec.steps[0]"] ["v"]"#
            ])
    }

    @Test func readsContainersInAllButName() {
        let spec = """
            driver: {serviceAccount: spark, env: [{name: A, value: b}]}
            executor: {envFrom: [{secretRef: {name: s}}]}
            template: {connectContainer: {env: [{name: A, value: b}]}}
            config: {env: [{name: A, valueFrom: {secretKeyRef: {name: s, key: k}}}]}
            """
        #expect(
            templates(spec, kind: "SparkApplication") == [
                #"spec.driver spark ["driver:main@spec.driver"] []"#,
                #"spec.executor default ["executor:main@spec.executor"] []"#,
                #"spec.template.connectContainer default ["connectContainer:main@spec.template.connectContainer"] []"#,
                #"spec.config default ["config:main@spec.config"] []"#,
            ])
    }

    @Test(arguments: [
        "plugin: {env: [{name: A, value: b}]}", "helm: {values: {containers: [{name: a, image: b}]}}",
        "helm: {valuesObject: {containers: [{name: a, image: b}]}}", "containers: {}", "containers: [a, b]",
        "containers: [{size: 1}]", "steps: [{name: x}]", "container: {name: x}", "env: {A: b}", "envFrom: x",
        "parameters: [{name: a, value: b}]",
    ])
    func findsNothingIn(_ spec: String) {
        #expect(templates(spec) == [])
    }
}
