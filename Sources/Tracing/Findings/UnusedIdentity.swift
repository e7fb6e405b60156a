import MigrationModel

/// A ServiceAccount has an identity, and no workload uses it: whoever may create Pods beside it may still take it.
enum UnusedIdentity: InventoryRule {
    static func findings(in context: InventoryContext) -> [IdentityFinding] {
        context.records.filter { !$0.identities.isEmpty && $0.services.isEmpty }.map { record in
            IdentityFinding(
                .unusedIdentity, input: record.input, object: record.serviceAccount,
                message:
                    "it has \(record.identities.map(\.mechanism.words).joined(separator: " and ")), and no workload uses it",
                advice: "remove the identity, or let the workload use it that it is meant for")
        }
    }
}
