import CredentialChains
import MigrationModel

/// What an SDK ends up with in one kind of Pod.
enum Credential: Hashable {
    /// These static keys, as numbers; none when the input does not show which.
    case keys([Int])
    /// An identity of the model.
    case identity(Int)
    /// A federated identity that stands in the template itself.
    case given
    /// Whatever the node may do.
    case node
    /// A role, program or login that something else backs.
    case indirect
    /// An error.
    case fails
    /// Nothing.
    case nothing
}

/// Works out which credentials the containers of the kinds of Pods find, by the same tables that tracing uses.
final class Credentials {
    private let model: Model
    private let kinds: PodKinds
    private var known: [Question: Credential] = [:]

    private struct Question: Hashable {
        var workload: Int
        var kind: Int
        var container: Int
        var family: String
    }

    init(_ model: Model, _ kinds: PodKinds) {
        self.model = model
        self.kinds = kinds
    }

    /// What one SDK family finds in a container of a kind of Pod.
    func credential(of kind: Int, _ workload: Int, container: Int, family: CredentialChain) -> Credential {
        let question = Question(workload: workload, kind: kind, container: container, family: family.family.id)
        if let answer = known[question] { return answer }
        let answer = resolve(kinds[kind], workload, container, family)
        known[question] = answer
        return answer
    }

    private func resolve(_ kind: PodKind, _ workload: Int, _ container: Int, _ family: CredentialChain) -> Credential {
        let template = model.workloads[workload].versions[kind.version]
        let own = template.containers[container]
        let setting = setting(of: own, in: template, kind)
        let resolution = family.resolve(setting)
        switch resolution.outcome {
        case .fails: return .fails
        case .nothing: return .nothing
        case .uses(_, .node): return .node
        case .uses(_, .indirect): return .indirect
        case .uses(_, .fixed):
            let parts = Set(resolution.attempts.first { $0.verdict == .wins }?.parts ?? [])
            return .keys(keys(of: own, in: parts, kind))
        case .uses(let source, .federated): return federated(source, kind)
        }
    }

    /// The keys in the variables and files that a source is made of.
    private func keys(of container: ModelContainer, in parts: Set<String>, _ kind: PodKind) -> [Int] {
        let variables = container.variables.filter { parts.contains($0.name) && isThere($0.source, kind) }
        // Of several layers with one name the last counts.
        let effective = Dictionary(variables.map { ($0.name, $0.keys) }, uniquingKeysWith: { $1 })
        let files = container.files.filter { parts.contains($0.path) && isThere($0.source, kind) }
        return Set(effective.values.flatMap { $0 } + files.flatMap(\.keys)).sorted()
    }

    private func federated(_ source: CredentialSource, _ kind: PodKind) -> Credential {
        let mechanism: Mechanism =
            switch source {
            case .container: .eksPodIdentity
            case .googleMetadata, .instanceMetadata: .gkeWorkloadIdentity
            case .azureWorkloadIdentity: .aksWorkloadIdentity
            default: .irsa
            }
        let injected = kind.injected.first { model.identities[$0].mechanism == mechanism }
        return injected.map { .identity($0) } ?? .given
    }

    /// What the container of a kind of Pod can see.
    func setting(of container: ModelContainer, in template: ModelTemplate, _ kind: PodKind) -> CredentialSetting {
        var setting = CredentialSetting(unknownFolders: Set(container.unknownFolders))
        for variable in container.variables where isThere(variable.source, kind) {
            setting.variables[variable.name] = Setting(shape: variable.shape, text: variable.text, origin: .unknown)
        }
        for (name, shape) in container.properties {
            setting.properties[name] = Setting(shape: shape, origin: .unknown)
        }
        for file in container.files where isThere(file.source, kind) {
            setting.files[file.path] = CredentialFile(contents: file.contents, origin: .unknown)
        }
        let identities = kind.injected.map {
            FederatedIdentity(mechanism: model.identities[$0].mechanism, principal: "", evidence: .annotation)
        }
        for webhook in Injections.all {
            if let injection = webhook.injection(
                into: container.container, of: template.template, identities: identities)
            {
                setting.add(injection)
            }
        }
        setting.metadata = metadata(template, identities)
        return setting
    }

    private func metadata(_ template: ModelTemplate, _ identities: [FederatedIdentity]) -> MetadataService {
        var service = MetadataService()
        if !template.nodeIdentities.isEmpty {
            for provider in Provider.allCases {
                service.identities[provider] =
                    template.nodeIdentities.contains(provider) ? .node : MetadataService.Identity.none
            }
        }
        if template.reachesGoogleMetadata, identities.contains(where: { $0.mechanism == .gkeWorkloadIdentity }) {
            service.identities[.google] = .workload(.gkeWorkloadIdentity)
        }
        return service
    }

    func isThere(_ source: ModelSource?, _ kind: PodKind) -> Bool {
        guard let source else { return true }
        return source.parts.allSatisfy { kind.absent & 1 << UInt64($0) == 0 }
    }
}
