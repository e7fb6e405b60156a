import MigrationModel

/// A Google credential file: the one that a variable names, or the one that `gcloud` leaves behind.
///
/// See [how Application Default Credentials works](https://cloud.google.com/docs/authentication/application-default-credentials).
struct GoogleFile: CredentialPlace {
    /// Where the file is.
    enum Location: Sendable {
        /// Where a variable says; whoever names a file that is not there, or not valid, gets an error.
        case named(variable: String)
        /// In the folder of `gcloud`: the one that a variable names, else the one below HOME.
        case wellKnown(folderVariable: String, folder: String, file: String)
    }

    /// Where the file is.
    var location: Location

    /// The types that ADC accepts, with the identity that each gives.
    static let natures: [String: CredentialSource.Nature] = [
        "service_account": .fixed, "authorized_user": .fixed, "external_account": .federated,
        // It holds a refresh token, which is as static as a key.
        "external_account_authorized_user": .fixed,
        "impersonated_service_account": .indirect, "gdch_service_account": .indirect,
    ]

    var nature: CredentialSource.Nature { .fixed }

    func finding(in view: ContainerView) -> Finding {
        let setting = view.setting
        switch location {
        case .named(let name):
            guard let variable = setting.variables[name] else { return .absent(.notSet(name)) }
            if variable.shape == .empty { return .ignored(.hollow(name, .empty)) }
            return finding(
                in: setting.existence(namedBy: variable, among: \.isGoogle), name, missing: .fails(.missingFile(name)))
        case .wellKnown(_, _, let file):
            return finding(in: wellKnown(setting), file, missing: .absent(Reason(file, "is not there")))
        }
    }

    func parts(in view: ContainerView) -> [String] {
        let setting = view.setting
        switch location {
        case .named(let name):
            guard let variable = setting.variables[name] else { return [] }
            return [name] + path(setting.existence(namedBy: variable, among: \.isGoogle))
        case .wellKnown(let name, _, _):
            return (setting.variables[name] == nil ? [] : [name]) + path(wellKnown(setting))
        }
    }

    private func finding(in existence: Existence, _ name: String, missing: Finding) -> Finding {
        switch existence {
        case .missing: return missing
        case .unknown: return .unknown(Reason(name, "leads to a file that the input does not show"))
        case .there(_, let file):
            guard case .google(let type) = file.contents, let nature = Self.natures[type] else {
                return .fails(Reason(name, "leads to a file that holds no Google credentials"))
            }
            return .complete(nature, .allThere)
        }
    }

    private func wellKnown(_ setting: CredentialSetting) -> Existence {
        guard case .wellKnown(let name, let folder, let file) = location else { return .missing }
        guard let variable = setting.variables[name], variable.shape != .empty else {
            return setting.existence(of: folder + "/" + file)
        }
        return variable.text.map { setting.existence(of: $0 + "/" + file) } ?? .unknown
    }

    private func path(_ existence: Existence) -> [String] {
        if case .there(let path, _) = existence { [path] } else { [] }
    }
}

extension FileContents {
    fileprivate var isGoogle: Bool { if case .google = self { true } else { false } }
}
