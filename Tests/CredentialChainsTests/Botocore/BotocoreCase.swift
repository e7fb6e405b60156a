import MigrationModel

/// One container, as files and variables for the library and as a setting for the table.
///
/// In texts and paths `{root}` is the root of the container.
struct BotocoreCase: Encodable {
    /// A file of profiles, or any other text.
    enum File {
        case text(String)
        case profiles([Section])
    }

    /// A section with its settings, in order.
    struct Section {
        var name: String
        var settings: [(key: String, value: String)]

        init(_ name: String, _ settings: KeyValuePairs<String, String>) {
            self.name = name
            self.settings = settings.map { ($0.key, $0.value) }
        }
    }

    var variables: [String: String]
    var files: [String: File]

    private enum Keys: String, CodingKey {
        case variables, files
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(variables, forKey: .variables)
        try container.encode(files.mapValues(\.text), forKey: .files)
    }

    /// What the table is asked about: no text of a key, all texts of locators.
    var setting: CredentialSetting {
        var setting = CredentialSetting()
        for (name, text) in variables {
            let isSecret = name.hasSuffix("_KEY") || name.hasSuffix("KEY_ID") || name.hasSuffix("_TOKEN")
            setting.variables[name] = Setting(
                shape: ValueShape(of: text), text: isSecret ? nil : text.withoutRoot, origin: .unknown)
        }
        for (path, file) in files {
            setting.files[path.withoutRoot] = CredentialFile(contents: file.contents, origin: .unknown)
        }
        return setting
    }
}

extension BotocoreCase.File {
    fileprivate var text: String {
        switch self {
        case .text(let text): text
        case .profiles(let sections):
            sections.map { section in
                "[\(section.name)]\n" + section.settings.map { "\($0.key) = \($0.value)\n" }.joined()
            }.joined()
        }
    }

    fileprivate var contents: FileContents {
        guard case .profiles(let sections) = self else { return .token }
        return .profiles(
            sections.map { section in
                var contents = ProfileContents(section: section.name, settings: [:])
                for (key, value) in section.settings {
                    contents.settings[key] = ValueShape(of: value)
                    if !key.hasPrefix("aws_") { contents.texts[key] = value.withoutRoot }
                }
                return contents
            })
    }
}

extension String {
    fileprivate var withoutRoot: String { hasPrefix("{root}") ? String(dropFirst("{root}".count)) : self }
}
