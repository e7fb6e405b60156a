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
        /// Whether it came by `envFrom`.
        var isFromAll = false
        /// The pieces of carriers and literals that it has by naming other variables.
        var inherited: [Ingredient] = []

        /// The pieces of carriers and literals in it, its own and those of variables that it names.
        var ingredients: [Ingredient] {
            switch source {
            case .other: inherited
            case .literal(_, let index): [Ingredient(origin: .literal(index))] + inherited
            case .entry(let carrier, let entry, let optional):
                [Ingredient(origin: .entry(carrier, entry, optional: optional), isFromAll: isFromAll)]
            }
        }
    }

    enum Source {
        /// The entry of `env` at this position.
        case literal(LiteralValue, at: Int)
        case entry(CarrierKey, String, optional: Bool)
        /// The downward API and other things that hold no credential.
        case other
    }

    /// An entry or a literal that ends up in a variable.
    struct Ingredient {
        enum Origin: Hashable {
            case entry(CarrierKey, String, optional: Bool)
            /// The entry of `env` at this position.
            case literal(Int)
        }

        var origin: Origin
        /// The variable in which it was first; `nil` when it is this one.
        var through: String?
        /// Whether it came by `envFrom`.
        var isFromAll = false
    }

    private(set) var variables: [String: Variable] = [:]

    init(of container: Container, in context: TemplateContext) {
        variables.reserveCapacity(container.environment.count)
        for from in container.environmentFrom { add(from, in: context) }
        for (index, entry) in container.environment.enumerated() {
            variables[entry.name] = variable(entry, at: index, in: context)
        }
    }

    private mutating func add(_ from: EnvironmentFrom, in context: TemplateContext) {
        let carrier = context.carrier(from.kind, from.object)
        for entry in context.directory.entries(of: carrier).keys { add(entry, of: carrier, from) }
        for entry in context.holdings.keys(in: carrier).keys { add(entry, of: carrier, from) }
    }

    private mutating func add(_ entry: String, of carrier: CarrierKey, _ from: EnvironmentFrom) {
        variables[from.prefix + entry] = Variable(
            source: .entry(carrier, entry, optional: from.optional), isFromAll: true)
    }

    private func variable(_ entry: EnvironmentEntry, at index: Int, in context: TemplateContext) -> Variable {
        switch entry.source {
        case .secret(let reference): own(context.carrier(.secret, reference.object), reference)
        case .configMap(let reference): own(context.carrier(.configMap, reference.object), reference)
        case .other: Variable(source: .other)
        case .literal(let value):
            Variable(source: .literal(value, at: index), inherited: value.references.flatMap { expanded($0) })
        }
    }

    private func own(_ carrier: CarrierKey, _ reference: EntryReference) -> Variable {
        Variable(source: .entry(carrier, reference.entry, optional: reference.optional))
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

extension Container {
    /// Where the value of an entry of `env` stands in the object.
    func pathOfValue(at index: Int) -> ValuePath {
        ValuePath(path.steps + [.field("env"), .index(index), .field("value")])
    }
}
