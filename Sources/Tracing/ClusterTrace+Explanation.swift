import CredentialChains
public import MigrationModel

extension ClusterTrace {
    /// The whole story of one key or workload.
    ///
    /// - Parameters:
    ///   - subject: a key's id or its beginning, if that means one key; or a workload as `NAMESPACE/NAME`, `KIND/NAME`,
    ///     `NAMESPACE/KIND/NAME` or `NAME`. Kinds are compared without regard to case.
    ///   - trace: what ``trace()`` found.
    /// - Returns: the stories of all that the subject can mean; none when it means nothing.
    public func explain(_ subject: String, in trace: Trace) -> [Explanation] {
        let keys = keys(named: subject)
        if !keys.isEmpty { return keys.map { explanation(of: $0, trace) } }
        return members.filter { $0.service.name.object.isMeant(by: subject) }.map { one in
            let name = one.service.name
            return Explanation(subject: .workload(name), services: [story(of: name, one, trace, key: nil)])
        }
    }

    private func keys(named subject: String) -> [StaticKey] {
        let exact = keys.filter { $0.identity.id == subject }
        if !exact.isEmpty { return exact }
        return subject.utf8.count >= 8 ? keys.filter { $0.identity.id.hasPrefix(subject) } : []
    }

    private func explanation(of key: StaticKey, _ trace: Trace) -> Explanation {
        let name = KeyName(kind: key.identity.kind, id: key.identity.id)
        let services = Set(trace.consumptions.filter { $0.key == name }.map(\.service))
        let known = Dictionary(
            members.filter { services.contains($0.service.name) }.map { ($0.service.name, $0) },
            uniquingKeysWith: { first, _ in first })
        return Explanation(
            subject: .key(name), key: key,
            services: services.sorted().map { story(of: $0, known[$0], trace, key: name) },
            blindSpots: trace.blindSpots)
    }

    /// The story of a service; one without workloads is a custom resource that makes no Pods.
    private func story(of name: WorkloadName, _ own: ServiceMembers?, _ trace: Trace, key: KeyName?)
        -> ServiceExplanation
    {
        let accounts = own?.service.serviceAccounts ?? []
        return ServiceExplanation(
            service: own?.service ?? Service(name: name),
            identities: trace.inventory.filter { record in
                record.input == name.input && record.serviceAccount.namespace == name.object.namespace
                    && accounts.contains(record.serviceAccount.name)
            },
            consumptions: trace.consumptions.filter { $0.service == name && (key == nil || $0.key == key) },
            containers: own.map { identities.analyses(of: $0, using: ResolutionCache()).map(Self.explanation) } ?? [],
            findings: trace.findings.filter { $0.object == name.object && $0.input == name.input })
    }

    private static func explanation(of analysis: ContainerAnalysis) -> ContainerExplanation {
        var orders: [ContainerExplanation.Order] = []
        for resolution in analysis.next {
            let same = orders.firstIndex { order in
                order.resolution.attempts == resolution.attempts && order.resolution.outcome == resolution.outcome
                    && order.resolution.onRefusal == resolution.onRefusal
            }
            if let same {
                orders[same].families.append(resolution.family)
            } else {
                orders.append(ContainerExplanation.Order(families: [resolution.family], resolution: resolution))
            }
        }
        return ContainerExplanation(
            identity: analysis.identity, orders: orders, minimumVersions: MinimumVersions.of(analysis.families.families)
        )
    }
}

extension ObjectReference {
    /// Whether a person means this object: `api`, `production/api`, `deployment/api`, `production/deployment/api`.
    fileprivate func isMeant(by subject: String) -> Bool {
        let parts = subject.split(separator: "/").map(String.init)
        guard parts.last == name else { return false }
        switch parts.count {
        case 1: return true
        case 2: return parts[0] == namespace || parts[0].lowercased() == kind.lowercased()
        case 3: return parts[0] == namespace && parts[1].lowercased() == kind.lowercased()
        default: return false
        }
    }
}
