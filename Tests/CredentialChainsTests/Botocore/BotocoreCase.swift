import MigrationModel

/// The files of a container and environments to try with them, for the library and as settings for the table.
///
/// In texts and paths `{root}` is the root of the container.
struct BotocoreCase: Encodable, Sendable {
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

    var files: [String: File]
    var environments: [[String: String]]

    private enum Keys: String, CodingKey {
        case files, environments
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(files.mapValues(\.text), forKey: .files)
        try container.encode(environments, forKey: .environments)
    }

    /// What the table is asked about, for each environment: no text of a key, all texts of locators.
    var settings: [CredentialSetting] {
        var setting = CredentialSetting()
        for (path, file) in files {
            setting.files[path.withoutRoot] = CredentialFile(contents: file.contents, origin: .unknown)
        }
        return environments.map { variables in
            setting.variables = Dictionary(uniqueKeysWithValues: variables.map { ($0, Self.setting($0, $1)) })
            return setting
        }
    }

    private static func setting(_ name: String, _ text: String) -> Setting {
        let isSecret = name.hasSuffix("_KEY") || name.hasSuffix("KEY_ID") || name.hasSuffix("_TOKEN")
        return Setting(shape: ValueShape(of: text), text: isSecret ? nil : text.withoutRoot, origin: .unknown)
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
