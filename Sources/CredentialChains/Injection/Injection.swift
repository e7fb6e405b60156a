public import MigrationModel

/// What a webhook adds to a container when its Pod is created.
public struct Injection {
    /// Variables with their texts, where they are known.
    public var variables: [(name: String, text: String?)] = []
    /// The token's file and audience.
    public var token: (path: String, audience: String)?
    /// The mechanism.
    public var mechanism: Mechanism

    /// Creates an injection that adds nothing yet.
    public init(mechanism: Mechanism) { self.mechanism = mechanism }
}

/// How one mechanism comes into Pods; one file per mechanism, one list.
public protocol MechanismInjection: SendableMetatype {
    /// By what a Pod shows that it was injected.
    static var marks: InjectionMarks { get }
    /// What a container of a new Pod gets; `nil` when the webhook passes it over.
    static func injection(
        into container: Container, of template: PodTemplate, identities: [FederatedIdentity]
    ) -> Injection?
}

/// By what a Pod shows that a webhook changed it.
public struct InjectionMarks: Sendable {
    /// A variable that only the webhook sets.
    public var variable: String
    /// The audience of the token that it mounts.
    public var audience: String
}

/// All webhooks; a new one is a file beside the others and a line here.
public enum Injections {
    /// In the order in which they change a Pod.
    public static let all: [any MechanismInjection.Type] = [
        PodIdentityInjection.self,
        IRSAInjection.self,
        AKSInjection.self,
    ]
}

extension CredentialSetting {
    /// Adds what a webhook puts into the container; a variable of `env` comes before one of `envFrom` with the same name.
    public mutating func add(_ injection: Injection) {
        for (name, text) in injection.variables {
            variables[name] = Setting(shape: .present, text: text, origin: .injected(injection.mechanism))
        }
        guard let token = injection.token else { return }
        files[token.path] = CredentialFile(contents: .token, origin: .projectedToken(audience: token.audience))
    }
}

extension Container {
    /// Whether `env` names a variable, with whatever value: webhooks look no further, and never at `envFrom`.
    func names(_ variables: String...) -> Bool {
        environment.contains { variables.contains($0.name) }
    }
}
