internal import StructuredText

extension Places {
    private static let lastApplied = "kubectl.kubernetes.io/last-applied-configuration"

    /// Annotations, the resources of GitOps tools, and any custom resource.
    static let inResources: [Place] = [
        Place("annotation") { cluster, key in
            cluster.object("v1", "ServiceAccount", annotations: [("backup.example.com/credentials", key.id)], [])
        },
        Place("last-applied-configuration of a Secret") { cluster, key in
            let applied: StructuredValue = [
                "apiVersion": "v1", "kind": "Secret", "data": .texts([("credentials", Base64Text.encode(key.profile))]),
            ]
            let text = JSONWriter.text(for: applied, pretty: false) + "\n"
            return cluster.object("v1", "Secret", annotations: [(lastApplied, text)], [.init("type", "Opaque")])
        },
        Place("last-applied-configuration of a Deployment") { cluster, key in
            let pod: StructuredValue = ["containers": [["env": environment(key), "name": "main"]]]
            let spec = ImaginedCluster.workloadSpec(pod, app: "api")
            let applied: StructuredValue = ["kind": "Deployment", "spec": spec]
            let text = JSONWriter.text(for: applied, pretty: false) + "\n"
            return cluster.object("apps/v1", "Deployment", annotations: [(lastApplied, text)], [.init("spec", [:])])
        },
        Place("Argo CD Application, Helm values") { cluster, key in
            cluster.application(["values": .string(key.yaml)])
        },
        Place("Argo CD Application, Helm values as an object") { cluster, key in
            let values: StructuredValue = ["accessKey": .string(key.id), "secretKey": .string(key.secret)]
            return cluster.application(["valuesObject": ["s3": values]])
        },
        Place("Argo CD Application, Helm parameter") { cluster, key in
            cluster.application(["parameters": [["name": "s3.accessKey", "value": .string(key.id)]]])
        },
        Place("Flux HelmRelease, values") { cluster, key in
            let values: StructuredValue = ["storage": ["accesskey": .string(key.id), "secretkey": .string(key.secret)]]
            return cluster.object("helm.toolkit.fluxcd.io/v2", "HelmRelease", [.init("spec", ["values": values])])
        },
        Place("custom resource") { cluster, key in
            let solver: StructuredValue = ["dns01": ["route53": ["accessKeyID": .string(key.id)]]]
            let spec: StructuredValue = ["acme": ["solvers": [solver]]]
            return cluster.object("cert-manager.io/v1", "ClusterIssuer", [.init("spec", spec)])
        },
        Place("custom resource, text within a text") { cluster, key in
            let script = "connect({ accessKeyId: '\(key.id)', secretAccessKey: '\(key.secret)' })"
            let spec: StructuredValue = ["steps": [["source": .string(script)]]]
            return cluster.object("example.com/v1", "Workflow", [.init("spec", spec)])
        },
    ]
}

extension ImaginedCluster {
    /// An Argo CD Application with these settings of its chart.
    fileprivate mutating func application(_ helm: StructuredValue) -> StructuredValue {
        let source: StructuredValue = ["chart": "store", "helm": helm, "repoURL": "https://charts.example.com"]
        return object("argoproj.io/v1alpha1", "Application", [.init("spec", ["project": "default", "source": source])])
    }
}
