import CredentialChains
import MigrationModel

@testable import Soundness

/// The rules of the world for one service: what calls change, which Pods come up, what their containers find.
final class PlainWorld {
    let component: PlainComponent
    /// The templates that there can be, in the order in which they are met, with where each comes from.
    private(set) var versions: [Version] = []
    private var found: [Question: Finding] = [:]
    private var known: [ObjectReference: Set<String>] = [:]
    private var edited: [Editing: Int] = [:]
    private var firstPods: [Int: PlainState.Pod] = [:]

    private struct Editing: Hashable {
        var version: Int
        var edit: TemplateEdit
        var isPresent: Bool
    }

    struct Version: Hashable {
        var base: Int
        var edits: [TemplateEdit]
        var template: WorldTemplate
    }

    /// What an SDK finds.
    enum Finding: Hashable {
        case keys(Set<KeyName>)
        case identity(String)
        case other(String)
        case nothing
    }

    private struct Question: Hashable {
        var pod: PlainState.Pod
        var look: PlainLook
    }

    init(_ component: PlainComponent) {
        self.component = component
        for (place, template) in component.service.templates.enumerated() {
            versions.append(Version(base: place, edits: [], template: template))
        }
    }

    private var service: WorldWorkload { component.service }
    private var namespace: String { service.object.namespace ?? "" }

    // MARK: The start

    func start() -> PlainState {
        var state = PlainState(steps: component.steps.map { _ in 0 })
        for key in Set(service.templates.flatMap(\.containers).flatMap(\.plainKeys)) { state.keys[key] = .active }
        for made in component.made where !made.hasPrefix("ServiceAccount ") { state.gone.insert(made) }
        let standing = service.templates.indices.dropFirst().filter { service.templates[$0].standing == .kept }
        if service.object.keepsRevisions { state.kept = Set(standing) } else { state.lingering = Set(standing) }
        for account in component.accounts {
            for (mechanism, principal) in account.principals {
                state.bindings[binding(account.namespace, account.name, mechanism)] = .init(now: "given \(principal)")
            }
        }
        return state
    }

    private func binding(_ namespace: String, _ name: String, _ mechanism: Mechanism) -> String {
        "\(namespace)/\(name) \(mechanism.rawValue)"
    }

    // MARK: Templates

    /// The version that a version is with one edit more, or less; those that are no form of the current template stay.
    private func version(_ number: Int, with edit: TemplateEdit, isPresent: Bool) -> Int {
        let editing = Editing(version: number, edit: edit, isPresent: isPresent)
        if let known = edited[editing] { return known }
        let next = made(number, with: edit, isPresent: isPresent)
        edited[editing] = next
        return next
    }

    private func made(_ number: Int, with edit: TemplateEdit, isPresent: Bool) -> Int {
        let old = versions[number]
        guard old.base == 0, old.edits.contains(edit) != isPresent else { return number }
        // In the order of the plan, whatever was done first.
        let order = component.steps.flatMap(\.forward).compactMap { change -> TemplateEdit? in
            switch change {
            case .world(.edit(service.object, let edit)), .world(.startCanary(service.object, let edit)): edit
            default: nil
            }
        }
        let edits = order.reduce(into: [TemplateEdit]()) { edits, one in
            guard !edits.contains(one) else { return }
            if one == edit ? isPresent : old.edits.contains(one) { edits.append(one) }
        }
        let template = edits.reduce(service.templates[0]) { $0.applying($1) }
        let version = Version(base: 0, edits: edits, template: template)
        if let known = versions.firstIndex(where: { $0.base == 0 && $0.edits == edits }) { return known }
        versions.append(version)
        return versions.count - 1
    }

    func isShifted(_ version: Int) -> Bool {
        versions[version].edits.contains { if case .shift = $0 { true } else { false } }
    }

    // MARK: Calls

    /// Makes a call.
    ///
    /// - Returns: `false` when it cannot be made.
    func make(_ change: PlainChange, of step: PlainStep, in state: inout PlainState) -> Bool {
        switch change {
        case .source(.edit(service.object, let edit)):
            state.source = version(state.source, with: edit, isPresent: true)
        case .source(.revert(service.object, let edit)):
            state.source = version(state.source, with: edit, isPresent: false)
        case .source: break
        case .world(let change): return make(change, of: step, in: &state)
        }
        return true
    }

