import MigrationModel

/// A token file and a role that variables name: what the EKS webhook injects for IRSA.
///
/// See [assume role with web identity](https://docs.aws.amazon.com/sdkref/latest/guide/access-assume-role-web.html).
struct WebIdentityVariables: CredentialPlace {
    /// What a token file without a role does.
    enum MissingRole: Sendable {
        /// It is passed over.
        case isIgnored
        /// It is an error.
        case fails
        /// The profile may name the role; if that does not either, it is an error.
        case isLookedUpInProfile
    }

    static let tokenFile = "AWS_WEB_IDENTITY_TOKEN_FILE"
    static let role = "AWS_ROLE_ARN"

    /// When the variables count.
    var emptiness = Emptiness.nonEmpty
    /// What a token file without a role does.
    var missingRole = MissingRole.fails
    /// Whether a profile that the program itself asks for comes first.
    var yieldsToProfileInCode = false

    var nature: CredentialSource.Nature { .federated }

    func finding(in view: ContainerView) -> Finding {
        let variables = view.setting.variables
        let role = variables[Self.role]
        guard let token = variables[Self.tokenFile] else {
            return role == nil ? .absent(.notSet(Self.tokenFile)) : .ignored(.notSet(Self.tokenFile))
        }
        if yieldsToProfileInCode && view.profileIsInCode { return .ignored(Reason("the program asks for a profile")) }
        guard emptiness.counts(token.shape) else { return .ignored(.hollow(Self.tokenFile, token.shape)) }
        if let finding = withoutRole(role, view) { return finding }
        // Whoever takes empty variables for set finds neither a role nor a file behind them.
        if let role, role.shape == .empty { return .fails(.hollow(Self.role, .empty)) }
        if token.shape == .empty { return .fails(.missingFile(Self.tokenFile)) }
        switch view.setting.existence(namedBy: token, among: \.isToken) {
        case .there: return .complete(.federated, .allThere)
        case .missing: return .fails(.missingFile(Self.tokenFile))
        case .unknown: return .unknown(.obscureFile(Self.tokenFile))
        }
    }

    func parts(in view: ContainerView) -> [String] {
        let variables = view.setting.variables
        var parts = [Self.tokenFile, Self.role].filter { variables[$0] != nil }
        if let token = variables[Self.tokenFile],
            case .there(let path, _) = view.setting.existence(namedBy: token, among: \.isToken)
        {
            parts.append(path)
        }
        return parts
    }

    private func withoutRole(_ role: Setting?, _ view: ContainerView) -> Finding? {
        if let role, emptiness.counts(role.shape) { return nil }
        let reason = role.map { Reason.hollow(Self.role, $0.shape) } ?? .notSet(Self.role)
        switch missingRole {
        case .isIgnored: return .ignored(reason)
        case .fails: return .fails(reason)
        case .isLookedUpInProfile:
            guard role == nil else { return .fails(reason) }
            guard let profile = view.chosenProfile else { return .unknown(reason) }
            if profile.has("role_arn", .nonEmpty) { return nil }
            return profile.obscured.map { .unknown($0) } ?? .fails(reason)
        }
    }
}

extension FileContents {
    /// Whether it is a token that somebody projects.
    var isToken: Bool { if case .token = self { true } else { false } }
}
