import MigrationModel

extension SettingOrigin {
    /// Where a variable, property or file comes from; `nil` where the input does not show it.
    var words: String? { words(besides: "") }

    /// The same beside a name that the entry need not repeat.
    func words(besides name: String) -> String? {
        switch self {
        case .template(let path): "the template, at \(path)"
        case .entry(let object, name): object.words
        case .entry(let object, let entry): "\(object.words), entry \(entry)"
        case .injected(let mechanism): "the webhook for \(mechanism.words)"
        case .projectedToken(let audience):
            "a projected token" + (audience.isEmpty ? "" : " for \(audience)")
        case .unknown: nil
        }
    }
}

extension CredentialSetting {
    /// Where a part of a credential comes from, by the name of a variable or property, or the path of a file.
    func origin(of part: String) -> SettingOrigin? {
        variables[part]?.origin ?? properties[part]?.origin ?? files[part]?.origin
    }
}