    private func make(_ change: WorldChange, of step: PlainStep, in state: inout PlainState) -> Bool {
        let isHere = step.cluster == service.cluster
        switch change {
        case .trustIssuer(let account): state.there.insert("\(step.cluster) \(account)")
        case .distrustIssuer(let account):
            state.there.remove("\(step.cluster) \(account)")
            if component.identities.contains(where: {
                $0.cluster == step.cluster && $0.account == account && concerns($0.id)
            }) {
                state.isProven = false
            }
        case .makeIdentity(let id): if state.identities[id] == nil { state.identities[id] = PlainState.Permission.none }
        case .grantPermissions(let id): if state.identities[id] != .inForce { state.identities[id] = .written }
        case .revokePermissions(let id):
            if state.identities[id] != nil { state.identities[id] = PlainState.Permission.none }
            if concerns(id) { state.isProven = false }
        case .deleteIdentity(let id):
            state.identities[id] = nil
            if concerns(id) { state.isProven = false }
        case .makeAccount(let space, let name) where isHere: state.there.insert("ServiceAccount \(space)/\(name)")
        case .deleteAccount(let space, let name) where isHere: state.there.remove("ServiceAccount \(space)/\(name)")
        case .bind(let space, let name, let id) where isHere: bind(space, name, id, to: id, &state)
        case .unbind(let space, let name, let id) where isHere:
            bind(space, name, id, to: given(space, name, mechanism(of: id)), &state)
            if ownAccounts.contains("\(space):\(name)") { state.isProven = false }
        case .deactivate(let key): if state.keys[key] == .active { state.keys[key] = .inactive }
        case .activate(let key):
            if state.keys[key] == .deleted { return false }
            if state.keys[key] != nil { state.keys[key] = .active }
        case .delete(let key): if state.keys[key] != nil { state.keys[key] = .deleted }
        case .makeSecret, .deleteSecret, .keepCopy, .dropCopy, .remove, .restore:
            return isHere ? makeToCarrier(change, &state) : true
        default: if isHere { makeToWorkload(change, &state) }
        }
        return true
    }

    private func mechanism(of identity: String) -> Mechanism {
        component.identities.first { $0.id == identity }?.mechanism ?? .irsa
    }

    private func given(_ namespace: String, _ name: String, _ mechanism: Mechanism) -> String? {
        component.accounts.first { $0.namespace == namespace && $0.name == name }?.principals[mechanism]
            .map { "given \($0)" }
    }

    private func bind(
        _ namespace: String, _ name: String, _ identity: String, to wanted: String?, _ state: inout PlainState
    ) {
        let place = binding(namespace, name, mechanism(of: identity))
        let now = state.bindings[place] ?? PlainState.Bound()
        guard now.now != wanted else { return }
        state.bindings[place] = PlainState.Bound(now: wanted, before: now.now, isSettled: false)
    }

    /// The ServiceAccounts that Pods of the service run as, before or after.
    private lazy var ownAccounts: Set<String> = {
        var names = Set(service.templates.map(\.serviceAccount))
        for step in component.steps where step.cluster == service.cluster {
            for case .world(.edit(service.object, .shift(let change))) in step.forward {
                if let account = change.serviceAccount { names.insert(account) }
            }
            for case .world(.startCanary(service.object, .shift(let change))) in step.forward {
                if let account = change.serviceAccount { names.insert(account) }
            }
        }
        return Set(names.map { "\(namespace):\($0)" })
    }()

    /// Whether an identity is one that Pods of the service may take.
    private func concerns(_ identity: String) -> Bool {
        component.subjects[identity]?.contains { subject in
            ownAccounts.contains { subject == "system:serviceaccount:" + $0 }
        } ?? false
    }

    // MARK: Carriers

    /// Everything of a carrier that templates refer to or steps take out of it.
    private func contents(of object: ObjectReference) -> Set<String> {
        if let known = known[object] { return known }
        var found: Set<String> = []
        for template in service.templates {
            for source in template.containers.flatMap(\.plainSources)
            where "\(source.kind.rawValue) \(namespace)/\(source.object)" == object.description {
                found.insert("\(object) \(source.entry)")
            }
        }
        for case .world(.remove(object, let entries?)) in component.steps.flatMap(\.forward) {
            found.formUnion(entries.map { "\(object) \($0)" })
        }
        // The object itself.
        found.insert("\(object)")
        known[object] = found
        return found
    }

