import CredentialChains
import MigrationModel

/// Which container is looked at, and which SDK it is taken to have.
struct PlainLook: Hashable {
    var container: String
    var provider: Provider
    var family: String

    var chain: CredentialChain? { CredentialChains.chains(of: provider).first { $0.family.id == family } }
}

/// Asks the tables of SDKs what a container of a Pod finds.
struct PlainFinding {
    let world: PlainWorld
    let pod: PlainState.Pod
    let template: WorldTemplate
    let look: PlainLook

    func finding() -> PlainWorld.Finding {
        guard let chain = look.chain else { return .nothing }
        let container = world.container(look.container, pod.version)
        let resolution = chain.resolve(setting(container))
        switch resolution.outcome {
        case .nothing: return .nothing
        case .fails: return .other("fails")
        case .uses(_, .node): return .other("node")
        case .uses(_, .indirect): return .other("indirect")
        case .uses(_, .fixed):
            return .keys(keys(container, Set(resolution.attempts.first { $0.verdict == .wins }?.parts ?? [])))
        case .uses(let source, .federated):
            return injected(by: mechanism(of: source)).map { .identity($0) } ?? .other("own")
        }
    }

    private func mechanism(of source: CredentialSource) -> Mechanism {
        switch source {
        case .container: .eksPodIdentity
        case .googleMetadata, .instanceMetadata: .gkeWorkloadIdentity
        case .azureWorkloadIdentity: .aksWorkloadIdentity
        default: .irsa
        }
    }

    private func injected(by mechanism: Mechanism) -> String? {
        // IDENTITY NAMESPACE/NAME MECHANISM
        pod.injected.first { $0.hasSuffix(" \(mechanism.rawValue)") }
            .map { $0.split(separator: " ").dropLast(2).joined(separator: " ") }
    }

    private func keys(_ container: WorldContainer, _ parts: Set<String>) -> Set<KeyName> {
        var byName: [String: [KeyName]] = [:]
        for variable in container.variables where !variable.isOwn && isThere(variable.source) {
            byName[variable.name] = variable.keys
        }
        let files = container.files.filter { parts.contains($0.path) && isThere($0.source) }.flatMap(\.keys)
        return Set(byName.filter { parts.contains($0.key) }.flatMap(\.value) + files)
    }

    private func isThere(_ source: WorldSource?) -> Bool { world.isThere(source, pod.gone) }

    private func setting(_ container: WorldContainer) -> CredentialSetting {
        var setting = CredentialSetting(unknownFolders: Set(container.unknownFolders))
        for variable in container.variables where !variable.isOwn && isThere(variable.source) {
            setting.variables[variable.name] = Setting(shape: variable.shape, text: variable.text, origin: .unknown)
        }
        for (name, shape) in container.properties {
            setting.properties[name] = Setting(shape: shape, origin: .unknown)
        }
        for file in container.files where isThere(file.source) {
            setting.files[file.path] = CredentialFile(contents: file.contents, origin: .unknown)
        }
        let identities = Mechanism.allCases.filter { injected(by: $0) != nil }
            .map { FederatedIdentity(mechanism: $0, principal: "", evidence: .annotation) }
        var own = Container(name: container.name, role: container.role)
        own.environment = container.variables.filter { !$0.isFromAll }
            .map { EnvironmentEntry(name: $0.name, source: .other) }
        let marks = PodTemplate(labels: template.labels, annotations: template.annotations)
        for webhook in Injections.all {
            if let found = webhook.injection(into: own, of: marks, identities: identities) { setting.add(found) }
        }
        if !template.nodeIdentities.isEmpty {
            for provider in Provider.allCases {
                setting.metadata.identities[provider] =
                    template.nodeIdentities.contains(provider) ? .node : MetadataService.Identity.none
            }
        }
        if template.reachesGoogleMetadata, injected(by: .gkeWorkloadIdentity) != nil {
            setting.metadata.identities[.google] = .workload(.gkeWorkloadIdentity)
        }
        return setting
    }
}
