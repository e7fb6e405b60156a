import MigrationModel

/// Where the identity of a service is made, and which other one it takes, when its resources are of another account.
struct AccountAccess {
    /// The account, project or resource group in which the identity is made.
    let home: String
    /// The role in the other account that is taken from it; `nil` where there is none.
    let target: TargetRole?
    /// What the application has to do itself; `nil` where that is nothing.
    let task: String?

    init(_ member: ServiceSelection.Member, _ mechanism: Mechanism, role: String) {
        let other = member.targetAccount
        let isChained = mechanism == .eksPodIdentity || member.setting?.accountAccess == .roleChaining
        guard mechanism.provider == .aws, !other.isEmpty else {
            home = member.cluster.home(of: mechanism)
            target = nil
            task = nil
            return
        }
        home = isChained ? member.cluster.account : other
        target = isChained ? TargetRole(account: other, role: role) : nil
        task =
            isChained && mechanism == .irsa
            ? "let it take the role \(role) of \(other) from its own, in code or by a profile with role_arn, and renew it "
                + "within the hour" : nil
    }
}

extension ClusterConfiguration {
    /// The account, project or resource group in which identities of a mechanism are made.
    fileprivate func home(of mechanism: Mechanism) -> String {
        switch mechanism.provider {
        case .aws: account
        case .google: project
        case .azure: resourceGroup
        }
    }
}
