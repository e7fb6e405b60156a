import CredentialChains
import MigrationModel

/// Gathers what the SDKs of one container can see.
struct SettingBuilder {
    var context: TemplateContext
    var metadata: MetadataService

    /// The setting of a container of the template, with what webhooks would inject for the identities of its ServiceAccount.
    ///
    /// There is nothing to inject (`nil`) into a Pod, which shows itself what it got.
    func setting(of container: Container, injecting identities: [FederatedIdentity]?) -> CredentialSetting {
        var setting = CredentialSetting(metadata: metadata)
        addVariables(of: container, to: &setting)
        addProperties(of: container, to: &setting)
        addFiles(of: container, to: &setting)
        for webhook in identities == nil ? [] : Injections.all {
            if let injection = webhook.injection(into: container, of: context.template, identities: identities ?? []) {
                setting.add(injection)
            }
        }
        return setting
    }

    // MARK: Variables

    private func addVariables(of container: Container, to setting: inout CredentialSetting) {
        let environment = EffectiveEnvironment(of: container, in: context)
        for (name, variable) in environment.variables where CredentialVariables.isRelevant(name) {
            setting.variables[name] = value(of: variable, in: container)
        }
    }

    private func value(of variable: EffectiveEnvironment.Variable, in container: Container) -> Setting? {
        switch variable.source {
        case .other:
            return Setting(shape: .present, origin: .unknown)
        case .entry(let carrier, let entry, _):
            return value(of: entry, in: carrier)
        case .literal(let literal, let index):
            let entries = variable.inherited.compactMap { ingredient -> SettingOrigin? in
                guard case .entry(let carrier, let entry, _) = ingredient.origin else { return nil }
                return .entry(object: carrier.reference, entry: entry)
            }
            return Setting(
                shape: literal.shape, text: literal.references.isEmpty ? literal.text : nil,
                origin: entries.first ?? .template(container.pathOfValue(at: index)))
        }
    }

    /// An entry of a carrier as a value; `nil` when it is certain that there is none.
    private func value(of entry: String, in carrier: CarrierKey) -> Setting? {
        let origin = SettingOrigin.entry(object: carrier.reference, entry: entry)
        if let contents = context.directory.entries(of: carrier)[entry] {
            return Setting(shape: contents.shape, text: contents.text, origin: origin)
        }
        if context.directory.knowsEntries(of: carrier) { return nil }
        return context.directory.presence(of: carrier) == .missing ? nil : Setting(shape: .present, origin: origin)
    }

    private func addProperties(of container: Container, to setting: inout CredentialSetting) {
        let origin = SettingOrigin.template(container.path)
        for (name, value) in container.properties {
            setting.properties[name] = Setting(shape: value.shape, origin: origin)
        }
        for case .literal(let literal) in container.environment.map(\.source) {
            for (name, value) in literal.properties {
                setting.properties[name] = Setting(shape: value.shape, origin: origin)
            }
        }
    }

    // MARK: Files

    private func addFiles(of container: Container, to setting: inout CredentialSetting) {
        for mount in container.mounts {
            let sources = context.volume(named: mount.volume)?.sources ?? []
            if sources.isEmpty { setting.unknownFolders.insert(mount.path) }
            for source in sources { add(source, at: mount, to: &setting) }
        }
    }

    private func add(_ source: VolumeSource, at mount: VolumeMount, to setting: inout CredentialSetting) {
        switch source {
        case .token(let token):
            guard let path = MountedFiles.path(token.path, at: mount) else { return }
            setting.files[path] = CredentialFile(contents: .token, origin: .projectedToken(audience: token.audience))
        case .secretsStore, .csi:
            setting.unknownFolders.insert(mount.path)
        case .carrier(let files):
            add(files, at: mount, to: &setting)
        }
    }

    private func add(_ files: CarrierFiles, at mount: VolumeMount, to setting: inout CredentialSetting) {
        let carrier = context.carrier(files.kind, files.object)
        guard context.directory.knowsEntries(of: carrier) else {
            if context.directory.presence(of: carrier) != .missing { setting.unknownFolders.insert(mount.path) }
            return
        }
        let entries = context.directory.entries(of: carrier)
        for file in MountedFiles.files(of: files, at: mount, entries: entries.keys, in: context) {
            setting.files[file.path] = CredentialFile(
                contents: entries[file.entry]?.file ?? .other,
                origin: .entry(object: carrier.reference, entry: file.entry))
        }
    }
}

extension CredentialSetting {
    /// The clouds whose credentials anything in it brings, or leads to.
    var clouds: Set<Provider> {
        var clouds: Set<Provider> = []
        for name in variables.keys where CredentialVariables.bringsCredential(name) {
            clouds.insert(Self.provider(of: name))
        }
        if properties.keys.contains(where: { $0.hasPrefix("aws.") }) { clouds.insert(.aws) }
        for file in files.values { if let provider = file.contents.provider { clouds.insert(provider) } }
        return clouds
    }

    private static func provider(of variable: String) -> Provider {
        variable.hasPrefix("AZURE_")
            ? .azure : variable.hasPrefix("GOOGLE_") || variable.hasPrefix("CLOUDSDK_") ? .google : .aws
    }
}

extension FileContents {
    /// The cloud whose credentials a file holds; `nil` for others.
    fileprivate var provider: Provider? {
        switch self {
        case .profiles: .aws
        case .google: .google
        case .token, .other: nil
        }
    }
}
