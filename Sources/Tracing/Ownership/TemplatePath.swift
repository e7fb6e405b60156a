import MigrationModel

/// The part of a path that a Pod and the template that it was made from have in common.
enum TemplatePath {
    /// The steps behind the Pod template: `spec.template.spec.containers[0]` and `spec.containers[0]` are the same.
    ///
    /// Templates stand in `spec.template`, in `spec.jobTemplate.spec.template` of CronJobs, and in `data.spec.template` of
    /// ControllerRevisions.
    static func relative(_ path: ValuePath) -> ValuePath {
        var start = 0
        for (index, step) in path.steps.enumerated() {
            guard case .field(let name) = step, wrappers.contains(name) else { break }
            if name == "template" { start = index + 1 }
        }
        return ValuePath(Array(path.steps[start...]))
    }

    private static let wrappers: Set<String> = ["data", "spec", "jobTemplate", "template"]
}
