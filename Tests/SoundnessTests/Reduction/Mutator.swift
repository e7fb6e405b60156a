import Foundation
import MigrationModel

/// Breaks plans at random: a step, an order, a gate or a verification is left out, or two steps change places.
struct Mutator {
    /// How many plans are broken; `KEYSHIFT_MUTANTS` asks for more.
    static let runs = ProcessInfo.processInfo.environment["KEYSHIFT_MUTANTS"].flatMap(Int.init) ?? 4

    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A broken plan, and what was done to it.
    mutating func mutant(of good: ProvenPlan) -> (ProvenPlan, String) {
        var plan = good
        let place = number(below: plan.plan.steps.count)
        let id = plan.plan.steps[place].id
        switch number(below: 5) {
        case 0:
            let dropped = plan.plan.steps.remove(at: place)
            for index in plan.plan.steps.indices where plan.plan.steps[index].after.contains(id) {
                plan.plan.steps[index].after.removeAll { $0 == id }
                plan.plan.steps[index].after += dropped.after
            }
            return (plan, "without \(id)")
        case 1 where !plan.plan.steps[place].after.isEmpty:
            let after = plan.plan.steps[place].after.remove(at: number(below: plan.plan.steps[place].after.count))
            return (plan, "\(id) not after \(after)")
        case 2 where !plan.plan.steps[place].verifications.isEmpty:
            let count = plan.plan.steps[place].verifications.count
            let seen = plan.plan.steps[place].verifications.remove(at: number(below: count))
            return (plan, "\(id) without \(seen.rawValue)")
        case 3 where !plan.plan.steps[place].gates.isEmpty:
            let gate = plan.plan.steps[place].gates.remove(at: number(below: plan.plan.steps[place].gates.count))
            return (plan, "\(id) without \(gate)")
        default:
            let other = number(below: plan.plan.steps.count)
            (plan.plan.steps[place].after, plan.plan.steps[other].after) = (
                plan.plan.steps[other].after.filter { $0 != id },
                plan.plan.steps[place].after.filter { $0 != plan.plan.steps[other].id }
            )
            return (plan, "\(id) and \(plan.plan.steps[other].id) with each other's order")
        }
    }

    private mutating func number(below limit: Int) -> Int {
        // SplitMix64.
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }
}
