import MigrationModel
import StructuredText

/// A Pod, and what of it matters for a migration.
struct PodSight: Sendable {
    let object: SeenObject

    init(_ object: SeenObject) { self.object = object }

    var name: String { object.name }
    /// Whether it runs, or will: neither ended nor being deleted.
    var isLiving: Bool { !object.hasEnded && !object.isTerminating }
    var isReady: Bool { object.condition("Ready") == "True" }
    /// When it began to run; when it was made where it does not say.
    var started: Timestamp? { object.status["startTime"]?.asText.flatMap(ObservedTime.reading) ?? object.created }
    /// Containers of all sorts but ephemeral ones, which nothing is injected into.
    var containers: [StructuredValue] {
        (object.spec["initContainers"]?.asElements ?? []) + (object.spec["containers"]?.asElements ?? [])
    }
    /// Why a container waits, or was ended last; `nil` where nothing is wrong.
    var trouble: String? {
        let statuses =
            (object.status["initContainerStatuses"]?.asElements ?? [])
            + (object.status["containerStatuses"]?.asElements ?? [])
        for status in statuses {
            guard let reason = status["state"]?["waiting"]?["reason"]?.asText,
                !["PodInitializing", "ContainerCreating"].contains(reason)
            else { continue }
            return "container \(status["name"]?.asText ?? "") waits because of \(reason)"
        }
        return object.condition("PodScheduled") == "False" ? "no node takes it" : nil
    }

    /// How often its containers were started again, and when one of them ended last.
    var restarts: (count: Int, last: Timestamp?) {
        let statuses = object.status["containerStatuses"]?.asElements ?? []
        let ends = statuses.compactMap {
            $0["lastState"]?["terminated"]?["finishedAt"]?.asText.flatMap(ObservedTime.reading)
        }
        return (statuses.reduce(0) { $0 + ($1["restartCount"]?.asNumber ?? 0) }, ends.max())
    }
}
