import MigrationModel

/// What is done with an object, by its kind.
enum ObjectTreatment {
    /// It matters to nobody.
    case ignored
    /// Its name is kept, so that a missing one is known; its contents are read elsewhere, if at all.
    case carrier(CarrierKind)
    /// Its items are the objects.
    case list
    /// It is read.
    case read(any ObjectReader)
}

/// Who reads which kind of object.
enum ObjectReaders {
    /// What to do with the objects of a kind.
    static func treatment(ofKind kind: String, apiVersion: String) -> ObjectTreatment {
        let group = group(of: apiVersion)
        if let path = TemplatePaths.path(ofKind: kind, inGroup: group) {
            return .read(WorkloadReader(places: TemplatePlaces(holder: path)))
        }
        if group == "", let carrier = CarrierKind(rawValue: kind) { return .carrier(carrier) }
        if let reader = modelled["\(group)/\(kind)"] { return .read(reader) }
        if kind.hasSuffix("List") { return .list }
        if builtIn.contains(group) || uninteresting.contains(group) { return .ignored }
        return .read(CustomResourceReader())
    }

    /// The part of an `apiVersion` before its slash; empty for the core group.
    private static func group(of apiVersion: String) -> String {
        guard let slash = apiVersion.firstIndex(of: "/") else { return "" }
        return String(apiVersion[..<slash])
    }

    private static let modelled: [String: any ObjectReader] = [
        "/ServiceAccount": ServiceAccountReader(),
        "/Node": NodeReader(),
        "/PersistentVolume": MentionReader(),
        "storage.k8s.io/StorageClass": MentionReader(),
        "policy/PodDisruptionBudget": DisruptionBudgetReader(),
        "rbac.authorization.k8s.io/RoleBinding": RoleBindingReader(),
        "rbac.authorization.k8s.io/ClusterRoleBinding": RoleBindingReader(),
        "admissionregistration.k8s.io/MutatingWebhookConfiguration": WebhookReader(),
    ]

    /// Groups of Kubernetes itself, whose other kinds neither make Pods nor name Secrets that could hold cloud keys.
    ///
    /// An Ingress names Secrets, too, but the API server allows only certificates in them to be used.
    private static let builtIn: Set<String> = [
        "", "admissionregistration.k8s.io", "apiextensions.k8s.io", "apiregistration.k8s.io", "apps",
        "authentication.k8s.io", "authorization.k8s.io", "autoscaling", "batch", "certificates.k8s.io",
        "coordination.k8s.io", "discovery.k8s.io", "events.k8s.io", "extensions", "flowcontrol.apiserver.k8s.io",
        "internal.apiserver.k8s.io", "metrics.k8s.io", "networking.k8s.io", "node.k8s.io", "policy",
        "rbac.authorization.k8s.io", "resource.k8s.io", "scheduling.k8s.io", "storage.k8s.io",
        "storagemigration.k8s.io",
    ]

    /// Groups of which clusters hold many objects, large ones even, that only report.
    private static let uninteresting: Set<String> = [
        "aquasecurity.github.io", "cilium.io", "crd.projectcalico.org", "custom.metrics.k8s.io",
        "external.metrics.k8s.io", "spdx.softwarecomposition.kubescape.io", "wgpolicyk8s.io",
    ]
}
