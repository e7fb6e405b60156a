import MigrationModel

/// Finds the steps that belong to keys rather than to one service.
enum KeySteps {
    /// The steps of each key: its carriers, its own, and the copies of the carriers.
    ///
    /// The Secret of a moved literal belongs to its service alone.
    static func byKey(_ steps: [Step]) -> [KeyName: [Step]] {
        let carriers = Dictionary(
            steps.filter { if case .removeCarrier = $0.action { $0.service.isEmpty } else { false } }.map {
                ($0.id, $0)
            },
            uniquingKeysWith: { first, _ in first })
        let copies = Dictionary(
            steps.compactMap { step in
                if case .removeCopy(let action) = step.action, step.service.isEmpty {
                    (action.carrier, step)
                } else {
                    nil
                }
            }, uniquingKeysWith: { first, _ in first })
        var found: [KeyName: [Step]] = [:]
        var kept: [KeyName: [Step]] = [:]
        for step in steps {
            switch step.action {
            case .deactivateKey(let action):
                let own = step.after.compactMap { carriers[$0] }
                found[action.key, default: []] += own + [step]
                kept[action.key] = own.compactMap { carrier in
                    if case .removeCarrier(let action) = carrier.action { copies[action.carrier] } else { nil }
                }
            case .deleteKey(let action): found[action.key, default: []].append(step)
            case .deleteUser(let action): found[action.key, default: []] += [step] + (kept[action.key] ?? [])
            default: break
            }
        }
        return found
    }
}
