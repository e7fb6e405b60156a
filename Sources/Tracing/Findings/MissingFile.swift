import MigrationModel

/// A variable names a profile or a file that nothing in the Pod provides: SDKs stop with an error, and do not look further.
enum MissingFile: ContainerRule {
    static func findings(in analysis: ContainerAnalysis) -> [IdentityFinding] {
        let missing =
            switch analysis.provider {
            case .aws: profile(analysis.setting)
            case .google: file("GOOGLE_APPLICATION_CREDENTIALS", analysis.setting)
            case .azure: file("AZURE_CLIENT_CERTIFICATE_PATH", analysis.setting)
            }
        guard let missing else { return [] }
        return [
            analysis.finding(
                .missingFile, missing,
                advice: "remove the variable together with the file that it names, unless the image brings the file")
        ]
    }

    private static func profile(_ setting: CredentialSetting) -> String? {
        for variable in ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"] {
            guard let name = setting.variables[variable]?.text, !name.isEmpty, name != "default" else { continue }
            guard setting.unknownFolders.isEmpty, !hasProfile(name, setting) else { continue }
            return "\(variable) names the profile \(name), and no file of the Pod has it"
        }
        return file("AWS_SHARED_CREDENTIALS_FILE", setting)
    }

    private static func hasProfile(_ name: String, _ setting: CredentialSetting) -> Bool {
        setting.files.values.contains { file in
            guard case .profiles(let profiles) = file.contents else { return false }
            return profiles.contains { $0.section == name || $0.section == "profile " + name }
        }
    }

    private static func file(_ variable: String, _ setting: CredentialSetting) -> String? {
        guard let path = setting.variables[variable]?.text, !path.isEmpty, setting.files[path] == nil else {
            return nil
        }
        let mayBeThere = setting.unknownFolders.contains { path.hasPrefix($0) }
        return mayBeThere ? nil : "\(variable) names \(path), and no volume of the Pod has it"
    }
}
