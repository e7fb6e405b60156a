import MigrationModel

/// One container and one cloud, with everything that rules about identities look at.
///
/// Resolutions are large, so it lives only as long as the rules run; ``ContainerIdentity`` is what remains.
struct ContainerAnalysis {
    var service: Service
    var container: Container
    var template: PodTemplate
    var provider: Provider
    var families: FamilyChoice
    /// What its ServiceAccount has for this cloud.
    var identities: [FederatedIdentity]
    /// For a Pod that is created now.
    var setting: CredentialSetting
    /// What the families that count find in ``setting``.
    var found: ResolutionCache.Resolved
    /// What they find in a running Pod; `nil` where the input has none.
    var foundRunning: ResolutionCache.Resolved?

    /// For each family that counts, in the order of the tables.
    var next: [CredentialResolution] { found.resolutions }
    /// The same for a running Pod; empty where the input has none.
    var running: [CredentialResolution] { foundRunning?.resolutions ?? [] }

    /// What remains of it.
    var identity: ContainerIdentity {
        ContainerIdentity(
            service: service.name, container: container.name, role: container.role, provider: provider,
            families: families, running: foundRunning?.verdicts ?? [], next: found.verdicts, setting: setting)
    }
}

extension CredentialResolution {
    /// What would be used if nothing stood before it.
    var shadowed: [CredentialAttempt] { attempts.filter { $0.verdict == .shadowed } }

    /// What kind of identity is used; `nil` where none is.
    var nature: CredentialSource.Nature? {
        if case .uses(_, let nature) = outcome { nature } else { nil }
    }

    /// What is used; `nil` where nothing is.
    var source: CredentialSource? {
        if case .uses(let source, _) = outcome { source } else { nil }
    }

    /// Whether something is passed over that gives this kind of identity.
    func shadows(_ nature: CredentialSource.Nature) -> Bool { shadowed.contains { $0.nature == nature } }
}
