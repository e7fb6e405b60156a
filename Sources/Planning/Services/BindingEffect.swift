import CredentialChains
import MigrationModel

/// Tells whether binding an identity to the ServiceAccount of a service changes anything before the key leaves.
struct BindingEffect {
    private let member: ServiceSelection.Member
    private let identities: [ContainerIdentity]
    /// The mechanisms that the ServiceAccount has already.
    private let own: Set<Mechanism>
    private let comparison: OutcomeComparison

    init(_ member: ServiceSelection.Member, _ index: PlanningIndex, _ comparison: OutcomeComparison) {
        self.init(
            member, identities: index.identities[member.service.name] ?? [],
            own: index.mechanisms[member.service.name] ?? [], comparison)
    }

    /// - Parameters:
    ///   - member: the service.
    ///   - identities: what its containers find now.
    ///   - own: the mechanisms that its ServiceAccount has already.
    ///   - comparison: what is known already of containers that look alike.
    init(
        _ member: ServiceSelection.Member, identities: [ContainerIdentity], own: Set<Mechanism>,
        _ comparison: OutcomeComparison = OutcomeComparison()
    ) {
        self.comparison = comparison
        self.member = member
        self.identities = identities
        self.own = own
    }

    /// Whether one of the containers would find other credentials, or another region, as soon as its Pod is created anew.
    ///
    /// It is so where an SDK takes a web identity before a mounted file, or before everything; where the SDK is not known, one
    /// that does so is enough. A ServiceAccount that has an identity of the same cloud loses it: an association wins over an
    /// annotation, and an annotation is overwritten.
    func isSwitch(_ mechanism: Mechanism) -> Bool {
        if own.contains(where: { $0.provider == mechanism.provider }) { return true }
        let found = identities.filter { $0.provider == mechanism.provider }
        // Containers in which no SDK finds anything have what their node has, until the identity comes.
        return found.isEmpty || found.contains { changes($0, by: mechanism) }
    }

    private func changes(_ identity: ContainerIdentity, by mechanism: Mechanism) -> Bool {
        var bound = identity.setting
        if mechanism == .gkeWorkloadIdentity { bound.metadata.identities[.google] = .workload(mechanism) }
        for injection in injections(of: mechanism, into: identity.container) {
            if replaces(injection, identity.setting) { return true }
            bound.add(injection)
        }
        let stated = identity.families.basis == .stated ? identity.families.families : []
        let counting = member.setting.map(\.sdk) ?? []
        return comparison.differs(
            identity.setting, bound, for: mechanism.provider, families: counting.isEmpty ? stated : counting)
    }

    /// What a webhook would put into a container of a new Pod; on AKS nothing, unless the Pod asks for it already.
    private func injections(of mechanism: Mechanism, into name: String) -> [Injection] {
        let bound = FederatedIdentity(
            mechanism: mechanism, principal: "", evidence: mechanism == .eksPodIdentity ? .association : .annotation)
        return (member.workload?.templates ?? []).flatMap { template in
            template.containers.filter { $0.name == name }.flatMap { container in
                Injections.all.compactMap { $0.injection(into: container, of: template, identities: [bound]) }
            }
        }
        .filter { $0.mechanism == mechanism }
    }

    /// Whether it takes the place of a variable that comes by `envFrom`, such as a region that is not the cluster's.
    private func replaces(_ injection: Injection, _ setting: CredentialSetting) -> Bool {
        injection.variables.contains { name, _ in
            guard let present = setting.variables[name] else { return false }
            return !name.hasSuffix("_REGION") || member.cluster.region.isEmpty
                || present.text != member.cluster.region
        }
    }
}
