import MigrationModel

/// Access keys in variables, or in the properties of a JVM.
struct EnvironmentKeys: CredentialPlace {
    /// What gives way to what when a profile is chosen.
    enum Yielding: Sendable {
        /// The keys hold whatever profile is chosen.
        case never
        /// A profile that the program itself asks for comes first.
        case toProfileInCode
        /// A profile that a variable names comes first too.
        case toAnyProfile
    }

    /// What half a pair does.
    enum Half: Sendable {
        /// It is passed over.
        case isIgnored
        /// An id without a secret is an error; a secret without an id is passed over.
        case failsWithoutSecret
    }

    /// The names of the key id.
    var id: VariableNames = ["AWS_ACCESS_KEY_ID"]
    /// The names of the secret.
    var secret: VariableNames = ["AWS_SECRET_ACCESS_KEY"]
    /// The names of the session token, which is never required.
    var token: VariableNames = ["AWS_SESSION_TOKEN"]
    /// When they count.
    var emptiness = Emptiness.nonEmpty
    /// What half a pair does.
    var half = Half.isIgnored
    /// Whether a chosen profile comes first.
    var yields = Yielding.never
    /// Whether they are properties of a JVM instead of variables.
    var inProperties = false

    var nature: CredentialSource.Nature { .fixed }

    func finding(in view: ContainerView) -> Finding {
        let values = settings(of: view)
        let id = id.value(in: values, emptiness)
        let secret = secret.value(in: values, emptiness)
        if id.name == nil && secret.name == nil { return .absent(id.reason) }
        if let reason = yielding(in: view) { return .ignored(reason) }
        switch (id.isSet, secret.isSet) {
        case (true, true): return .complete(.fixed, .allThere)
        case (true, false): return half == .failsWithoutSecret ? .fails(secret.reason) : .ignored(secret.reason)
        case (false, _): return .ignored(id.reason)
        }
    }

    func parts(in view: ContainerView) -> [String] {
        [id, secret, token].compactMap { $0.value(in: settings(of: view), emptiness).name }
    }

    private func settings(of view: ContainerView) -> [String: Setting] {
        inProperties ? view.setting.properties : view.setting.variables
    }

    private func yielding(in view: ContainerView) -> Reason? {
        if yields != .never, view.profileIsInCode { return Reason("the program asks for a profile") }
        if yields == .toAnyProfile, case .set(let name, _) = view.profileVariable {
            return Reason(name, "is set, and its profile comes first")
        }
        return nil
    }
}
