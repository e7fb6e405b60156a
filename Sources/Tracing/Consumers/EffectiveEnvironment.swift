import MigrationModel

/// The variables of a container as its process sees them: `envFrom` in order, `env` over it, `$(VAR)` expanded.
///
/// As the kubelet does it (`makeEnvironmentVariables` in `pkg/kubelet/kubelet_pods.go` of kubernetes/kubernetes): an entry
/// of `env` sees everything of `envFrom` and the entries before it; a reference to a variable that comes later stays as it is.
struct EffectiveEnvironment {
    /// What a variable is made of.
    struct Variable {
        /// Where its value comes from.
        var source: Source
        /// The pieces of carriers and literals in it, its own and those of variables that it names.
        var ingredients: [Ingredient]
    }

    enum Source {
        case literal(LiteralValue, path: ValuePath)
        case entry(CarrierKey, String, optional: Bool)
        /// The downward API and other things that hold no credential.
        case other
    }

    /// An entry or a literal that ends up in a variable.
    struct Ingredient {
        enum Origin: Hashable {
            case entry(CarrierKey, String, optional: Bool)
            case literal(ValuePath)
        }

        var origin: Origin
        /// The variable in which it was first; `nil` when it is this one.
        var through: String?
        /// Whether it came by `envFrom`.
        var isFromAll: Bool
    }

    private(set) var variables: [String: Variable] = [:]

    init(of container: Container, in context: TemplateContext) {
        for from in container.environmentFrom { add(from, in: context) }
        for (index, entry) in container.environment.enumerated() {
            let path = ValuePath(container.path.steps + [.field("env"), .index(index), .field("value")])
            variables[entry.name] = variable(entry, at: path, in: context)
        }
    }

    private mutating func add(_ from: EnvironmentFrom, in context: TemplateContext) {
        let carrier = context.carrier(from.kind, from.object)
        let known = context.directory.entries(of: carrier).keys
        for entry in Set(known).union(context.holdings.keys(in: carrier).keys) {
            let origin = Ingredient.Origin.entry(carrier, entry, optional: from.optional)
            variables[from.prefix + entry] = Variable(
                source: .entry(carrier, entry, optional: from.optional),
                ingredients: [Ingredient(origin: origin, through: nil, isFromAll: true)])
        }
    }

    private func variable(_ entry: EnvironmentEntry, at path: ValuePath, in context: TemplateContext) -> Variable {
        switch entry.source {
        case .secret(let reference): own(context.carrier(.secret, reference.object), reference)
        case .configMap(let reference): own(context.carrier(.configMap, reference.object), reference)
        case .other: Variable(source: .other, ingredients: [])
        case .literal(let value):
            Variable(
                source: .literal(value, path: path),
                ingredients: [Ingredient(origin: .literal(path), through: nil, isFromAll: false)]
                    + value.references.flatMap { expanded($0) })
        }
    }

    private func own(_ carrier: CarrierKey, _ reference: EntryReference) -> Variable {
        let origin = Ingredient.Origin.entry(carrier, reference.entry, optional: reference.optional)
        return Variable(
            source: .entry(carrier, reference.entry, optional: reference.optional),
            ingredients: [Ingredient(origin: origin, through: nil, isFromAll: false)])
    }

    /// What a reference to a variable brings along.
    func expanded(_ name: String) -> [Ingredient] {
        // Twice as many with each variable that names another twice: a hostile template could grow without end.
        (variables[name]?.ingredients ?? []).prefix(64).map { ingredient in
            var copy = ingredient
            copy.through = name
            return copy
        }
    }
}
