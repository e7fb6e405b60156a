import CredentialChains
import MigrationModel

/// Puts a breach into words, with the way that leads to it.
struct ViolationReport {
    let plan: Plan
    let model: Model
    let names: ModelNames
    let lens: Lens
    let kinds: PodKinds
    private let credentials: Credentials

    init(plan: Plan, model: Model, names: ModelNames, lens: Lens, kinds: [PodKind]) {
        (self.plan, self.model, self.names, self.lens) = (plan, model, names, lens)
        self.kinds = PodKinds(kinds)
        credentials = Credentials(model, self.kinds)
    }

    /// The violation.
    func violation(_ finding: ModelProof.Finding) -> Violation {
        let (result, breach) = (finding.result, finding.breach)
        let start = model.start(kinds)
        let pods = Pods(model: model, kinds: kinds)
        let words = CredentialWords(
            model: model, names: names,
            outlook: Outlook(model, kinds, credentials, lens, start: start), pods: pods)
        let events = EventWords(plan: plan, model: model, names: names)
        var told: [String] = []
        let way = result.way.compactMap { event, state -> ViolationEvent? in
            guard let event else { return nil }
            let lines = words.lines(in: state)
            defer { told = lines }
            return ViolationEvent(
                step: events.step(event), message: events.sentence(event), credentials: lines == told ? [] : lines)
        }
        return Violation(
            property: breach.property, service: names.workload?.service ?? "",
            container: names.container(lens.container),
            family: lens.family.family.id, message: message(breach, words, result),
            events: way, advice: finding.advice.map(sentence) ?? "")
    }

    private func sentence(_ order: Advice.Order) -> String {
        func id(_ step: Int) -> String { plan.steps[names.steps[step]].id }
        switch order {
        case .forgetRevisions(let last):
            let workload = names.workload?.object.description ?? "it"
            return "The revisions that \(workload) keeps have to be deleted before \(id(last))."
        case .wait(let step, let other): return "\(id(step)) has to wait for \(id(other))."
        }
    }

    private func notRestored(_ state: WorldState, _ before: WorldState) -> String {
        let lines = DifferenceWords(names: names, model: model).lines(state.restorable, before.restorable)
        return "What was done is undone, and not everything is as it was before: \(lines.joined(separator: "; "))."
    }

    private func message(_ breach: Breach, _ words: CredentialWords, _ result: Explorer.Result) -> String {
        let start = model.start(kinds)
        let state = result.way.last?.state ?? start
        let isKept = breach.kind.map { words.isOnlyKept($0, state) } ?? false
        let pod = (breach.kind.map(words.pod) ?? "Pods") + (isKept ? ", which a rollback brings back," : "")
        switch breach.cause {
        case .noCredential: return "\(pod) may be running, and have no credential that works."
        case .missing:
            let missing = breach.kind.flatMap(words.missing) ?? "what they refer to"
            return "\(pod) cannot start: \(missing) is not there."
        case .noAccount: return "\(pod) cannot be created: their ServiceAccount is not there."
        case .changed: return "\(pod) use another identity than before, without a rollout of their own."
        case .impossibleUndo: return "The undo cannot be carried out: what it needs is gone."
        case .notRestored: return notRestored(state, result.before ?? start)
        case .deletedActive:
            return "A key is deleted that was never deactivated, so nobody has noticed who still uses it."
        case .leftover:
            return "Everything is done, and \(pod.prefix(1).lowercased() + pod.dropFirst()) still get a static key."
        case .stuck: return "There is no way from here to the end, nor back to the start."
        case .noEnd:
            return "The canary or the rollout cannot show what it has to, whatever the SDK: the end is never reached."
        }
    }
}
