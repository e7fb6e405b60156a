import MigrationModel

/// Where the kinds that everybody uses have their Pod template.
enum TemplatePaths {
    /// The fields from an object to what has `metadata` and `spec` of a Pod; `nil` for kinds that have to be searched.
    static func path(ofKind kind: String, inGroup group: String) -> [StaticString]? {
        switch (group, kind) {
        case ("", "Pod"): []
        case ("", "PodTemplate"): ["template"]
        case ("apps", "ControllerRevision"): ["data", "spec", "template"]
        case ("batch", "CronJob"): ["spec", "jobTemplate", "spec", "template"]
        case ("", "ReplicationController"), ("apps", "Deployment"), ("apps", "ReplicaSet"), ("apps", "StatefulSet"),
            ("apps", "DaemonSet"), ("extensions", "Deployment"), ("extensions", "ReplicaSet"),
            ("extensions", "DaemonSet"),
            ("batch", "Job"), ("argoproj.io", "Rollout"), ("apps.openshift.io", "DeploymentConfig"),
            ("serving.knative.dev", "Service"), ("serving.knative.dev", "Configuration"):
            ["spec", "template"]
        default: nil
        }
    }

    /// The template behind a path; `nil` where there is none, as in a Rollout that uses that of a Deployment.
    static func template(in object: Branch, at places: TemplatePlaces) -> PodTemplate? {
        var holder = object
        for field in places.holder {
            guard let next = holder[field] else { return nil }
            holder = next
        }
        guard let spec = holder["spec"], spec.isMapping else { return nil }
        return PodTemplateReader.template(spec, metadata: holder["metadata"], at: places.spec, places)
    }
}
