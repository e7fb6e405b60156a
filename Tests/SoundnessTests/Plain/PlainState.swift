import MigrationModel

/// The world as ``PlainSearch`` sees it: what there is, by name or place, and one Pod of the service that is followed.
struct PlainState: Hashable {
    /// How far each step is: so many calls made, one more when it was seen to be done, then so many calls undone.
    var steps: [Int]
    var keys: [KeyName: Life] = [:]
    /// What is not there of what the templates refer to: `Secret namespace/name entry`.
    var gone: Set<String> = []
    /// What copies hold.
    var copies: Set<String> = []
    /// ServiceAccounts and issuers that are there.
    var there: Set<String> = []
    /// For each identity that was made, whether it may do anything, and whether that is in force.
    var identities: [String: Permission] = [:]
    /// What each ServiceAccount and mechanism is bound to.
    var bindings: [String: Bound] = [:]
    var template = 0
    var source = 0
    var kept: Set<Int> = []
    var lingering: Set<Int> = []
    var trial: Int?
    var isProven = false
    /// A Pod of the service; any of them, since which one is followed is left open.
    var pod: Pod?
    /// The Pod of the canary.
    var canary: Pod?

    enum Life { case active, inactive, deleted }
    enum Permission { case none, written, inForce }

    struct Bound: Hashable {
        var now: String?
        var before: String?
        var isSettled = true
    }

    struct Pod: Hashable {
        var version: Int
        /// The identities that were injected when it was created.
        var injected: [String]
        /// What was not there when its containers started.
        var gone: Set<String>
    }

    var isUnsettled: Bool { bindings.values.contains { !$0.isSettled } || identities.values.contains(.written) }

    /// What an undo has to bring back; without what is only an aid of the migration.
    func lasting(withAids: Bool) -> PlainState {
        var copy = PlainState(steps: [])
        (copy.keys, copy.gone, copy.there) = (keys, gone, there)
        (copy.template, copy.source) = (template, source)
        copy.identities = identities.mapValues { $0 == .written ? .inForce : $0 }
        copy.bindings = bindings.mapValues { Bound(now: $0.now) }.filter { $0.value.now != nil }
        if withAids { (copy.copies, copy.trial) = (copies, trial) }
        return copy
    }
}
