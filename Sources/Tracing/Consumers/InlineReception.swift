import MigrationModel

/// Keys that stand in the Pod template itself: literals of variables, arguments, probes, hooks, annotations.
enum InlineReception: ReceptionWay {
    static func received(in context: TemplateContext) -> [Received] {
        let template = context.template.path.steps
        // Labels and annotations of the Pod stand beside its spec.
        let outer = Array(template.dropLast())
        return context.holdings.inline(in: context.holder).compactMap { one in
            let container = context.template.containers.first { one.path.steps.starts(with: $0.path.steps) }
            let isMetadata = !outer.isEmpty && one.path.steps.starts(with: outer + [.field("metadata")])
            guard container != nil || isMetadata || one.path.steps.starts(with: template) else { return nil }
            return Received(key: one.key, container: container, reception: .inline(one.path))
        }
    }
}
