import MigrationModel

/// Half of a static credential, or an empty one: some SDKs stop at it, others pass over it.
enum PartialCredential: ContainerRule {
    static func findings(in analysis: ContainerAnalysis) -> [IdentityFinding] {
        guard let what = part(of: analysis) else { return [] }
        let stopped = analysis.found.sketches.filter(\.failsAtKey)
        let consequence =
            stopped.isEmpty
            ? "SDKs pass over it"
            : stopped.count == analysis.found.sketches.count
                ? "SDKs stop with an error" : "some SDKs stop with an error"
        return [
            analysis.finding(
                .partialCredential, families: stopped, "\(what): \(consequence)",
                advice: "remove what is left of the credential; an empty value is not the same as none")
        ]
    }

    /// What is there of a credential that is not whole, in a clause; `nil` for none and for whole ones.
    static func part(of analysis: ContainerAnalysis) -> String? {
        switch analysis.provider {
        case .aws: variables(analysis.setting) ?? profile(analysis.setting)
        case .google: nil
        case .azure: azure(analysis.setting)
        }
    }

    private static let pairs = [
        ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"), ("AWS_ACCESS_KEY", "AWS_SECRET_KEY"),
        ("AMAZON_ACCESS_KEY_ID", "AMAZON_SECRET_ACCESS_KEY"),
    ]

    private static func variables(_ setting: CredentialSetting) -> String? {
        for (id, secret) in pairs {
            let (first, second) = (setting.variables[id]?.shape, setting.variables[secret]?.shape)
            if first == nil, second == nil { continue }
            if first == .present, second == .present { continue }
            let (whole, half) = first == .present ? (id, secret) : (secret, id)
            guard setting.variables[whole]?.shape == .present else { return "\(id) and \(secret) are empty" }
            return setting.variables[half] == nil
                ? "\(whole) is set without \(half)" : "\(whole) is set and \(half) is empty"
        }
        return nil
    }

    private static func profile(_ setting: CredentialSetting) -> String? {
        guard !setting.files.isEmpty else { return nil }
        for (path, file) in setting.files.sorted(by: { $0.key < $1.key }) {
            guard case .profiles(let profiles) = file.contents else { continue }
            for profile in profiles {
                let (id, secret) = (profile.settings["aws_access_key_id"], profile.settings["aws_secret_access_key"])
                if id == nil, secret == nil { continue }
                if id != .present || secret != .present {
                    return "profile \(profile.section) of \(path) has half of a key"
                }
            }
        }
        return nil
    }

    private static func azure(_ setting: CredentialSetting) -> String? {
        guard let secret = setting.variables["AZURE_CLIENT_SECRET"] else { return nil }
        guard secret.shape == .present else { return "AZURE_CLIENT_SECRET is empty" }
        let missing = ["AZURE_CLIENT_ID", "AZURE_TENANT_ID"].filter { setting.variables[$0]?.shape != .present }
        return missing.isEmpty ? nil : "AZURE_CLIENT_SECRET is set without \(missing.joined(separator: " and "))"
    }
}
