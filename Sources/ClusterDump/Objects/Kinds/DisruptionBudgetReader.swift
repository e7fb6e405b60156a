import MigrationModel

/// PodDisruptionBudgets, <https://kubernetes.io/docs/tasks/run-application/configure-pdb/>.
struct DisruptionBudgetReader: ObjectReader {
    func read(_ object: DumpedObject, into objects: inout ClusterObjects) {
        let spec = object.root["spec"]
        let selector = spec?["selector"]
        objects.disruptionBudgets.append(
            DisruptionBudget(
                input: object.input, object: object.reference, selector: selector?["matchLabels"]?.settings ?? [:],
                hasExpressions: selector?["matchExpressions"]?.elements.contains { _ in true } == true,
                rule: Self.rule(of: spec)))
    }

    /// Only one of the two can be set.
    private static func rule(of spec: Branch?) -> String {
        if let number = spec?["minAvailable"]?.name { return "minAvailable: \(number)" }
        return spec?["maxUnavailable"]?.name.map { "maxUnavailable: \($0)" } ?? ""
    }
}
