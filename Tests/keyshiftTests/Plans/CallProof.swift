import Execution
import Foundation
import KubernetesHarness
import MigrationModel
import Rendering
import Synchronization
import Testing

/// Carries steps of a plan out on a real API server by their calls, and remembers everything that was started and said.
final class CallProof: Sendable {
    let proof: PatchProof
    let maker: CallMaker
    private let procedures: PlanCalls
    private let programs: RecordedPrograms
    private let said = Mutex<[String]>([])

    init(_ proof: PatchProof) throws {
        self.proof = proof
        procedures = PlanCalls(proof.plan)
        programs = RecordedPrograms(kubeconfig: proof.server.kubeconfig)
        maker = CallMaker(
            programs: programs, clock: HastyClock(), cluster: try #require(proof.plan.clusters.first))
    }

    /// What a step does in the cluster; clouds are another matter.
    func calls(of step: Step) -> (apply: [Call], undo: [Call]) {
        let procedure = procedures.procedure(of: step)
        return (procedure.apply.filter(\.isInCluster), procedure.undo.filter(\.isInCluster))
    }

    /// Previews and makes each call, then all of them again, when nothing is left to do.
    func makeTwice(_ calls: [Call], _ name: String) async throws {
        for call in calls {
            let preview = try await maker.preview(call)
            note(preview)
            #expect(preview.isDone || preview.words.first == "kubectl", "\(name)")
            try await make(call)
        }
        for call in calls where !call.isPassing(in: calls) {
            let preview = try await maker.preview(call)
            note(preview)
            #expect(preview.isDone && preview.difference.isEmpty, "\(name): \(call) \(preview)")
            #expect(try await make(call) == .found, "\(name): \(call)")
        }
    }

    @discardableResult
    func make(_ call: Call) async throws -> Deed {
        let deed = try await maker.make(call) { line in self.said.withLock { $0.append(line) } }
        said.withLock { $0.append("\(deed)") }
        return deed
    }

    /// The problem of a call that must not be made.
    func problem(of call: Call) async -> AccessProblem? {
        do throws(AccessProblem) {
            _ = try await maker.make(call) { _ in }
            return nil
        } catch {
            said.withLock { $0.append("\(error)") }
            return error
        }
    }

    private func note(_ preview: CallPreview) { said.withLock { $0.append("\(preview)") } }

    /// Everything that was given to programs as arguments, and everything that was said of calls.
    var everything: String {
        said.withLock { $0.joined(separator: "\n") }
            + programs.invocations.withLock { $0.map { $0.words.joined(separator: " ") }.joined(separator: "\n") }
    }

    /// All objects of a namespace that people write, without what every write changes.
    func objects(_ namespace: String) async throws -> [String: NSDictionary] {
        let kinds = "deployments,statefulsets,daemonsets,cronjobs,jobs,secrets,configmaps,serviceaccounts,rolebindings"
        let names = try await proof.server.kubectl(["get", kinds, "-n", namespace, "-o", "name"])
        var found: [String: NSDictionary] = [:]
        for name in names.split(separator: "\n").map(String.init) where !name.contains("-token-") {
            var object = try await proof.object(name, namespace) as? [String: Any] ?? [:]
            // The controllers give tokens to ServiceAccounts, and ids to Jobs.
            object["secrets"] = nil
            if name.hasPrefix("job.") {
                object = (object["spec"] as? [String: Any])?["template"] as? [String: Any] ?? [:]
            }
            if name.hasPrefix("job.") { object["metadata"] = nil }
            // A copy holds the object as the API server had it, with versions and times of its own.
            if name.hasSuffix("-keyshift-kept") { object["data"] = nil }
            found[name] = object as NSDictionary
        }
        return found
    }
}

extension Call {
    /// What it is, and the kind of the object that it is about.
    var kinds: String {
        let object: ObjectReference? =
            switch self {
            case .patch(let patch): patch.object
            case .derive(let derived): derived.source
            case .keepCopy(let copy): copy.object
            case .delete(let object): object
            default: nil
            }
        return "\(self)".prefix { $0 != "(" } + " " + (object?.kind ?? "")
    }

    /// Whether the cluster is changed, or asked.
    fileprivate var isInCluster: Bool { if case .cloud = self { false } else { true } }

    /// Whether a later call of the same step takes away what this one makes, so that it would be made again.
    fileprivate func isPassing(in calls: [Call]) -> Bool {
        guard case .keepCopy(let copy) = self else { return false }
        return calls.contains { call in
            if case .delete(let object) = call { object.name == copy.copy } else { false }
        }
    }
}

/// The programs of this machine, with the test's own cluster for `kubectl`.
final class RecordedPrograms: ProgramRunner {
    private let programs = UserPrograms()
    private let kubeconfig: String
    let invocations = Mutex<[Invocation]>([])

    init(kubeconfig: String) { self.kubeconfig = kubeconfig }

    func run(_ invocation: Invocation) async -> ProgramAnswer {
        invocations.withLock { $0.append(invocation) }
        var invocation = invocation
        if invocation.program == "kubectl" { invocation.arguments += ["--kubeconfig", kubeconfig] }
        return await programs.run(invocation)
    }
}

/// A clock on which nobody waits for long.
struct HastyClock: MigrationClock {
    func now() -> Timestamp { SystemClock().now() }
    func sleep(milliseconds: Int) async throws { try await Task.sleep(for: .milliseconds(min(milliseconds, 200))) }
}
