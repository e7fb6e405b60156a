import Foundation
import MigrationModel
import Rendering
import Testing

@testable import Soundness

/// A plan with the world that it is proven against, to be broken in tests.
struct ProvenPlan {
    var plan: Plan
    var world: World

    /// One of the plans that are kept, which the program made of a fixture.
    init(_ scenario: String) throws {
        var folder = URL(filePath: #filePath)
        while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
            folder.deleteLastPathComponent()
        }
        folder = folder.appending(path: "Plans/\(scenario)")
        plan = try PlanReader.plan(from: Array(Data(contentsOf: folder.appending(path: "plan.yaml"))))
        world = try PlanReader.world(from: Array(Data(contentsOf: folder.appending(path: "world.yaml"))))
    }

    func prove() -> Proof { Prover(plan, in: world).prove() }

    /// What is found, for tests that expect one property.
    func violations(of property: SoundnessProperty) -> [Violation] {
        prove().violations.filter { $0.property == property }
    }

    // MARK: Breaking

    /// Changes a step.
    mutating func change(_ id: String, _ change: (inout Step) -> Void) throws {
        let place = try #require(plan.steps.firstIndex { $0.id == id }, "no step \(id)")
        change(&plan.steps[place])
    }

    /// Leaves a step out; what waited for it waits for what it waited for.
    mutating func drop(_ id: String) throws {
        let place = try #require(plan.steps.firstIndex { $0.id == id }, "no step \(id)")
        let dropped = plan.steps.remove(at: place)
        for index in plan.steps.indices where plan.steps[index].after.contains(id) {
            plan.steps[index].after.removeAll { $0 == id }
            plan.steps[index].after += dropped.after.filter { !plan.steps[index].after.contains($0) }
        }
    }

    /// Changes what leaves and stays in the template of a workload, in its canary and in its rollout.
    mutating func change(templateOf service: String, _ change: (inout TemplateChange) -> Void) throws {
        for index in plan.steps.indices where plan.steps[index].service == service {
            switch plan.steps[index].action {
            case .runCanary(var action):
                change(&action.change)
                plan.steps[index].action = .runCanary(action)
            case .changeWorkload(var action):
                change(&action.change)
                plan.steps[index].action = .changeWorkload(action)
            default: break
            }
        }
    }

    /// Only some services, with what they need.
    func restricted(to services: Set<String>) -> ProvenPlan {
        var copy = self
        copy.world.workloads.removeAll { !services.contains($0.service) }
        let keys = Set(
            copy.world.workloads.flatMap { $0.templates.flatMap { $0.containers.flatMap(\.keys) } })
        copy.plan.services.removeAll { !services.contains($0.id) }
        copy.plan.identities.removeAll { services.isDisjoint(with: $0.services) }
        copy.plan.keys.removeAll { !keys.contains($0.key) }
        copy.world.carriers.removeAll { $0.entries.values.allSatisfy { keys.isDisjoint(with: $0) } }
        let wanted = Set(copy.world.carriers.map(\.object))
        copy.plan.steps.removeAll { step in
            switch step.action {
            case .deactivateKey(let action): !keys.contains(action.key)
            case .deleteKey(let action): !keys.contains(action.key)
            case .deleteUser(let action): !keys.contains(action.key)
            case .removeCarrier(let action) where step.service.isEmpty: !wanted.contains(action.carrier)
            default: !step.service.isEmpty && !services.contains(step.service)
            }
        }
        let left = Set(copy.plan.steps.map(\.id))
        for index in copy.plan.steps.indices { copy.plan.steps[index].after.removeAll { !left.contains($0) } }
        return copy
    }
}
