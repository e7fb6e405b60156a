import MigrationModel

/// A program that a profile names and that prints credentials.
///
/// See [process credentials](https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html).
struct CredentialProcess: CredentialPlace {
    /// The only file in which it is looked for; `nil` for both.
    var file: SharedFile.File?
    /// When the setting counts; an empty one that counts is an error.
    var emptiness = Emptiness.nonEmpty

    var nature: CredentialSource.Nature { .indirect }

    func finding(in view: ContainerView) -> Finding {
        guard let profile = view.chosenProfile else { return .unknown(Reason("the profile is not known")) }
        return finding(in: profile)
    }

    /// What one profile names, whichever is chosen.
    func finding(in profile: MergedProfile) -> Finding {
        let name = "credential_process"
        let shape =
            switch file {
            case .credentials?: profile.credentials?.settings[name]
            case .config?: profile.config?.settings[name]
            case nil: profile.shape(of: name)
            }
        guard let shape else { return profile.obscured.map { .unknown($0) } ?? .absent(.notSet(name)) }
        guard emptiness.counts(shape) else { return .ignored(.hollow(name, shape)) }
        return shape == .present ? .complete(.indirect, .allThere) : .fails(.hollow(name, shape))
    }

    func parts(in view: ContainerView) -> [String] { view.profilePaths }
}
