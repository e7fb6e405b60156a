import MigrationModel

/// Whose a key is, as far as the accounts say.
enum KeyOwnership {
    /// A user, for certain or as the only one that it can be.
    case user(UserFacts, isAssumed: Bool)
    /// A user of whom nothing more is known.
    case name(String)
    /// One of several, or of none that is known.
    case unknown
    /// Nothing was given for its account.
    case noData
}

/// Finds the users of keys.
struct KeyOwners {
    private let users: [String: [UserFacts]]
    private let owners: [String: KeyOwner]
    /// Users whose keys are listed, so that no other key is theirs.
    private let listed: Set<String>

    init(_ accounts: AccountFacts) {
        users = Dictionary(grouping: accounts.users, by: \.account)
        owners = accounts.owners
        listed = Set(accounts.owners.values.map(\.user))
    }

    /// Whose key it is.
    ///
    /// - Parameters:
    ///   - key: its id.
    ///   - account: the account that the id tells; `nil` for old ones, which do not tell.
    /// - Returns: the user, as far as there is one.
    func ownership(of key: String, in account: String?) -> KeyOwnership {
        let candidates = account.map { users[$0] ?? [] } ?? users.sorted { $0.key < $1.key }.flatMap(\.value)
        if let owner = owners[key] {
            let named = candidates.filter { $0.name == owner.user }
            guard let user = named.first, named.count == 1 else { return .name(owner.user) }
            return .user(user, isAssumed: false)
        }
        if candidates.isEmpty { return .noData }
        let possible = candidates.filter { !listed.contains($0.name) }
        guard let only = possible.first, possible.count == 1, account != nil else { return .unknown }
        return .user(only, isAssumed: true)
    }
}
