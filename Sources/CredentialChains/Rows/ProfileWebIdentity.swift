import MigrationModel

/// A token file and a role that a profile names.
///
/// See [assume role with web identity](https://docs.aws.amazon.com/sdkref/latest/guide/access-assume-role-web.html).
struct ProfileWebIdentity: CredentialPlace {
    /// Whether the two variables of IRSA take the place of the profile's settings, even when they are empty.
    var mixesWithVariables = false

    var nature: CredentialSource.Nature { .federated }

    func finding(in view: ContainerView) -> Finding {
        guard let profile = view.chosenProfile else { return .unknown(Reason("the profile is not known")) }
        return finding(in: profile, view, mixing: mixesWithVariables && !view.profileIsInCode)
    }

    /// What one profile names, whichever is chosen.
    func finding(in profile: MergedProfile, _ view: ContainerView, mixing: Bool) -> Finding {
        let name = "web_identity_token_file"
        guard let token = profile.shape(of: name) else {
            return profile.obscured.map { .unknown($0) } ?? .absent(.notSet(name))
        }
        if token == .empty { return .ignored(.hollow(name, token)) }
        if mixing, view.setting.variables[WebIdentityVariables.tokenFile] != nil {
            return .ignored(Reason(WebIdentityVariables.tokenFile, "takes its place"))
        }
        if let finding = withoutRole(profile, view, mixing) { return finding }
        guard let path = profile.text(of: name) else { return .complete(.federated, .allThere) }
        switch view.setting.existence(of: path) {
        case .there: return .complete(.federated, .allThere)
        case .missing: return .fails(.missingFile(name))
        case .unknown: return .unknown(.obscureFile(name))
        }
    }

    func parts(in view: ContainerView) -> [String] { view.profilePaths }

    private func withoutRole(_ profile: MergedProfile, _ view: ContainerView, _ mixing: Bool) -> Finding? {
        if mixing, let role = view.setting.variables[WebIdentityVariables.role] {
            return role.shape == .empty ? .fails(.hollow(WebIdentityVariables.role, .empty)) : nil
        }
        if profile.has("role_arn", .nonEmpty) { return nil }
        return profile.obscured.map { .unknown($0) } ?? .fails(.notSet("role_arn"))
    }
}
