import MigrationModel

/// The accounts that credentials turned out to be of, by the profile: each is asked for once.
actor AccountMemory {
    private var accounts: [String: Result<String, AccessProblem>] = [:]

    /// The account of a profile; asked for by whoever needs it first.
    func account(
        of profile: String, asking: @Sendable () async throws(AccessProblem) -> String
    ) async throws(AccessProblem) -> String {
        if let known = accounts[profile] { return try known.get() }
        do throws(AccessProblem) {
            let account = try await asking()
            accounts[profile] = .success(account)
            return account
        } catch {
            // What could not be asked now may be asked the next time, unless nobody is logged in.
            if error.code == .unauthenticated || error.code == .programMissing { accounts[profile] = .failure(error) }
            throw error
        }
    }
}
