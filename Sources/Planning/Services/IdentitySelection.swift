import CredentialChains
import MigrationModel

/// The identity of each service that is moved, and the ServiceAccount that it is bound to.
struct IdentitySelection {
    /// An identity and why it is bound as it is.
    struct Entry {
        var identity: PlannedIdentity
        /// Whether Pods move to a ServiceAccount that is made for them.
        var hasTwin: Bool
        /// What the application has to do itself to reach another account; `nil` for most.
        var chaining: String?
    }

    private var entries: [String: Entry] = [:]

    init(
        _ input: PlanningInput, _ index: PlanningIndex, _ services: ServiceSelection, _ choices: MechanismSelection
    ) {
        var names = LegalNames()
        let comparison = OutcomeComparison()
        for member in services.members {
            guard let choice = choices.choice(of: member.id) else { continue }
            let former = member.service.serviceAccounts.first ?? "default"
            let users = index.users[PlanningIndex.account(former, of: member.service.name)] ?? 1
            let isShared = users > 1 || former == "default"
            let isSwitch = BindingEffect(member, index, comparison).isSwitch(choice.mechanism)
            let account = isShared || isSwitch ? Self.twin(of: former, for: member, isShared: isShared) : former
            let role = names.name(
                input.configuration.preferences.roleName, cluster: member.cluster.name,
                namespace: member.name.namespace ?? "", account: account, limit: choice.mechanism.nameLimit)
            let access = AccountAccess(member, choice.mechanism, role: role)
            entries[member.id] = Entry(
                identity: PlannedIdentity(
                    id: "\(member.cluster.name)/\(member.name.namespace ?? "")/\(account)",
                    cluster: member.cluster.name, namespace: member.name.namespace ?? "", serviceAccount: account,
                    formerServiceAccount: former, mechanism: choice.mechanism, role: role, account: access.home,
                    isPrincipal: choice.mechanism == .gkeWorkloadIdentity
                        && GKEAssessor.grantsDirectly(
                            member.cluster, index.inUse[member.service.name.input] ?? [:]),
                    target: access.target, services: [member.id]),
                hasTwin: account != former, chaining: access.task)
        }
    }

    /// What was chosen for a service; `nil` for one that is not moved.
    func entry(of service: String) -> Entry? { entries[service] }

    /// Says what the identities of services may do.
    mutating func give(_ permissions: [String: PlannedPermissions]) {
        for (service, given) in permissions { entries[service]?.identity.permissions = given }
    }

    /// The identities as the plan lists them.
    var planned: [PlannedIdentity] { entries.values.map(\.identity).sorted { $0.id < $1.id } }

    /// What applications have to do themselves to reach another account.
    var handovers: [Handover] {
        entries.values.compactMap { entry in
            guard let task = entry.chaining else { return nil }
            return Handover(
                id: "account/\(entry.identity.id)", subject: entry.identity.services.joined(separator: ", "),
                task: "Before its shift: \(task).",
                reason: "IRSA gives it the role of its own account only, and role chaining was asked for.")
        }.sorted { $0.id < $1.id }
    }

    private static func twin(of former: String, for member: ServiceSelection.Member, isShared: Bool) -> String {
        // A name that people would give it: that of the service, unless it has that one already.
        isShared && member.name.name != former ? member.name.name : "\(former)-federated"
    }
}

extension Mechanism {
    /// The longest name that the cloud takes for an identity; see
    /// [IAM](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html),
    /// [Google](https://cloud.google.com/iam/docs/service-accounts-create) and
    /// [Azure](https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftmanagedidentity).
    var nameLimit: Int {
        switch self {
        case .irsa, .eksPodIdentity: 64
        case .gkeWorkloadIdentity: 30
        case .aksWorkloadIdentity: 128
        }
    }
}
