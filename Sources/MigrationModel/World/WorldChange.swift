/// One change that an action makes in the world, as a single call makes it: between two of them a step may break off.
///
/// A closed set: what a new action does has to be said in these words, or in a new one, which the compiler then asks the
/// proof to understand. Objects are those of the step's cluster.
public enum WorldChange: Hashable, Sendable {
    /// An account trusts, or no longer trusts, the tokens of the cluster.
    case trustIssuer(account: String)
    case distrustIssuer(account: String)
    /// An identity of the plan is made, gets its permissions, loses them, is deleted.
    case makeIdentity(String)
    case grantPermissions(identity: String)
    case revokePermissions(identity: String)
    case deleteIdentity(String)
    /// A ServiceAccount is made or deleted.
    case makeAccount(namespace: String, name: String)
    case deleteAccount(namespace: String, name: String)
    /// A ServiceAccount and an identity of the plan are bound, or no longer.
    case bind(namespace: String, account: String, identity: String)
    case unbind(namespace: String, account: String, identity: String)
    /// A Secret is made of literals of a template, or deleted again.
    case makeSecret(ObjectReference, entries: [String])
    case deleteSecret(ObjectReference)
    /// The template of a workload is changed, or changed back, and its controller starts to replace Pods.
    case edit(ObjectReference, TemplateEdit)
    case revert(ObjectReference, TemplateEdit)
    /// It is waited until every Pod is of the template, and no Job of a former one runs.
    case awaitPods(ObjectReference)
    /// One Pod of the changed template is started beside the others, or removed.
    case startCanary(ObjectReference, TemplateEdit)
    case stopCanary(ObjectReference)
    /// The kept revisions of a workload are deleted.
    case forgetRevisions(ObjectReference)
    /// A copy of a carrier is kept aside, or deleted.
    case keepCopy(ObjectReference)
    case dropCopy(ObjectReference)
    /// A carrier is removed, or only some entries of it; it is put back from its copy.
    case remove(ObjectReference, entries: [String]?)
    case restore(ObjectReference)
    /// A key changes its life.
    case deactivate(KeyName)
    case activate(KeyName)
    case delete(KeyName)
    /// The owner of a key is deleted.
    case deleteUser(KeyName)
}

/// A change of a Pod template.
public enum TemplateEdit: Hashable, Sendable {
    /// The new identity comes and the static sources go.
    case shift(TemplateChange)
    /// Literals of one container become references to a Secret.
    case moveLiterals(container: String, secret: String, variables: [String])
}
