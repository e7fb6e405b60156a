import MigrationModel

/// One profile as the credentials file and the config file define it together; the credentials file has the last word.
struct MergedProfile {
    /// Its section of the credentials file.
    var credentials: ProfileContents?
    /// Its section of the config file.
    var config: ProfileContents?
    /// Why more may be defined than is shown, if so.
    var obscured: Reason?

    /// A profile as two files define it.
    init(_ name: String, _ credentialsFile: LocatedFile, _ configFile: LocatedFile) {
        switch credentialsFile {
        case .found(_, let sections): credentials = sections.last { $0.section == name }
        case .unknown(let reason): obscured = reason
        case .absent: break
        }
        switch configFile {
        case .found(_, let sections): config = sections.last { $0.defines(name) }
        case .unknown(let reason): obscured = obscured ?? reason
        case .absent: break
        }
    }

    /// Whether any file defines it.
    var exists: Bool { credentials != nil || config != nil }

    /// How much a setting holds; `nil` when no file shows it.
    func shape(of name: String) -> ValueShape? { credentials?.settings[name] ?? config?.settings[name] }

    /// The text of a setting, if it is known.
    func text(of name: String) -> String? {
        if let credentials, credentials.settings[name] != nil { return credentials.texts[name] }
        return config?.texts[name]
    }

    /// Whether it has a setting that counts.
    func has(_ name: String, _ emptiness: Emptiness) -> Bool { shape(of: name).map(emptiness.counts) ?? false }
}

extension ProfileContents {
    /// Whether this section of a config file defines a profile: `[profile NAME]`, and for the default one also `[default]`.
    func defines(_ profile: String) -> Bool {
        if section == profile { return profile == "default" }
        let prefix = "profile"
        guard section.utf8.starts(with: prefix.utf8) else { return false }
        let rest = section.dropFirst(prefix.count)
        guard rest.first?.isWhitespace == true else { return false }
        let name = rest.drop(while: \.isWhitespace)
        let inQuotes = name.withoutQuotes
        // A name in two words is none, unless quotes hold it together.
        if inQuotes == name && name.contains(where: \.isWhitespace) { return false }
        return inQuotes == profile
    }
}

extension Substring {
    fileprivate var withoutQuotes: Substring {
        guard let first, first == "\"" || first == "'", count > 1, last == first else { return self }
        return dropFirst().dropLast()
    }
}
