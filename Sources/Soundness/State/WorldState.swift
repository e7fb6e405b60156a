/// One state of a model: how far each step is, and what there is.
struct WorldState: Hashable {
    /// How far each step is; see ``ModelStep``.
    var steps: [UInt8]
    var keys: [KeyLife]
    /// The parts of carriers that are not there, as bits.
    var absent: UInt64
    /// The parts of which a copy is kept, as bits.
    var copies: UInt64
    /// The ServiceAccounts that are there, as bits.
    var accounts: UInt64
    /// The issuers that are trusted, as bits.
    var issuers: UInt64
    var identities: [IdentityState]
    var bindings: [BindingState]
    var workloads: [WorkloadState]

    /// What has become of a key.
    enum KeyLife: UInt8, Hashable {
        case active, inactive, deleted
    }

    /// What has become of an identity.
    struct IdentityState: Hashable {
        var exists = false
        var isPermitted = false
        /// Whether its permissions are in force: a policy needs some seconds.
        var isSettled = true
    }

    /// What a ServiceAccount is bound to, and what it may still be taken for while the cloud has not caught up.
    struct BindingState: Hashable {
        var now: Int?
        var isSettled = true
        var before: Int?
    }

    /// What a service runs.
    struct WorkloadState: Hashable {
        /// The version that new Pods are made from.
        var template: Int
        /// The version that the owner would put back.
        var source: Int
        /// The versions that the controller keeps, as bits: somebody may bring them back, or may have.
        var kept: UInt64
        /// The versions whose Pods are not seen replaced yet, as bits: until then their ReplicaSets and Jobs make new ones.
        var lingering: UInt64
        /// The kinds of Pods that may be running.
        var running: BitSet
        /// The kinds of Pods of which the canary may be one.
        var canary: BitSet
        /// The version of the canary, while there is one.
        var trial: Int?
        /// Whether a canary has shown that the new identity works.
        var isProven = false
    }

    /// Everything but how far the steps are and which Pods may run: what an undo has to bring back.
    var restorable: WorldState {
        var copy = self
        copy.steps = []
        for index in copy.identities.indices { copy.identities[index].isSettled = true }
        for index in copy.bindings.indices {
            (copy.bindings[index].isSettled, copy.bindings[index].before) = (true, nil)
        }
        for index in copy.workloads.indices {
            let workload = copy.workloads[index]
            copy.workloads[index] = WorkloadState(
                template: workload.template, source: workload.source, kept: 0, lingering: 0, running: BitSet(),
                canary: BitSet(), trial: workload.trial)
        }
        return copy
    }

    /// What an undo has to bring back and that is no aid of the migration itself, as canaries and kept copies are.
    var lasting: WorldState {
        var copy = restorable
        copy.copies = 0
        for index in copy.workloads.indices { copy.workloads[index].trial = nil }
        return copy
    }

    /// Whether something was written that may not be in force everywhere yet.
    var isUnsettled: Bool {
        bindings.contains { !$0.isSettled } || identities.contains { !$0.isSettled }
    }
}

/// A small set of numbers below 256.
struct BitSet: Hashable {
    private var words: SIMD4<UInt64> = SIMD4<UInt64>(repeating: 0)

    /// The largest number that fits, and one more.
    static let capacity = 256

    var isEmpty: Bool { words == SIMD4<UInt64>(repeating: 0) }

    mutating func insert(_ number: Int) { words[number >> 6] |= 1 << UInt64(number & 63) }

    /// The numbers in order.
    var numbers: [Int] {
        var found: [Int] = []
        for word in 0..<4 {
            var rest = words[word]
            while rest != 0 {
                found.append(word << 6 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return found
    }

    /// The numbers that pass a test.
    func filter(_ passes: (Int) -> Bool) -> BitSet {
        var kept = BitSet()
        for number in numbers where passes(number) { kept.insert(number) }
        return kept
    }
}

/// A kind of Pod: all Pods of one kind find the same credentials.
struct PodKind: Hashable {
    var version: Int
    /// The identities that its ServiceAccount was bound to when it was created.
    var injected: [Int]
    /// The parts that were not there when its containers started.
    var absent: UInt64
}

/// Numbers for the kinds of Pods that an exploration meets.
final class PodKinds {
    private(set) var interner = Interner<PodKind>()

    /// Numbers for kinds that were met already, in their order.
    init(_ known: [PodKind] = []) { for kind in known { _ = interner.number(kind) } }

    /// Whether there were more than can be told apart, so that the exploration is not whole.
    private(set) var overflowed = false

    func number(_ kind: PodKind) -> Int {
        if interner.known(kind) == nil, interner.names.count == BitSet.capacity {
            overflowed = true
            return 0
        }
        return interner.number(kind)
    }

    subscript(number: Int) -> PodKind { interner.names[number] }
}
