import MigrationModel

/// A profile that a person has logged in to: of IAM Identity Center, or of `aws login`.
///
/// What the login has left behind is not modelled: a container seldom has it, which is what the nature of such a source says.
/// See [IAM Identity Center](https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html).
struct ProfileLogin: CredentialPlace {
    /// The settings of which one makes the profile a login.
    var marks: [String]
    /// Settings that it must have as well, here or in the section that the first one names.
    var needs: [String]

    /// A profile of IAM Identity Center.
    static let sso = ProfileLogin(
        marks: ["sso_account_id", "sso_role_name"],
        needs: ["sso_account_id", "sso_role_name", "sso_start_url", "sso_region"])
    /// A profile of `aws login`.
    static let login = ProfileLogin(marks: ["login_session"], needs: [])

    var nature: CredentialSource.Nature { .indirect }

    func finding(in view: ContainerView) -> Finding {
        guard let profile = view.chosenProfile else { return .unknown(Reason("the profile is not known")) }
        return finding(in: profile, view)
    }

    /// What one profile holds, whichever is chosen.
    func finding(in profile: MergedProfile, _ view: ContainerView) -> Finding {
        guard marks.contains(where: { profile.shape(of: $0) != nil }) else {
            return profile.obscured.map { .unknown($0) } ?? .absent(.notSet(marks.first ?? ""))
        }
        let session = profile.shape(of: "sso_session") == nil ? nil : session(profile.text(of: "sso_session"), view)
        if case .missing? = session { return .fails(Reason("sso_session", "names a section that is not there")) }
        for name in needs where profile.shape(of: name) == nil {
            switch session {
            case .found(let section)? where section.settings[name] != nil: continue
            case .obscure?: continue
            default: return profile.obscured.map { .unknown($0) } ?? .fails(.notSet(name))
            }
        }
        return .complete(.indirect, .allThere)
    }

    func parts(in view: ContainerView) -> [String] { view.profilePaths }

    private enum Session {
        case found(ProfileContents), missing, obscure
    }

    private func session(_ name: String?, _ view: ContainerView) -> Session {
        guard let name, case .found(_, let sections) = view.configFile else {
            if case .absent = view.configFile { return .missing }
            return .obscure
        }
        return sections.last { $0.section == "sso-session " + name }.map { .found($0) } ?? .missing
    }
}
