import MigrationModel

/// `env[].valueFrom`, `envFrom`, and `$(VAR)` in other variables.
enum VariableReception: ReceptionWay {
    static func received(in context: TemplateContext) -> [Received] {
        context.template.containers.flatMap { container -> [Received] in
            guard !container.environment.isEmpty || !container.environmentFrom.isEmpty else { return [] }
            // Each variable has its own name, by which what is received will be sorted.
            return EffectiveEnvironment(of: container, in: context).variables.flatMap { name, variable in
                variable.ingredients.flatMap { received($0, in: name, of: container, context) }
            }
        }
    }

    private static func received(
        _ ingredient: EffectiveEnvironment.Ingredient, in variable: String, of container: Container,
        _ context: TemplateContext
    ) -> [Received] {
        switch ingredient.origin {
        case .literal(let index):
            // The literal itself is found where it stands.
            guard let through = ingredient.through, !context.inline.isEmpty else { return [] }
            let path = container.pathOfValue(at: index)
            return context.inline.filter { $0.path == path }.map { one in
                Received(key: one.key, container: container, reception: .expansion(variable: variable, of: through))
            }
        case .entry(let carrier, let entry, let optional):
            let reception: Reception =
                if let through = ingredient.through {
                    .expansion(variable: variable, of: through)
                } else if ingredient.isFromAll {
                    .environmentFrom(variable: variable)
                } else {
                    .variable(variable)
                }
            return context.holdings.keys(in: carrier, entry: entry).map { key in
                Received(
                    key: key, container: container, reception: reception, carrier: carrier, entry: entry,
                    optional: optional)
            }
        }
    }
}
