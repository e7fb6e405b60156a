import MigrationModel

/// Says where services stand.
struct ServiceFold {
    private let steps: [String: [StepStatus]]

    init(_ steps: [StepStatus]) { self.steps = Dictionary(grouping: steps, by: \.service) }

    func status(of service: PlannedService) -> ServiceStatus {
        let own = steps[service.id] ?? []
        let counts = Phase.allCases.compactMap { phase -> ServiceStatus.PhaseCount? in
            let all = own.filter { $0.phase == phase }
            guard !all.isEmpty else { return nil }
            return ServiceStatus.PhaseCount(
                phase: phase, done: all.count { $0.standing == .done }, total: all.count)
        }
        return ServiceStatus(
            id: service.id, cluster: service.cluster, workload: service.workload, wave: service.wave,
            delivery: service.delivery, mechanism: service.choice?.mechanism, exemption: service.exemption,
            phases: counts, keys: service.keys,
            attention: own.filter { [.regressed, .failed, .running].contains($0.standing) }.map(\.id))
    }
}
