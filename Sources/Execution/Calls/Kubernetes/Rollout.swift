import MigrationModel
import StructuredText

/// How far a workload is with its Pods, from what its controller says of it.
struct Rollout {
    /// Where it stands.
    enum Standing: Hashable {
        /// Every Pod that is to be replaced is, and is ready; or there is nothing to wait for.
        case done
        /// It goes on; what is known of it, as a line for whoever waits.
        case running(String)
        /// It will not go on by itself.
        case failed(String)
    }

    let standing: Standing
    /// For how long it is worth waiting, in milliseconds: ten minutes, and an hour for a Job.
    let patience: Int

    /// Reads an object as an API server has it.
    init(_ object: StructuredValue, kind: String) {
        let reading = Reading(object)
        patience = kind == "Job" ? 3_600_000 : 600_000
        standing =
            switch kind {
            case "Deployment", "DeploymentConfig": reading.deployment
            case "StatefulSet": reading.statefulSet
            case "DaemonSet": reading.daemonSet
            case "Rollout": reading.argoRollout
            case "Job": reading.job
            case "Pod": reading.pod
            default: .done
            }
    }
}

/// What the controllers of each kind say, see `kubectl rollout status`
/// ([Deployments](https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#deployment-status)).
private struct Reading {
    private let object: StructuredValue

    init(_ object: StructuredValue) { self.object = object }

    private func number(_ pointer: String) -> Int { object.value(at: pointer)?.number ?? 0 }
    private func text(_ pointer: String) -> String { object.value(at: pointer)?.text ?? "" }

    /// Whether the controller has seen the template as it is; nothing else of the status counts before.
    private var isObserved: Bool { number("/status/observedGeneration") >= number("/metadata/generation") }
    private let unseen = Rollout.Standing.running("the controller has not seen the change yet")

    private func condition(_ type: String) -> StructuredValue? {
        object.value(at: "/status/conditions")?.elements.last { $0["type"]?.text == type }
    }

    private func isTrue(_ type: String) -> Bool { condition(type)?["status"]?.text == "True" }

    /// `2 of 3 Pods are new`, and what else is missing.
    private func progress(_ new: Int, of all: Int, ready: Int) -> Rollout.Standing {
        if new < all { return .running("\(new) of \(all) Pods are new") }
        return ready < all ? .running("\(ready) of \(all) new Pods are ready") : .done
    }

    var deployment: Rollout.Standing {
        let wanted = object.value(at: "/spec/replicas")?.number ?? 1
        guard isObserved else {
            return object.value(at: "/spec/paused") == .bool(true) ? paused : unseen
        }
        let (new, all) = (number("/status/updatedReplicas"), number("/status/replicas"))
        if new < wanted || all > new {
            if object.value(at: "/spec/paused") == .bool(true) { return paused }
            if condition("Progressing")?["reason"]?.text == "ProgressDeadlineExceeded" {
                return .failed("it has made no progress for too long")
            }
        }
        let standing = progress(new, of: wanted, ready: number("/status/availableReplicas"))
        guard standing == .done, all > new else { return standing }
        return .running("\(all - new) old Pods are still there")
    }

    private var paused: Rollout.Standing { .failed("its rollout is paused") }

    /// Up to a partition the Pods stay as they are; with OnDelete all of them do.
    var statefulSet: Rollout.Standing {
        guard isObserved else { return unseen }
        guard text("/spec/updateStrategy/type") != "OnDelete" else { return .done }
        let wanted = object.value(at: "/spec/replicas")?.number ?? 1
        let partition = min(number("/spec/updateStrategy/rollingUpdate/partition"), wanted)
        // On the way back the revision is that of before at once, and a Pod of the other one is counted nowhere.
        let isCurrent = text("/status/currentRevision") == text("/status/updateRevision")
        let updated = number("/status/updatedReplicas")
        let new = isCurrent ? max(updated, number("/status/currentReplicas")) : updated
        let part = progress(new, of: wanted - partition, ready: wanted - partition)
        guard part == .done else { return part }
        let ready = number("/status/readyReplicas")
        return ready < wanted ? .running("\(ready) of \(wanted) Pods are ready") : .done
    }

    var daemonSet: Rollout.Standing {
        guard isObserved else { return unseen }
        guard text("/spec/updateStrategy/type") != "OnDelete" else { return .done }
        return progress(
            number("/status/updatedNumberScheduled"), of: number("/status/desiredNumberScheduled"),
            ready: number("/status/numberAvailable"))
    }

    /// See [Argo Rollouts](https://argoproj.github.io/argo-rollouts/features/kustomize/#status); its generation is a text.
    var argoRollout: Rollout.Standing {
        let observed = Int(text("/status/observedGeneration")) ?? number("/status/observedGeneration")
        guard observed >= number("/metadata/generation") else { return unseen }
        switch text("/status/phase") {
        case "Healthy": return .done
        case "Degraded": return .failed("it is degraded")
        case "Paused": return .running("it is paused between two of its steps")
        default: return .running("\(number("/status/updatedReplicas")) Pods are new")
        }
    }

    var job: Rollout.Standing {
        if isTrue("Complete") { return .done }
        if isTrue("Failed") { return .failed("it has failed") }
        if object.value(at: "/spec/suspend") == .bool(true) { return .failed("it is suspended") }
        return .running("\(number("/status/active")) Pods of it are running")
    }

    var pod: Rollout.Standing {
        switch text("/status/phase") {
        case "Succeeded": .done
        case "Failed": .failed("it has failed")
        default: isTrue("Ready") ? .done : .running("it is not ready yet")
        }
    }
}
