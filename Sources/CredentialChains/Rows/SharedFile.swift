import MigrationModel

/// Access keys in one of the two files of profiles.
///
/// See [static credentials](https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html).
struct SharedFile: CredentialPlace {
    /// One of the two files.
    enum File: Sendable {
        /// `~/.aws/credentials`, where a section is named as the profile.
        case credentials
        /// `~/.aws/config`, where it is named `profile NAME`, or `default`.
        case config
    }

    /// The file.
    var file: File
    /// When the two settings count.
    var emptiness = Emptiness.nonEmpty
    /// What half a pair does.
    var half = EnvironmentKeys.Half.isIgnored
    /// Whether a role of the profile is meant to be assumed instead, even if that fails.
    var givesWayToRole = false
    /// Whether even the default profile is a section `profile default` of the config file.
    var needsPrefix = false

    static let id = "aws_access_key_id"
    static let secret = "aws_secret_access_key"

    var nature: CredentialSource.Nature { .fixed }

    func finding(in view: ContainerView) -> Finding {
        switch located(view) {
        case .absent(let reason): return .absent(reason)
        case .unknown(let reason): return .unknown(reason)
        case .found(_, let sections):
            if sections.isEmpty { return .absent(Reason("the file holds no profile")) }
            guard let profile = view.profile else { return .unknown(Reason("the profile is not known")) }
            if givesWayToRole, view.chosenProfile?.namesBackedRole == true {
                return .ignored(Reason("role_arn", "takes its place"))
            }
            return finding(in: sections, profile)
        }
    }

    /// What the section of one profile holds, whichever is chosen.
    func finding(in sections: [ProfileContents], _ profile: String) -> Finding {
        let section = sections.last { file == .credentials ? $0.section == profile : defines($0, profile) }
        guard let section else { return .absent(Reason("the file does not hold the profile")) }
        let id = section.settings[Self.id]
        let secret = section.settings[Self.secret]
        if id == nil && secret == nil { return .absent(.notSet(Self.id)) }
        guard let id, emptiness.counts(id) else { return .ignored(reason(Self.id, id)) }
        guard let secret, emptiness.counts(secret) else {
            return half == .failsWithoutSecret
                ? .fails(reason(Self.secret, secret)) : .ignored(reason(Self.secret, secret))
        }
        if id == .empty { return .complete(.fixed, .hollow(Self.id, id)) }
        return .complete(.fixed, secret == .empty ? .hollow(Self.secret, secret) : .allThere)
    }

    func parts(in view: ContainerView) -> [String] {
        if case .found(let path, _) = located(view) { [path] } else { [] }
    }

    private func defines(_ section: ProfileContents, _ profile: String) -> Bool {
        section.defines(profile) && !(needsPrefix && section.section == profile)
    }

    private func located(_ view: ContainerView) -> LocatedFile {
        file == .credentials ? view.credentialsFile : view.configFile
    }

    private func reason(_ name: String, _ shape: ValueShape?) -> Reason {
        shape.map { .hollow(name, $0) } ?? .notSet(name)
    }
}

extension MergedProfile {
    /// Whether it names a role together with what shall assume it.
    fileprivate var namesBackedRole: Bool {
        has("role_arn", .nonEmpty) && (has("source_profile", .nonEmpty) || has("credential_source", .nonEmpty))
    }
}
