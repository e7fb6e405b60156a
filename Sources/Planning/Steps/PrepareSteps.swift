import MigrationModel

/// Parallel permissions: roles, bindings and ServiceAccounts that nothing uses yet.
enum PrepareSteps {
    /// Clouds that have to trust a cluster first, once for each cluster and account.
    static func issuers(
        _ moved: [(ServiceSelection.Member, IdentitySelection.Entry)], preferences: Preferences
    ) -> [Step] {
        var seen: Set<String> = []
        return moved.compactMap { member, entry in
            guard let name = issuerName(member, entry), seen.insert(name).inserted else { return nil }
            let action = TrustIssuer(
                cluster: member.cluster.name, account: entry.identity.account, issuer: member.cluster.issuer)
            return Step(
                id: name, phase: .prepare, cluster: member.cluster.name,
                action: .trustIssuer(action), actor: preferences.infrastructureActor,
                verifications: action.verifications)
        }
    }

    /// The step that makes the account of an identity trust its cluster; `nil` where it does already, or need not.
    private static func issuerName(_ member: ServiceSelection.Member, _ entry: IdentitySelection.Entry) -> String? {
        let (account, cluster) = (entry.identity.account, member.cluster)
        guard entry.identity.mechanism == .irsa, account != cluster.account || !cluster.hasIssuerProvider else {
            return nil
        }
        return "prepare/clusters/\(cluster.name)/issuer" + (account == cluster.account ? "" : "-in-\(account)")
    }

    /// The steps of one service.
    static func steps(
        for member: ServiceSelection.Member, _ entry: IdentitySelection.Entry, _ names: StepNames,
        _ index: PlanningIndex, _ preferences: Preferences
    ) -> [Step] {
        let identity = createIdentity(member, entry, names, preferences)
        let account = entry.hasTwin ? createAccount(member, entry, names, index) : nil
        let target = createTarget(member, entry, names, preferences)
        var binding = bind(member, entry, names, preferences)
        let others = [target, account].compactMap(\.self)
        binding.after = ([identity] + others).map(\.id)
        return [identity] + others + [binding]
    }

    private static func createIdentity(
        _ member: ServiceSelection.Member, _ entry: IdentitySelection.Entry, _ names: StepNames,
        _ preferences: Preferences
    ) -> Step {
        let identity = entry.identity
        let action = CreateIdentity(
            identity: identity.id, mechanism: identity.mechanism, name: identity.role, account: identity.account,
            subjects: ["system:serviceaccount:\(identity.namespace):\(identity.serviceAccount)"],
            isPrincipal: identity.isPrincipal, hasTarget: identity.target != nil)
        return Step(
            id: names.step(.prepare, member, "identity"), phase: .prepare, cluster: member.cluster.name,
            service: member.id, action: .createIdentity(action), actor: preferences.infrastructureActor,
            after: issuerName(member, entry).map { [$0] } ?? [], verifications: action.verifications)
    }

    /// The role in another account trusts that of the identity, which has to be there first: IAM refuses unknown principals.
    private static func createTarget(
        _ member: ServiceSelection.Member, _ entry: IdentitySelection.Entry, _ names: StepNames,
        _ preferences: Preferences
    ) -> Step? {
        guard let target = entry.identity.target else { return nil }
        let action = CreateTargetRole(identity: entry.identity.id, target: target)
        return Step(
            id: names.step(.prepare, member, "target"), phase: .prepare, cluster: member.cluster.name,
            service: member.id, action: .createTargetRole(action), actor: preferences.infrastructureActor,
            after: [names.step(.prepare, member, "identity")],
            gates: [.propagation(seconds: 60, reason: "a new role may be refused as a principal for some seconds")],
            verifications: action.verifications)
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
            serviceAccount: identity.serviceAccount, isPrincipal: identity.isPrincipal)
        let isInCloud = identity.mechanism == .eksPodIdentity
        return Step(
            id: names.step(.prepare, member, "binding"), phase: .prepare, cluster: member.cluster.name,
            service: member.id, action: .bindIdentity(action),
            actor: isInCloud ? preferences.infrastructureActor : member.actor,
            gates: entry.chaining.map { [.approval(reason: $0)] } ?? [],
            verifications: action.verifications)
    }
}

extension Preferences {
    /// Who makes what the cloud keeps.
    var infrastructureActor: Actor { infrastructure == .terraform ? .terraform : .keyshift }
}

extension Preferences {
    /// Who revokes a key: Terraform imports the access keys of accounts that are known, everything else has its commands.
    func revoker(of key: PlannedKey) -> Actor {
        infrastructure == .terraform && key.key.kind == .awsAccessKey && !key.account.isEmpty ? .terraform : .keyshift
    }
}

extension ServiceSelection.Member {
    /// Who changes its objects.
    var actor: Actor { delivery == .direct ? .keyshift : .gitOps }
}

extension Mechanism {
    /// How long a new identity takes until it works everywhere.
    var propagation: Gate {
        switch self {
        case .irsa: .propagation(seconds: 60, reason: "IAM is eventually consistent, and gives no bound")
        case .eksPodIdentity: .propagation(seconds: 60, reason: "associations take some seconds to reach the webhook")
        case .gkeWorkloadIdentity: .propagation(seconds: 420, reason: "grants take about 2 minutes, sometimes 7")
        case .aksWorkloadIdentity: .propagation(seconds: 60, reason: "federated credentials take some seconds")
        }
    }
}
