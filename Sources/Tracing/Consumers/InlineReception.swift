import MigrationModel

/// Keys that stand in the Pod template itself: literals of variables, arguments, probes, hooks, annotations.
enum InlineReception: ReceptionWay {
    static func received(in context: TemplateContext) -> [Received] {
        let template = context.template.path.steps
        // Labels and annotations of the Pod stand beside its spec.
        let outer = Array(template.dropLast())
        return context.inline.compactMap { one in
            let container = context.template.containers.first { one.path.steps.starts(with: $0.path.steps) }
            let isMetadata = !outer.isEmpty && one.path.steps.starts(with: outer + [.field("metadata")])
            if let container, container.overrides(one.path) { return nil }
            guard container != nil || isMetadata || one.path.steps.starts(with: template) else { return nil }
            return Received(key: one.key, container: container, reception: .inline(one.path))
        }
    }
}

extension Container {
    /// Whether a path leads to an entry of `env` in whose place a later one of the same name counts.
    fileprivate func overrides(_ path: ValuePath) -> Bool {
        let steps = path.steps.dropFirst(self.path.steps.count)
        guard steps.first == .field("env"), case .index(let index)? = steps.dropFirst().first,
            environment.indices.contains(index)
        else { return false }
        return environment[(index + 1)...].contains { $0.name == environment[index].name }
    }
}
