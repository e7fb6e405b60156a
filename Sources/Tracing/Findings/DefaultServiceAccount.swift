import MigrationModel

/// The ServiceAccount `default` has an identity, which every Pod of the namespace gets that names no other.
enum DefaultServiceAccount: InventoryRule {
    static func findings(in context: InventoryContext) -> [IdentityFinding] {
        context.records.filter { $0.serviceAccount.name == "default" && !$0.identities.isEmpty }.map { record in
            IdentityFinding(
                .defaultServiceAccount, input: record.input, object: record.serviceAccount,
                message: "every Pod of the namespace that names no ServiceAccount gets its identity",
                advice: "give the workload that needs it a ServiceAccount of its own, and move the identity there")
        }
    }
}