    private func makeToCarrier(_ change: WorldChange, _ state: inout PlainState) -> Bool {
        switch change {
        case .makeSecret(let object, _): state.gone.remove("\(object)")
        case .deleteSecret(let object): state.gone.insert("\(object)")
        case .keepCopy(let object): state.copies.formUnion(contents(of: object).subtracting(state.gone))
        case .dropCopy(let object): state.copies.subtract(contents(of: object))
        case .remove(let object, nil): state.gone.formUnion(contents(of: object))
        case .remove(let object, let entries?): state.gone.formUnion(entries.map { "\(object) \($0)" })
        case .restore(let object):
            let lost = contents(of: object).intersection(state.gone)
            guard lost.isSubset(of: state.copies) else { return false }
            state.gone.subtract(lost)
        default: break
        }
        return true
    }

    // MARK: The workload

    private func makeToWorkload(_ change: WorldChange, _ state: inout PlainState) {
        switch change {
        case .edit(service.object, let edit): replace(by: version(state.template, with: edit, isPresent: true), &state)
        case .revert(service.object, let edit):
            let former = state.template
            replace(by: version(former, with: edit, isPresent: false), &state)
            state.kept.remove(former)
        case .startCanary(service.object, let edit):
            state.trial = version(state.template, with: edit, isPresent: true)
            state.canary = nil
        case .stopCanary(service.object): (state.trial, state.canary) = (nil, nil)
        default: break
        }
    }

    private func replace(by next: Int, _ state: inout PlainState) {
        guard next != state.template else { return }
        state.lingering.insert(state.template)
        if service.object.keepsRevisions { state.kept.insert(state.template) }
        state.kept.remove(next)
        state.template = next
    }

    /// The versions of which Pods may come up.
    func creatable(in state: PlainState) -> Set<Int> {
        state.kept.union(state.lingering).union([state.template] + (service.isOwned ? [state.source] : []))
    }

    /// The Pods of a version that may come up now.
    func pods(of version: Int, in state: PlainState) -> [PlainState.Pod] {
        let prefix = "\(namespace)/\(versions[version].template.serviceAccount) "
        var choices: [[String]] = [[]]
        for place in state.bindings.keys.sorted() where place.hasPrefix(prefix) {
            guard let bound = state.bindings[place] else { continue }
            let options = bound.isSettled ? [bound.now] : [bound.now, bound.before]
            choices = choices.flatMap { choice in options.map { choice + ($0.map { [$0 + " " + place] } ?? []) } }
        }
        return choices.map { PlainState.Pod(version: version, injected: $0, gone: state.gone) }
    }

    /// The Pod that a template of the start made before anything was done.
    func firstPod(of version: Int) -> PlainState.Pod? {
        if let known = firstPods[version] { return known }
        firstPods[version] = pods(of: version, in: start()).first
        return firstPods[version]
    }

    // MARK: What containers find

    func container(_ name: String, _ version: Int) -> WorldContainer {
        versions[version].template.containers.first { $0.name == name } ?? WorldContainer(name: name)
    }

    func isThere(_ source: WorldSource?, _ gone: Set<String>) -> Bool {
        guard let source else { return true }
        let object = "\(source.kind.rawValue) \(namespace)/\(source.object)"
        return !gone.contains(object) && !gone.contains("\(object) \(source.entry)")
    }

    /// Whether a Pod cannot start: something that it must have is not there.
    func isStopped(_ version: Int, _ gone: Set<String>) -> Bool {
        versions[version].template.containers.flatMap(\.plainSources).contains { !$0.optional && !isThere($0, gone) }
    }

    /// What an SDK finds in a container of a Pod.
    func finding(_ pod: PlainState.Pod, _ look: PlainLook) -> Finding {
        let question = Question(pod: pod, look: look)
        if let known = found[question] { return known }
        let answer = PlainFinding(world: self, pod: pod, template: versions[pod.version].template, look: look).finding()
        found[question] = answer
        return answer
    }
}
