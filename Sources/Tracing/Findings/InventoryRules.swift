import MigrationModel

/// What rules about ServiceAccounts and Pods look at.
struct InventoryContext {
    var objects: ClusterObjects
    var records: [IdentityRecord]
    var members: [ServiceMembers]
    var identities: IdentityTrace
    /// What was traced of services, in no particular order; nothing of most.
    var traces: [ServiceTrace]
}

/// One thing about ServiceAccounts and running Pods that will surprise somebody; one file per rule, one list.
protocol InventoryRule: SendableMetatype {
    /// What is to be said.
    static func findings(in context: InventoryContext) -> [IdentityFinding]
}

/// All rules about ServiceAccounts; a new one is a file beside the others and a line here.
enum InventoryRules {
    static let all: [any InventoryRule.Type] = [
        OtherServiceAccount.self,
        UnusedIdentity.self,
        DefaultServiceAccount.self,
        NoInjector.self,
    ]
}
