import MigrationModel

/// `$(VAR)` in `command` and `args`, which anybody sees who may list processes.
enum ArgumentReception: ReceptionWay {
    static func received(in context: TemplateContext) -> [Received] {
        context.template.containers.flatMap { container -> [Received] in
            guard !container.argumentReferences.isEmpty else { return [] }
            let environment = EffectiveEnvironment(of: container, in: context)
            return container.argumentReferences.flatMap { name in
                environment.expanded(name).flatMap { received($0, by: name, container, context) }
            }
        }
    }

    private static func received(
        _ ingredient: EffectiveEnvironment.Ingredient, by name: String, _ container: Container,
        _ context: TemplateContext
    ) -> [Received] {
        switch ingredient.origin {
        case .literal(let index):
            context.inline.filter { $0.path == container.pathOfValue(at: index) }.map { one in
                Received(key: one.key, container: container, reception: .argument(of: name))
            }
        case .entry(let carrier, let entry, let optional):
            context.holdings.keys(in: carrier, entry: entry).map { key in
                Received(
                    key: key, container: container, reception: .argument(of: name), carrier: carrier, entry: entry,
                    optional: optional)
            }
        }
    }
}
