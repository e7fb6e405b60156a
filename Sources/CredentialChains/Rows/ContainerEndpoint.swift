import MigrationModel

/// The endpoint that EKS Pod Identity and ECS serve, and that variables name.
///
/// See [container credential provider](https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html).
struct ContainerEndpoint: CredentialPlace {
    static let relative = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"
    static let full = "AWS_CONTAINER_CREDENTIALS_FULL_URI"
    private static let tokenFile = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"

    /// The variables, the one that takes precedence first.
    var variables = [relative, full]
    /// When a variable counts; an empty full one that counts is an error.
    var emptiness = Emptiness.nonEmpty
    /// The hosts that a full one may name.
    var hosts = HostList.usual
    /// Whether the family sends the token of a file, without which Pod Identity refuses.
    var readsTokenFile = true

    var nature: CredentialSource.Nature { .federated }

    func finding(in view: ContainerView) -> Finding {
        let settings = view.setting.variables
        guard let name = variables.first(where: { settings[$0].map { emptiness.counts($0.shape) } ?? false }) else {
            let there = variables.first { settings[$0] != nil }
            return there.map { .ignored(.hollow($0, .empty)) } ?? .absent(.notSet(variables.first ?? ""))
        }
        guard let setting = settings[name] else { return .absent(.notSet(name)) }
        // Empty, the relative one is the root of the endpoint; blank, both make an address that is none.
        if setting.shape == .blank { return .fails(.hollow(name, .blank)) }
        if name == Self.full {
            if setting.shape == .empty { return .fails(.hollow(name, .empty)) }
            if let text = setting.text, !hosts.allows(text) {
                return .fails(Reason(name, "names a host that is not allowed"))
            }
        }
        return withToken(settings[Self.tokenFile], view)
    }

    func parts(in view: ContainerView) -> [String] {
        (variables + (readsTokenFile ? [Self.tokenFile] : [])).filter { view.setting.variables[$0] != nil }
    }

    private func withToken(_ token: Setting?, _ view: ContainerView) -> Finding {
        guard readsTokenFile, let token, emptiness.counts(token.shape) else { return .complete(.federated, .allThere) }
        if token.shape == .empty { return .fails(.missingFile(Self.tokenFile)) }
        switch view.setting.existence(namedBy: token, among: \.isToken) {
        case .there: return .complete(.federated, .allThere)
        case .missing: return .fails(.missingFile(Self.tokenFile))
        case .unknown: return .unknown(.obscureFile(Self.tokenFile))
        }
    }
}
