import MigrationModel

/// What a webhook adds to a container when its Pod is created.
struct Injection {
    /// Variables with their texts, where they are known.
    var variables: [(name: String, text: String?)] = []
    /// The token's file and audience.
    var token: (path: String, audience: String)?
    /// The mechanism.
    var mechanism: Mechanism
}

/// How one mechanism comes into Pods; one file per mechanism, one list.
protocol MechanismInjection: SendableMetatype {
    /// By what a Pod shows that it was injected.
    static var marks: InjectionMarks { get }
    /// What a container of a new Pod gets; `nil` when the webhook passes it over.
    static func injection(
        into container: Container, of template: PodTemplate, identities: [FederatedIdentity]
    ) -> Injection?
}

/// By what a Pod shows that a webhook changed it.
struct InjectionMarks {
    /// A variable that only the webhook sets.
    var variable: String
    /// The audience of the token that it mounts.
    var audience: String
}

/// All webhooks; a new one is a file beside the others and a line here.
enum Injections {
    static let all: [any MechanismInjection.Type] = [
        PodIdentityInjection.self,
        IRSAInjection.self,
        AKSInjection.self,
    ]
}

extension Container {
    /// Whether `env` names a variable, with whatever value: webhooks look no further, and never at `envFrom`.
    func names(_ variables: String...) -> Bool {
        environment.contains { variables.contains($0.name) }
    }
}
