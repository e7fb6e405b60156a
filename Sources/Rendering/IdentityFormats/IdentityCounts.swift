import MigrationModel

/// The numbers of an inventory.
struct IdentityCounts {
    /// ServiceAccounts that have a federated identity.
    let withIdentity: Int
    /// ServiceAccounts that have one by each mechanism.
    let mechanisms: [Mechanism: Int]
    /// Secrets with a token that never ends.
    let legacyTokens: Int
    /// ServiceAccounts whose Pods mount a token that RBAC gives nothing.
    let needlessTokens: Int
    /// ServiceAccounts of which the input does not tell it.
    let needUnknown: Int

    init(_ report: IdentityReport) {
        withIdentity = report.records.count { !$0.identities.isEmpty }
        var mechanisms: [Mechanism: Int] = [:]
        for record in report.records {
            for mechanism in Set(record.identities.map(\.mechanism)) { mechanisms[mechanism, default: 0] += 1 }
        }
        self.mechanisms = mechanisms
        legacyTokens = report.records.reduce(0) { $0 + $1.legacyTokens.count }
        needlessTokens = report.records.count { $0.mountsNeedlessToken == true }
        needUnknown = report.records.count { $0.mountsNeedlessToken == nil }
    }
}
