import MigrationModel

/// A profile with a role, and another profile or a named source whose credentials assume it.
///
/// See [assume role](https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html).
struct ProfileRole: CredentialPlace {
    /// Which backing this row is about; a family that tries them at different points has two rows.
    enum Backing: Sendable {
        /// Either, but not both.
        case any
        /// `source_profile`.
        case sourceProfile
        /// `credential_source`.
        case credentialSource
    }

    /// The backing.
    var backing = Backing.any
    /// When the settings count.
    var emptiness = Emptiness.nonEmpty

    /// How many profiles may lead to each other; a longer way is hostile rather than meant.
    private static let longestWay = 16

    var nature: CredentialSource.Nature { .indirect }

    func finding(in view: ContainerView) -> Finding {
        guard let name = view.profile else { return .unknown(Reason("the profile is not known")) }
        var visited: [String] = [name]
        return finding(in: view.mergedProfile(name), name, view, &visited)
    }

    func parts(in view: ContainerView) -> [String] { view.profilePaths }

    private func finding(
        in profile: MergedProfile, _ name: String, _ view: ContainerView, _ visited: inout [String]
    ) -> Finding {
        guard profile.has("role_arn", emptiness) else {
            return profile.obscured.map { .unknown($0) } ?? .absent(.notSet("role_arn"))
        }
        if profile.has("web_identity_token_file", emptiness) {
            return .absent(Reason("the role is one of web identity"))
        }
        let hasSource = profile.has("source_profile", emptiness)
        let hasNamed = profile.has("credential_source", emptiness)
        switch backing {
        case .any where hasSource && hasNamed:
            return .fails(Reason("both source_profile and credential_source are set"))
        case .any where hasSource, .sourceProfile where hasSource: return sourceProfile(profile, name, view, &visited)
        case .any where hasNamed, .credentialSource where hasNamed && !hasSource: return credentialSource(profile, view)
        case .any,
            .credentialSource where !hasSource:
            return .fails(Reason("neither source_profile nor credential_source is set"))
        default: return .absent(Reason("the role has another backing"))
        }
    }

    /// A profile may name itself if it holds keys; any other circle is an error, so each profile is visited once.
    private func sourceProfile(
        _ profile: MergedProfile, _ name: String, _ view: ContainerView, _ visited: inout [String]
    ) -> Finding {
        guard let next = profile.text(of: "source_profile") else { return .complete(.indirect, .allThere) }
        let source = view.mergedProfile(next)
        guard source.exists else {
            return source.obscured.map { .unknown($0) }
                ?? .fails(Reason("source_profile", "names a profile that is not there"))
        }
        let hasKeys = source.shape(of: SharedFile.id) != nil || source.shape(of: SharedFile.secret) != nil
        if visited.contains(next) && (next != name || !hasKeys) {
            return .fails(Reason("source_profile", "leads in a circle"))
        }
        visited.append(next)
        if visited.count > Self.longestWay {
            return .unknown(Reason("source_profile", "leads through too many profiles"))
        }
        let isRole = source.has("role_arn", emptiness) && !source.has("web_identity_token_file", emptiness)
        if isRole && !hasKeys { return ProfileRole(emptiness: emptiness).finding(in: source, next, view, &visited) }
        return ProfileKeys(emptiness: emptiness).finding(in: source, next, view)
    }

    private func credentialSource(_ profile: MergedProfile, _ view: ContainerView) -> Finding {
        let place: any CredentialPlace
        switch profile.text(of: "credential_source") {
        case nil: return .complete(.indirect, .allThere)
        case "Environment": place = EnvironmentKeys(half: .failsWithoutSecret)
        case "EcsContainer": place = ContainerEndpoint()
        case "Ec2InstanceMetadata": place = InstanceMetadata()
        default:
            return .fails(Reason("credential_source", "is none of Environment, EcsContainer and Ec2InstanceMetadata"))
        }
        switch place.finding(in: view) {
        case .complete: return .complete(.indirect, .allThere)
        case .absent, .ignored: return .fails(Reason("credential_source", "names a source that holds nothing"))
        case .fails(let reason): return .fails(reason)
        case .unknown(let reason): return .unknown(reason)
        }
    }
}

/// Whether a profile that another one names can back a role: anything that it holds itself, in botocore's order.
private struct ProfileKeys {
    var emptiness: Emptiness

    func finding(in profile: MergedProfile, _ name: String, _ view: ContainerView) -> Finding {
        var unknown: Reason?
        for finding in findings(in: profile, name, view) {
            switch finding {
            case .complete: return .complete(.indirect, .allThere)
            case .fails(let reason): return .fails(reason)
            case .unknown(let reason): unknown = unknown ?? reason
            case .absent, .ignored: continue
            }
        }
        return unknown.map { .unknown($0) } ?? .fails(Reason("source_profile", "names a profile without credentials"))
    }

    private func findings(in profile: MergedProfile, _ name: String, _ view: ContainerView) -> [Finding] {
        [
            ProfileWebIdentity().finding(in: profile, view, mixing: false), ProfileLogin.sso.finding(in: profile, view),
            keys(.credentials, view.credentialsFile, name), ProfileLogin.login.finding(in: profile, view),
            CredentialProcess(emptiness: emptiness).finding(in: profile), keys(.config, view.configFile, name),
        ]
    }

    private func keys(_ file: SharedFile.File, _ located: LocatedFile, _ name: String) -> Finding {
        guard case .found(_, let sections) = located else { return .absent(.notSet(SharedFile.id)) }
        return SharedFile(file: file, emptiness: emptiness, half: .failsWithoutSecret).finding(in: sections, name)
    }
}
