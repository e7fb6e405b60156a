import MigrationModel

/// Parallel permissions: roles, bindings and ServiceAccounts that nothing uses yet.
enum PrepareSteps {
    /// Clouds that have to trust a cluster first, once for each cluster and account.
    static func issuers(
        _ moved: [(ServiceSelection.Member, IdentitySelection.Entry)], preferences: Preferences
    ) -> [Step] {
        var seen: Set<String> = []
        return moved.compactMap { member, entry in
            guard entry.identity.mechanism == .irsa, !member.cluster.hasIssuerProvider,
                seen.insert(member.cluster.name).inserted
            else { return nil }
            let action = TrustIssuer(
                cluster: member.cluster.name, account: member.cluster.account, issuer: member.cluster.issuer)
            return Step(
                id: issuerName(member.cluster.name), phase: .prepare, cluster: member.cluster.name,
                action: .trustIssuer(action), actor: preferences.infrastructureActor,
                verifications: action.verifications)
        }
    }

    private static func issuerName(_ cluster: String) -> String { "prepare/clusters/\(cluster)/issuer" }

    /// The steps of one service.
    static func steps(
        for member: ServiceSelection.Member, _ entry: IdentitySelection.Entry, _ names: StepNames,
        _ index: PlanningIndex, _ preferences: Preferences
    ) -> [Step] {
        let identity = createIdentity(member, entry, names, preferences)
        let account = entry.hasTwin ? createAccount(member, entry, names, index) : nil
        var binding = bind(member, entry, names, preferences)
        binding.after = [identity.id] + (account.map { [$0.id] } ?? [])
        return [identity] + (account.map { [$0] } ?? []) + [binding]
    }

    private static func createIdentity(
        _ member: ServiceSelection.Member, _ entry: IdentitySelection.Entry, _ names: StepNames,
        _ preferences: Preferences
    ) -> Step {
        let identity = entry.identity
        let action = CreateIdentity(
            identity: identity.id, mechanism: identity.mechanism, name: identity.role, account: identity.account,
            subjects: ["system:serviceaccount:\(identity.namespace):\(identity.serviceAccount)"])
        let needsIssuer = identity.mechanism == .irsa && !member.cluster.hasIssuerProvider
        return Step(
            id: names.step(.prepare, member, "identity"), phase: .prepare, cluster: member.cluster.name,
            service: member.id, action: .createIdentity(action), actor: preferences.infrastructureActor,
            after: needsIssuer ? [issuerName(member.cluster.name)] : [], verifications: action.verifications)
    }

    private static func createAccount(
        _ member: ServiceSelection.Member, _ entry: IdentitySelection.Entry, _ names: StepNames,
        _ index: PlanningIndex
    ) -> Step {
        let (identity, former) = (entry.identity, entry.identity.formerServiceAccount)
        let facts = index.accounts[PlanningIndex.account(former, of: member.service.name)]
        let subject = PlanningIndex.Subject(
            input: member.service.name.input, name: "\(identity.namespace)/\(former)")
        let action = CreateServiceAccount(
            namespace: identity.namespace, name: identity.serviceAccount, former: former,
            bindings: (index.bindings[subject] ?? []).sorted(), pullSecrets: facts?.pullSecrets ?? [],
            mountsToken: facts?.mountsToken)
        return Step(
            id: names.step(.prepare, member, "service-account"), phase: .prepare, cluster: member.cluster.name,
            service: member.id, action: .createServiceAccount(action), actor: member.actor,
            verifications: action.verifications)
    }

    private static func bind(
        _ member: ServiceSelection.Member, _ entry: IdentitySelection.Entry, _ names: StepNames,
        _ preferences: Preferences
    ) -> Step {
        let identity = entry.identity
        let action = BindIdentity(
            identity: identity.id, mechanism: identity.mechanism, namespace: identity.namespace,
            serviceAccount: identity.serviceAccount, isSwitch: false)
        let isInCloud = identity.mechanism == .eksPodIdentity
        return Step(
            id: names.step(.prepare, member, "binding"), phase: .prepare, cluster: member.cluster.name,
            service: member.id, action: .bindIdentity(action),
            actor: isInCloud ? preferences.infrastructureActor : member.actor,
            gates: [identity.mechanism.propagation], verifications: action.verifications)
    }
}

extension Preferences {
    /// Who makes what the cloud keeps.
    var infrastructureActor: Actor { infrastructure == .terraform ? .terraform : .keyshift }
}

extension ServiceSelection.Member {
    /// Who changes its objects.
    var actor: Actor { delivery == .direct ? .keyshift : .gitOps }
}

extension Mechanism {
    /// How long a new identity takes until it works everywhere.
    fileprivate var propagation: Gate {
        switch self {
        case .irsa: .propagation(seconds: 60, reason: "IAM is eventually consistent, and gives no bound")
        case .eksPodIdentity: .propagation(seconds: 60, reason: "associations take some seconds to reach the webhook")
        case .gkeWorkloadIdentity: .propagation(seconds: 420, reason: "grants take about 2 minutes, sometimes 7")
        case .aksWorkloadIdentity: .propagation(seconds: 60, reason: "federated credentials take some seconds")
        }
    }
}
