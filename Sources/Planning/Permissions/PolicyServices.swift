import MigrationModel

/// Which services of AWS a statement speaks of, by the prefixes of its actions.
enum PolicyServices {
    /// The prefixes in small letters, and `*` for all services.
    ///
    /// A statement with `NotAction` speaks of all.
    static func services(of statement: PolicyStatement) -> Set<String> {
        guard case .only(let patterns) = statement.actions else { return ["*"] }
        return Set(patterns.map(service))
    }

    /// The prefix of an action.
    static func service(of action: String) -> String {
        action == "*" ? "*" : String(action.prefix { $0 != ":" }).lowercased()
    }
}
