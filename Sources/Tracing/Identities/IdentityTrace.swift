import CredentialChains
import MigrationModel

/// Finds out which credentials the containers of a service use, for each cloud.
struct IdentityTrace {
    var consumers: ConsumerTrace
    var identities: IdentityDirectory
    var metadata: MetadataDirectory
    var injectors: Injectors
    let resolutions = ResolutionCache()

    /// The containers of a service that have anything to do with a cloud.
    func analyses(of members: ServiceMembers) -> [ContainerAnalysis] {
        guard let newest = members.newest else { return [] }
        let holder = WorkloadName(input: newest.input, object: newest.object.reference)
        return newest.templates.flatMap { template in
            let builder = builder(for: template, in: holder)
            let all = identities(of: template, in: holder).filter(isBrought(in: holder))
            return template.containers.filter { !all.isEmpty || mayConcernClouds($0, of: template) }.flatMap {
                container in
                // A Pod without an owner shows what it got; what it would get anew, its ServiceAccount says as well.
                let setting = builder.setting(of: container, injecting: all)
                return Provider.allCases.compactMap { provider in
                    analysis(members, template, container, provider, all, setting)
                }
            }
        }
    }

    /// Whether a container has anything that an SDK looks at; most containers of a large cluster have not.
    private func mayConcernClouds(_ container: Container, of template: PodTemplate) -> Bool {
        if !container.properties.isEmpty { return true }
        let isNamed = container.environment.contains { entry in
            if case .literal(let literal) = entry.source, !literal.properties.isEmpty { return true }
            return CredentialVariables.bringsCredential(entry.name)
        }
        let names = consumers.directory.carrierNames
        return isNamed || container.mentions(names)
            || template.volumes.contains { volume in
                volume.mentions(names) && container.mounts.contains { $0.volume == volume.name }
            }
    }

    /// Whether an identity reaches Pods: without webhook or agent nothing comes of an annotation.
    private func isBrought(in holder: WorkloadName) -> (FederatedIdentity) -> Bool {
        let cluster = consumers.clusters.cluster(of: holder.input)
        return { identity in
            identity.evidence == .injectedPods || injectors.missing(for: identity.mechanism, cluster: cluster) == nil
        }
    }

    /// The identities of the ServiceAccount of a template.
    func identities(of template: PodTemplate, in holder: WorkloadName) -> [FederatedIdentity] {
        identities.identities(
            of: template.serviceAccount, in: holder.object.namespace,
            cluster: consumers.clusters.cluster(of: holder.input))
    }

    private func analysis(
        _ members: ServiceMembers, _ template: PodTemplate, _ container: Container, _ provider: Provider,
        _ all: [FederatedIdentity], _ setting: CredentialSetting
    ) -> ContainerAnalysis? {
        let own = all.filter { $0.mechanism.provider == provider }
        guard !own.isEmpty || setting.concerns(provider) else { return nil }
        let families = Self.families[provider] ?? []
        let choice = FamilyGuess.choice(for: container, of: template, among: families)
        let counting = choice.basis == .stated ? choice.families : []
        let running = runningSetting(of: container, members)
        return ContainerAnalysis(
            service: members.service, container: container, template: template, provider: provider, families: choice,
            identities: own, setting: setting,
            found: resolutions.resolve(setting, for: provider, families: counting),
            foundRunning: running.map { resolutions.resolve($0, for: provider, families: counting) })
    }

    private static let families = Dictionary(
        uniqueKeysWithValues: Provider.allCases.map { ($0, CredentialChains.chains(of: $0).map(\.family)) })

    /// What most running Pods have; `nil` when the input has none.
    private func runningSetting(of container: Container, _ members: ServiceMembers) -> CredentialSetting? {
        var counts: [CredentialSetting: Int] = [:]
        // A hundred Pods of one service tell what ten thousand would.
        for pod in members.pods.prefix(100) {
            let holder = WorkloadName(input: pod.input, object: pod.object.reference)
            for template in pod.templates {
                guard let same = template.containers.first(where: { $0.name == container.name }) else { continue }
                counts[builder(for: template, in: holder).setting(of: same, injecting: nil), default: 0] += 1
            }
        }
        // Of equally many, those that got less: they are the ones that a restart changes.
        return counts.max { ($0.value, $1.key.variables.count) < ($1.value, $0.key.variables.count) }?.key
    }

    private func builder(for template: PodTemplate, in holder: WorkloadName) -> SettingBuilder {
        let cluster = consumers.clusters.cluster(of: holder.input)
        return SettingBuilder(
            context: consumers.context(of: template, in: holder),
            metadata: metadata.service(
                for: template, identities: identities(of: template, in: holder), cluster: cluster))
    }
}
