import MigrationModel
import StructuredText

/// Waits until a workload has replaced its Pods, or a Job has ended.
struct RolloutStep: CallStep {
    private let object: ObjectReference
    private let access: KubernetesAccess
    /// How long to wait between two looks, in milliseconds.
    static let pause = 2_000

    init(_ object: ObjectReference, _ access: KubernetesAccess) {
        self.object = object
        self.access = access
    }

    private var words: [String] {
        switch object.kind {
        case "Job": access.words.of(object, "wait", "--for=condition=Complete", "--timeout=60m")
        case "Pod": access.words.of(object, "wait", "--for=condition=Ready", "--timeout=10m")
        case "Deployment", "StatefulSet", "DaemonSet":
            access.words.words(["rollout", "status", KubectlWords.name(object)], in: object.namespace, "--timeout=10m")
        default: access.words.of(object, "get")
        }
    }

    /// A workload that is not there yet is waited for later.
    func preview() async throws(AccessProblem) -> CallPreview {
        guard let live = try await access.object(object) else { return CallPreview(isDone: false, words: words) }
        return CallPreview(isDone: Rollout(live, kind: object.kind).standing == .done, words: words)
    }

    func make(_ progress: @Sendable (String) -> Void) async throws(AccessProblem) -> Deed {
        // What was waited, and not what the clock says: somebody may set it.
        var waited = 0
        var said = ""
        while true {
            guard let live = try await access.object(object) else { throw Drift.missing(object) }
            let rollout = Rollout(live, kind: object.kind)
            switch rollout.standing {
            case .done: return .found
            case .failed(let reason):
                throw AccessProblem(
                    .refused, "\(object) did not roll out: \(reason).",
                    advice: "See kubectl describe \(KubectlWords.name(object)) and its Pods; "
                        + "mend it and run this again, or undo the step.")
            case .running(let line):
                if line != said { progress("\(object): \(line)") }
                said = line
            }
            guard waited < rollout.patience else {
                throw AccessProblem(
                    .unavailable, "\(object) has not rolled out in \(rollout.patience / 60_000) minutes: \(said).",
                    advice: "See what its Pods wait for, then run this again, or undo the step.")
            }
            try await access.pause(Self.pause, for: "\(object)")
            waited += Self.pause
        }
    }
}
