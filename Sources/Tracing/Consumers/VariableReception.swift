import MigrationModel

/// `env[].valueFrom`, `envFrom`, and `$(VAR)` in other variables.
enum VariableReception: ReceptionWay {
    static func received(in context: TemplateContext) -> [Received] {
        context.template.containers.flatMap { container in
            EffectiveEnvironment(of: container, in: context).variables
                .sorted { $0.key < $1.key }
                .flatMap { name, variable in
                    variable.ingredients.flatMap { received($0, in: name, of: container, context) }
                }
        }
    }

    private static func received(
        _ ingredient: EffectiveEnvironment.Ingredient, in variable: String, of container: Container,
        _ context: TemplateContext
    ) -> [Received] {
        switch ingredient.origin {
        case .literal(let path):
            // The literal itself is found where it stands.
            guard let through = ingredient.through else { return [] }
            return context.holdings.inline(in: context.holder).filter { $0.path == path }.map { one in
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
