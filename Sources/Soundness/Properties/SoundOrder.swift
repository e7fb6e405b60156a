import MigrationModel

/// Ids are unique, steps wait only for steps that there are, and none waits for itself.
enum SoundOrder: PlanProperty {
    static func violations(of graph: PlanGraph) -> [Violation] {
        let steps = graph.plan.steps
        var seen: Set<String> = []
        var found: [Violation] = []
        for step in steps where !seen.insert(step.id).inserted {
            found.append(Violation(property: .reachable, message: "There are two steps \(step.id)."))
        }
        for step in steps {
            for before in step.after where !seen.contains(before) {
                found.append(
                    Violation(property: .reachable, message: "\(step.id) waits for \(before), which there is not."))
            }
        }
        return found + circles(in: graph)
    }

    private static func circles(in graph: PlanGraph) -> [Violation] {
        var waiting = graph.after.map { Set($0).count }
        var followers = Array(repeating: [Int](), count: waiting.count)
        for (step, before) in graph.after.enumerated() { for one in Set(before) { followers[one].append(step) } }
        var open = waiting.indices.filter { waiting[$0] == 0 }
        while let next = open.popLast() {
            for follower in followers[next] {
                waiting[follower] -= 1
                if waiting[follower] == 0 { open.append(follower) }
            }
        }
        guard let step = waiting.firstIndex(where: { $0 > 0 }) else { return [] }
        return [
            Violation(
                property: .reachable,
                message: "\(graph.plan.steps[step].id) waits for steps that wait for it, so none of them can start.")
        ]
    }
}
