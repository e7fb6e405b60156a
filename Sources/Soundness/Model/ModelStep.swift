import MigrationModel

/// A step, as far as it changes the model.
struct ModelStep: Hashable {
    /// Its changes, call by call.
    var changes: [ModelChange]
    /// What its undo changes; `nil` for a point of no return.
    var reversal: [ModelChange]?
    /// The steps of the model that have to be verified before, also through steps that are not in the model.
    var after: [Int]
    /// What has to be seen before it counts as done.
    var verifications: Set<Verification>
    /// Whether it waits until what was written is in force.
    var awaitsPropagation: Bool
    /// The workload whose Pods are looked at when it is verified; `nil` for others.
    var workload: Int?
    /// Whether it only tries one Pod.
    var isCanary: Bool

    /// How far it can be: 0 idle, then so many changes made, then verified, then so many changes undone and not yet verified.
    var verified: UInt8 { UInt8(changes.count + 1) }
    /// Everything is undone, and nobody has looked yet.
    var undone: UInt8 { verified + UInt8(reversal?.count ?? 0) + 1 }
}

/// A change of the model; see ``WorldChange``.
enum ModelChange: Hashable {
    case trust(issuer: Int)
    case distrust(issuer: Int)
    case makeIdentity(Int)
    case grant(Int)
    case revoke(Int)
    case deleteIdentity(Int)
    case makeAccount(Int)
    case deleteAccount(Int)
    case bind(Int, identity: Int)
    case unbind(Int, identity: Int)
    case add(part: Int)
    case drop(part: Int)
    case edit(Int, Int)
    case editSource(Int, Int)
    case revert(Int, Int)
    case revertSource(Int, Int)
    case awaitPods(Int)
    case startCanary(Int, Int)
    case stopCanary(Int)
    case forgetRevisions(Int)
    case keepCopy(part: Int)
    case dropCopy(part: Int)
    case remove(part: Int)
    case restore(part: Int)
    case deactivate(Int)
    case activate(Int)
    case delete(Int)
    case deleteUser(Int)
}
