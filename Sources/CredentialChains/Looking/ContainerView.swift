import MigrationModel

/// One container as one family looks at it: its settings, and the profile and files that the family's rules choose.
struct ContainerView {
    /// Everything that may be looked at.
    let setting: CredentialSetting
    /// Whether the program itself names the profile, which for some families takes precedence over variables.
    let profileIsInCode: Bool
    /// The variable that names the profile, if one does and no code.
    let profileVariable: VariableNames.Value
    /// The name of the profile; `nil` when the input does not show it.
    let profile: String?
    /// The shared credentials file.
    let credentialsFile: LocatedFile
    /// The shared config file.
    let configFile: LocatedFile
    /// The profile that is chosen, as both files define it; `nil` when its name is not known.
    let chosenProfile: MergedProfile?

    /// Looks at a container by a family's rules.
    ///
    /// - Parameters:
    ///   - setting: everything that may be looked at.
    ///   - rules: how the family chooses the profile and the files.
    ///   - profileInCode: the profile that the program asks for (`--profile`, a session's argument), if it does.
    init(_ setting: CredentialSetting, rules: ProfileRules, profileInCode: String? = nil) {
        self.setting = setting
        profileIsInCode = profileInCode != nil
        profileVariable = rules.profile.value(in: setting.variables, rules.profileEmptiness)
        profile =
            if let profileInCode { profileInCode } else {
                switch profileVariable {
                case .set(_, let value): value.shape == .empty ? "default" : value.text
                case .notSet, .hollow: "default"
                }
            }
        let locator = setting.holds(rules.credentialsLocatorNeeds) ? rules.credentialsLocator : nil
        credentialsFile = setting.profileFile(locator, "~/.aws/credentials", rules)
        configFile =
            setting.holds(rules.configNeeds)
            ? setting.profileFile(rules.configLocator, "~/.aws/config", rules)
            : .absent(.notSet(rules.configNeeds ?? ""))
        chosenProfile =
            if let profile { MergedProfile(profile, credentialsFile, configFile) } else { nil }
    }

    /// Any profile, as both files define it.
    func mergedProfile(_ name: String) -> MergedProfile { MergedProfile(name, credentialsFile, configFile) }

    /// The paths of the files that hold something of the chosen profile.
    var profilePaths: [String] {
        var paths: [String] = []
        if chosenProfile?.credentials != nil, case .found(let path, _) = credentialsFile { paths.append(path) }
        if chosenProfile?.config != nil, case .found(let path, _) = configFile { paths.append(path) }
        return paths
    }
}

extension CredentialSetting {
    /// Whether a variable is set that a family asks for, if it asks for any.
    fileprivate func holds(_ name: String?) -> Bool {
        guard let name else { return true }
        return variables[name].map { $0.shape != .empty } ?? false
    }

    fileprivate func profileFile(_ locator: String?, _ usual: String, _ rules: ProfileRules) -> LocatedFile {
        guard let locator, let value = variables[locator], rules.locatorEmptiness.counts(value.shape) else {
            return located(existence(of: usual), usual)
        }
        if value.shape == .empty { return .absent(.hollow(locator, .empty)) }
        return located(existence(namedBy: value, among: \.holdsProfiles), locator)
    }

    private func located(_ existence: Existence, _ name: String) -> LocatedFile {
        switch existence {
        case .there(let path, let file):
            if case .profiles(let sections) = file.contents { return .found(path: path, sections: sections) }
            return .found(path: path, sections: [])
        case .missing: return .absent(Reason(name, "is not there"))
        case .unknown: return .unknown(Reason(name, "is not shown by the input"))
        }
    }
}

extension FileContents {
    fileprivate var holdsProfiles: Bool { if case .profiles = self { true } else { false } }
}
