import MigrationModel

/// Judges what a key is good for.
enum NatureJudgement {
    /// Bait before third-party before ordinary; only access keys in AWS's format are used with other services.
    static func nature(of candidate: KeyCandidate, endpoints: EndpointIndex) -> KeyNature {
        if let account = candidate.identity.account, CanaryAccounts.contains(account) { return .bait }
        guard candidate.identity.kind.provider == .aws,
            let host = endpoints.host(for: candidate.range, inField: candidate.field), !ServiceEndpoint.isAWS(host)
        else { return .ordinary }
        return .thirdParty(host: host)
    }
}
