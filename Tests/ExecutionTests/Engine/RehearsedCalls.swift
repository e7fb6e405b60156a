import Execution
import MigrationModel
import Synchronization

/// A world in which calls are remembered and nothing else happens: for what the engine does around calls.
final class RehearsedCalls: CallMaking, PlanProcedures {
    private struct Memory {
        var made: [Call] = []
        var failures: [Call: AccessProblem] = [:]
        var hook: (@Sendable (Call) -> Void)?
    }

    private let memory = Mutex(Memory())

    /// What was made, in order, and not undone.
    var made: [String] {
        memory.withLock { memory in
            memory.made.compactMap { call in if case .delete(let object) = call { object.name } else { nil } }
        }
    }

    /// Lets a call fail the next time.
    func fail(_ name: String, _ problem: AccessProblem) {
        memory.withLock { $0.failures[Self.call(name)] = problem }
    }

    /// Makes a call behind the back of everybody.
    func make(secretly name: String) { memory.withLock { $0.made.append(Self.call(name)) } }

    /// Does something while a call is made.
    func during(_ hook: @escaping @Sendable (Call) -> Void) { memory.withLock { $0.hook = hook } }

    static func call(_ name: String) -> Call {
        .delete(ObjectReference(apiVersion: "v1", kind: "Secret", namespace: "n", name: name))
    }

    func procedure(of step: Step) -> StepProcedure {
        StepProcedure(
            apply: ["\(step.id) 1", "\(step.id) 2"].map(Self.call), undo: [Self.call("\(step.id) undo")],
            files: ["terraform/roles.tf"], keepsWhatItFound: step.id.hasSuffix("/binding"))
    }

    func documents(ofIdentity id: String) -> IdentityDocuments? { nil }

    func preview(_ call: Call) async throws(AccessProblem) -> CallPreview {
        CallPreview(isDone: memory.withLock { $0.made.contains(call) }, words: ["kubectl", "delete", "\(call)"])
    }

    func make(_ call: Call, progress: @Sendable (String) -> Void) async throws(AccessProblem) -> Deed {
        let (problem, hook) = memory.withLock { ($0.failures.removeValue(forKey: call), $0.hook) }
        hook?(call)
        if let problem { throw problem }
        memory.withLock { $0.made.append(call) }
        return .command(["kubectl", "delete", "\(call)"])
    }
}
