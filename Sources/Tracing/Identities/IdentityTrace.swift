import CredentialChains
import MigrationModel

/// Finds out which credentials the containers of a service use, for each cloud.
struct IdentityTrace: Sendable {
    let consumers: ConsumerTrace
    let identities: IdentityDirectory
    let metadata: MetadataDirectory
    let injectors: Injectors
    /// What a configuration says of services.
    var stated: [StatedFamilies] = []

    /// The workloads of the input.
    var workloads: [Workload] { consumers.objects.workloads }

    /// The containers of a service that have anything to do with a cloud.
    ///
    /// - Parameters:
    ///   - members: the service.
    ///   - resolutions: what is known already of containers that look alike.
    /// - Returns: an analysis of each container for each cloud that it has to do with.
    func analyses(of members: ServiceMembers, using resolutions: ResolutionCache) -> [ContainerAnalysis] {
        guard let newest = members.newest else { return [] }
        var analyses: [ContainerAnalysis] = []
        for template in workloads[newest].templates.indices {
            let all = identities(ofTemplate: template, in: newest).filter { isBrought($0, to: newest) }
            let concerned = workloads[newest].templates[template].containers.indices.filter {
                !all.isEmpty || mayConcernClouds($0, of: workloads[newest].templates[template])
            }
            guard !concerned.isEmpty else { continue }
            let builder = builder(for: template, in: newest)
            for index in concerned {
                let container = builder.context.template.containers[index]
                // A Pod without an owner shows what it got; what it would get anew, its ServiceAccount says as well.
                let setting = builder.setting(of: container, injecting: all)
                let clouds = setting.clouds.union(all.map(\.mechanism.provider))
                guard !clouds.isEmpty else { continue }
                let running = runningSetting(of: container, members)
                for provider in Provider.allCases where clouds.contains(provider) {
                    let known = FamilyGuess.known(for: provider)
                    let choice =
                        stated.choice(for: members.service.name.object, among: known)
                        ?? FamilyGuess.choice(for: container, of: builder.context.template, among: known)
                    let counting = choice.basis == .stated ? choice.families : []
                    analyses.append(
                        ContainerAnalysis(
                            service: members.service.name, container: container, provider: provider, families: choice,
                            identities: all.filter { $0.mechanism.provider == provider }, setting: setting,
                            found: resolutions.resolve(setting, for: provider, families: counting),
                            foundRunning: running.map {
                                resolutions.resolve($0, for: provider, families: counting)
                            }))
                }
            }
        }
        return analyses
    }

    /// Whether a container has anything that an SDK looks at; most containers of a large cluster have not.
    private func mayConcernClouds(_ index: Int, of template: PodTemplate) -> Bool {
        let container = template.containers[index]
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
    private func isBrought(_ identity: FederatedIdentity, to index: Int) -> Bool {
        identity.evidence == .injectedPods
            || injectors.missing(for: identity.mechanism, cluster: cluster(of: index)) == nil
    }

    /// The identities of the ServiceAccount of one template of a workload.
    func identities(ofTemplate template: Int, in index: Int) -> [FederatedIdentity] {
        identities.identities(
            of: workloads[index].templates[template].serviceAccount,
            in: workloads[index].object.reference.namespace, cluster: cluster(of: index))
    }

    /// What most running Pods have; `nil` when the input has none.
    private func runningSetting(of container: Container, _ members: ServiceMembers) -> CredentialSetting? {
        var counts: [(setting: CredentialSetting, count: Int)] = []
        // A hundred Pods of one service tell what ten thousand would.
        for pod in members.pods.prefix(100) {
            for template in workloads[pod].templates.indices {
                let containers = workloads[pod].templates[template].containers
                guard let same = containers.firstIndex(where: { $0.name == container.name }) else { continue }
                let setting = builder(for: template, in: pod).setting(of: containers[same], injecting: nil)
                if let known = counts.firstIndex(where: { $0.setting == setting }) {
                    counts[known].count += 1
                } else {
                    counts.append((setting, 1))
                }
            }
        }
        // Of equally many, those that got less: they are the ones that a restart changes.
        return counts.max { one, other in
            (one.count, other.setting.variables.count) < (other.count, one.setting.variables.count)
        }?.setting
    }

    private func builder(for template: Int, in index: Int) -> SettingBuilder {
        let own = workloads[index].templates[template]
        return SettingBuilder(
            context: consumers.context(of: own, in: index),
            metadata: metadata.service(
                for: own, identities: identities(ofTemplate: template, in: index), cluster: cluster(of: index)))
    }

    private func cluster(of index: Int) -> Int { consumers.clusters.cluster(of: workloads[index].input) }
}
