import MigrationModel

/// One container and one cloud, with everything that rules about identities look at.
///
/// Resolutions are large, so it lives only as long as the rules run; ``ContainerIdentity`` is what remains.
struct ContainerAnalysis {
    var service: WorkloadName
    var container: Container
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

    /// What remains of it.
    var identity: ContainerIdentity {
        ContainerIdentity(
            service: service, container: container.name, role: container.role, provider: provider,
            families: families, running: foundRunning?.verdicts ?? [], next: found.verdicts, setting: setting)
    }
}

extension CredentialResolution {
    /// What would be used if nothing stood before it.
    var shadowed: [CredentialAttempt] { attempts.filter { $0.verdict == .shadowed } }
}
