import MigrationModel

/// The metadata service of the node: its own identity, or, where the cloud serves Pods themselves, that of the workload.
///
/// See [IMDS credential provider](https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html).
struct InstanceMetadata: CredentialPlace {
    /// The cloud.
    var provider = Provider.aws
    /// The variable that switches it off, by the text `true` in any case.
    var switchedOffBy: String? = "AWS_EC2_METADATA_DISABLED"
    /// Whether it is asked on any node of which nothing is known.
    var isAssumed = true
    /// The endpoint that is asked instead, if that is named: the two are one provider in some families.
    var insteadOf: ContainerEndpoint?

    var nature: CredentialSource.Nature { .node }

    func finding(in view: ContainerView) -> Finding {
        if let name = switchedOffBy, let off = view.setting.variables[name], off.shape == .present {
            guard let text = off.text else { return .unknown(Reason(name, "is not known")) }
            if text.isTrue { return .ignored(Reason(name, "is true")) }
        }
        if let insteadOf {
            switch insteadOf.finding(in: view) {
            case .complete, .fails, .unknown:
                return .ignored(Reason("a container endpoint is named, and only that is asked"))
            case .absent, .ignored: break
            }
        }
        switch view.setting.metadata.identities[provider] {
        case .node?: return .complete(.node, Reason("the node lets Pods ask for its identity"))
        case .workload?: return .complete(.federated, Reason("the node answers with the workload's own identity"))
        case MetadataService.Identity.none?: return .absent(Reason("the cloud is another one"))
        case nil:
            return isAssumed
                ? .complete(.node, Reason("nothing keeps Pods from asking for the node's identity"))
                : .unknown(Reason("the cloud of the node is not known"))
        }
    }

    func parts(in view: ContainerView) -> [String] {
        [switchedOffBy].compactMap { $0 }.filter { view.setting.variables[$0] != nil }
    }
}

extension String {
    /// Whether it says `true`, in any case.
    fileprivate var isTrue: Bool { utf8.count == 4 && lowercased() == "true" }
}
