import MigrationModel

/// Puts what happens into words.
struct EventWords {
    let plan: Plan
    let model: Model
    let names: ModelNames

    /// The id of the step that an event belongs to; empty for what happens by itself.
    func step(_ event: Event) -> String { event.step.map { plan.steps[names.steps[$0]].id } ?? "" }

    /// What happens, in one sentence.
    func sentence(_ event: Event) -> String {
        switch event {
        case .change(let step, let change):
            let changes = model.steps[step].changes
            return words(changes[change]) + (changes.count > 1 ? " (\(change + 1) of \(changes.count))." : ".")
        case .verify: return "Everything that proves it has been seen."
        case .undo(let step, let change):
            let reversal = model.steps[step].reversal ?? []
            return reversal.indices.contains(change)
                ? "It is undone: " + words(reversal[change], isFirst: false) + "." : "It is undone."
        case .confirmUndo: return "It has been seen that it is undone."
        case .again: return "It broke off, and is begun again."
        case .propagate: return "What was written is in force everywhere."
        }
    }

    private func words(_ change: ModelChange, isFirst: Bool = true) -> String {
        let text = text(of: change)
        return isFirst ? text.prefix(1).uppercased() + text.dropFirst() : text
    }

    private func text(of change: ModelChange) -> String {
        switch change {
        case .trust: "the issuer of the cluster is trusted"
        case .distrust: "the issuer of the cluster is no longer trusted"
        case .makeIdentity(let identity): "the identity \(names.identity(identity)) is made"
        case .grant(let identity): "the identity \(names.identity(identity)) gets its permissions"
        case .revoke(let identity): "the identity \(names.identity(identity)) loses its permissions"
        case .deleteIdentity(let identity): "the identity \(names.identity(identity)) is deleted"
        case .makeAccount(let account): "\(names.account(account)) is made"
        case .deleteAccount(let account): "\(names.account(account)) is deleted"
        case .bind(let place, let identity):
            "\(names.account(model.bindings[place].account)) is bound to \(names.identity(identity))"
        case .unbind(let place, let identity):
            "\(names.account(model.bindings[place].account)) is no longer bound to \(names.identity(identity))"
        case .add(let part): "\(names.part(part)) is made"
        case .drop(let part), .remove(let part): "\(names.part(part)) is removed, or its entries with the key"
        case .keepCopy(let part): "a copy of \(names.part(part)) is kept"
        case .dropCopy(let part): "the copy of \(names.part(part)) is deleted"
        case .restore(let part): "\(names.part(part)) is put back from its copy"
        case .deactivate(let key): "\(names.key(key)) is deactivated"
        case .activate(let key): "\(names.key(key)) is activated again"
        case .delete(let key): "\(names.key(key)) is deleted"
        case .deleteUser(let key): "the owner of \(names.key(key)) is deleted"
        case .edit: "the template is changed, and its Pods begin to be replaced"
        case .editSource: "the template is changed in the source of its owner"
        case .revert: "the former template is put back"
        case .revertSource: "the former template is put back in the source of its owner"
        case .awaitPods: "every Pod of another template is gone"
        case .startCanary: "one Pod of the new template is started"
        case .stopCanary: "the canary is removed"
        case .forgetRevisions: "the revisions that were kept are deleted"
        }
    }
}
