import CredentialChains
import MigrationModel

/// What rules ask of a resolution, picked out once for all containers that look alike.
struct ResolutionSketch {
    /// The family, by id.
    var family: String
    /// What is used; `nil` where nothing is.
    var source: CredentialSource?
    /// What kind of identity is used; `nil` where none is.
    var nature: CredentialSource.Nature?
    /// The first static source that would be used if nothing stood before it.
    var shadowedKey: CredentialSource?
    /// The federated sources that would be used if nothing stood before them.
    var shadowedIdentities: [CredentialSource] = []
    /// Whether a static source stops the SDK with an error.
    var failsAtKey: Bool

    init(_ resolution: CredentialResolution) {
        family = resolution.family.id
        if case .uses(let used, let kind) = resolution.outcome { (source, nature) = (used, kind) }
        let shadowed = resolution.attempts.filter { $0.verdict == .shadowed }
        shadowedKey = shadowed.first { $0.nature == .fixed }?.source
        shadowedIdentities = shadowed.filter { $0.nature == .federated }.map(\.source)
        failsAtKey = resolution.attempts.contains { $0.verdict == .fails && $0.nature == .fixed }
    }

    /// Whether a static key is used although there is a federated identity.
    var keyShadowsIdentity: Bool { nature == .fixed && !shadowedIdentities.isEmpty }
    /// Whether a federated identity is used although there is a static key.
    var identityShadowsKey: Bool { nature == .federated && shadowedKey != nil }
}
