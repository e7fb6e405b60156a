import MigrationModel

/// A profile that is named must exist; otherwise the family stops, whatever else is there.
///
/// Nothing ever wins here: the row stands where the family checks the name.
struct RequiredProfile: CredentialPlace {
    /// The variables whose profile is checked; `nil` for those that choose the profile.
    var variables: VariableNames?

    var nature: CredentialSource.Nature { .indirect }

    func finding(in view: ContainerView) -> Finding {
        let value = variables?.value(in: view.setting.variables, .nonEmpty) ?? view.profileVariable
        let subject: String
        if view.profileIsInCode {
            subject = "the program"
        } else {
            guard case .set(let name, let setting) = value else { return .absent(value.reason) }
            // A program that tests for presence asks for a profile without a name, which no file can hold.
            if setting.shape == .empty { return .fails(.hollow(name, .empty)) }
            subject = name
        }
        guard let profile = view.chosenProfile else { return nameless(subject, view) }
        if profile.exists { return .ignored(Reason(subject, "names a profile that is there")) }
        return profile.obscured.map { .unknown($0) } ?? .fails(Reason(subject, "names a profile that is not there"))
    }

    func parts(in view: ContainerView) -> [String] { [view.profileVariable.name].compactMap { $0 } + view.profilePaths }

    private func nameless(_ name: String, _ view: ContainerView) -> Finding {
        if case .absent = view.credentialsFile, case .absent = view.configFile {
            return .fails(Reason(name, "names a profile, and no file holds any"))
        }
        return .unknown(Reason(name, "is not known"))
    }
}
