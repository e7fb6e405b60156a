import MigrationModel

/// The accounts that credentials turned out to be of, by the options that choose them: each is asked for once.
actor AccountMemory {
    private var accounts: [[String]: Result<String, AccessProblem>] = [:]

    /// The account of the credentials that options choose, such as a profile; asked for by whoever needs it first.
    func account(
        of options: [String], asking: @Sendable () async throws(AccessProblem) -> String
    ) async throws(AccessProblem) -> String {
        if let known = accounts[options] { return try known.get() }
        do throws(AccessProblem) {
            let account = try await asking()
            accounts[options] = .success(account)
            return account
        } catch {
            // What could not be asked now may be asked the next time, unless nobody is logged in.
            if error.code == .unauthenticated || error.code == .programMissing { accounts[options] = .failure(error) }
            throw error
        }
    }
}
