import MigrationModel
import Testing

@testable import ClusterDump

struct WorkloadReaderTests {
    private func workload(_ apiVersion: String, _ kind: String, _ spec: String) -> Workload? {
        Collected.objects(
            "{apiVersion: \(apiVersion), kind: \(kind), metadata: {name: a, namespace: n}, spec: {\(spec)}}"
        )
        .workloads.first
    }

    @Test func readsEverythingOfADeployment() throws {
        let objects = Collected.objects(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              namespace: shop
              uid: u-1
              creationTimestamp: "2026-11-21T08:07:28Z"
              labels: {app: web}
              annotations: {meta.helm.sh/release-name: web}
              ownerReferences: [{apiVersion: v2, kind: K, name: n, uid: u, controller: true}]
              managedFields: [{time: "2026-11-21T09:00:00Z"}]
            spec:
              replicas: 3
              strategy: {type: Recreate}
              template: {metadata: {labels: {app: web}}, spec: {containers: [{name: app}]}}
            status: {replicas: 3, conditions: [{type: Available}]}
            """)
        let path: [ValuePath.Step] = [.field("spec"), .field("template"), .field("spec")]
        #expect(
            objects.workloads == [
                Workload(
                    input: "dump",
                    object: ObjectDescription(
                        reference: ObjectReference(
                            apiVersion: "apps/v1", kind: "Deployment", namespace: "shop", name: "web"),
                        uid: "u-1", created: "2026-11-21T08:07:28Z", labels: ["app": "web"],
                        annotations: ["meta.helm.sh/release-name": "web"],
                        owners: [OwnerReference(apiVersion: "v2", kind: "K", name: "n", uid: "u", controller: true)]),
                    templates: [
                        PodTemplate(
                            path: ValuePath(path), labels: ["app": "web"],
                            containers: [
                                Container(
                                    name: "app", path: ValuePath(path + [.field("containers"), .index(0)]))
                            ])
                    ], replicas: 3, updateStrategy: "Recreate")
            ])
        #expect(objects.kinds == ["dump": ["apps/v1/Deployment": 1]])
    }

    @Test(arguments: [
        ("v1", "ReplicationController", "spec.template.spec"), ("apps/v1", "Deployment", "spec.template.spec"),
        ("apps/v1", "ReplicaSet", "spec.template.spec"), ("apps/v1beta2", "StatefulSet", "spec.template.spec"),
        ("apps/v1", "DaemonSet", "spec.template.spec"), ("batch/v1", "Job", "spec.template.spec"),
        ("extensions/v1beta1", "Deployment", "spec.template.spec"),
        ("argoproj.io/v1alpha1", "Rollout", "spec.template.spec"),
        ("apps.openshift.io/v1", "DeploymentConfig", "spec.template.spec"),
        ("serving.knative.dev/v1", "Service", "spec.template.spec"),
        ("example.com/v1", "Unheard", "spec.template.spec"),
    ])
    func findsTheTemplate(_ apiVersion: String, _ kind: String, _ path: String) {
        let workload = workload(apiVersion, kind, "template: {spec: {containers: [{name: c}]}}")
        #expect(workload?.templates.map(\.path.description) == [path])
        #expect(workload?.templates.first?.containers.map(\.name) == ["c"])
    }

    @Test func findsTemplatesElsewhere() {
        let objects = Collected.objects(
            "{apiVersion: batch/v1, kind: CronJob, metadata: {name: a}, spec: {schedule: '@daily', suspend: true, "
                + "jobTemplate: {spec: {template: {spec: {containers: [{name: c}]}}}}}}",
            "{apiVersion: v1, kind: PodTemplate, metadata: {name: b}, template: {spec: {containers: [{name: c}]}}}",
            "{apiVersion: apps/v1, kind: ControllerRevision, metadata: {name: c}, "
                + "data: {spec: {template: {spec: {containers: [{name: c}]}}}}}",
            "{apiVersion: serving.knative.dev/v1, kind: Revision, metadata: {name: d}, spec: {containers: [{name: c}]}}"
        )
        #expect(
            Set(objects.workloads.flatMap(\.templates).map(\.path.description)) == [
                "spec.jobTemplate.spec.template.spec", "template.spec", "data.spec.template.spec", "spec",
            ])
        #expect(objects.workloads.filter(\.isIdle).map(\.schedule) == ["@daily"])
    }

    @Test func leavesOutWhatHasNoTemplate() {
        #expect(workload("apps/v1", "Deployment", "replicas: 1") == nil)
        #expect(workload("apps/v1", "Deployment", "template: text") == nil)
        #expect(workload("example.com/v1", "Unheard", "replicas: 1") == nil)
    }

    @Test func knowsTheTemplateOfAnother() {
        let rollout = workload(
            "argoproj.io/v1alpha1", "Rollout",
            "workloadRef: {apiVersion: apps/v1, kind: Deployment, name: web}, strategy: {canary: {}}")
        #expect(rollout?.templates == [])
        #expect(rollout?.updateStrategy == "Canary")
        #expect(
            rollout?.templateSource
                == ObjectReference(apiVersion: "apps/v1", kind: "Deployment", namespace: "n", name: "web"))
    }

    @Test(arguments: [
        ("strategy: {type: RollingUpdate}", "RollingUpdate", 0), ("strategy: {blueGreen: {}}", "BlueGreen", 0),
        ("updateStrategy: {type: OnDelete}", "OnDelete", 0), ("replicas: 1", "", 0),
        ("updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 2}}", "RollingUpdate", 2),
        ("updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: -2}}", "RollingUpdate", 0),
    ])
    func readsTheStrategy(_ strategy: String, _ name: String, _ partition: Int) {
        let workload = workload("apps/v1", "StatefulSet", "\(strategy), template: {spec: {}}")
        #expect(workload?.updateStrategy == name)
        #expect(workload?.partition == partition)
    }

    @Test(arguments: [
        ("replicas: 0", 0, true), ("replicas: 2", 2, false), ("suspend: true", nil, true), ("paused: true", nil, true),
        ("suspend: false", nil, false), ("replicas: many", nil, false), ("replicas: 99999999999999999999", nil, false),
    ])
    func knowsWhatIsIdle(_ field: String, _ replicas: Int?, _ isIdle: Bool) {
        let workload = workload("apps/v1", "Deployment", "\(field), template: {spec: {}}")
        #expect(workload?.isIdle == isIdle)
        #expect(workload?.replicas == replicas)
    }

    @Test func readsTheStatusOfPodsOnly() {
        let status = "status: {phase: Running, startTime: '2026-11-21T08:07:28Z', podIPs: [{ip: x}]}"
        let objects = Collected.objects(
            "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {}, \(status)}",
            "{apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {}}",
            "{apiVersion: batch/v1, kind: Job, metadata: {name: c}, spec: {template: {spec: {}}}, \(status)}")
        #expect(
            objects.workloads.map(\.pod) == [
                PodStatus(phase: "Running", started: "2026-11-21T08:07:28Z"), PodStatus(phase: ""), nil,
            ])
    }
}
