import Execution
import Glibc
import MigrationModel
import StructuredText

/// As of when a dump speaks: nobody writes it down, so it is the newest time that anything in it tells.
enum DumpTime {
    /// The newest time among the fields of an object that say when something happened; `nil` where there is none.
    static func newest(in value: StructuredValue) -> Timestamp? {
        var newest: Timestamp?
        visit(value, depth: 0, &newest)
        return newest
    }

    /// What is nested deeper than any field of these is not looked at.
    private static func visit(_ value: StructuredValue, depth: Int, _ newest: inout Timestamp?) {
        guard depth < 32 else { return }
        switch value {
        case .mapping(let members):
            for member in members {
                if case .string(let text) = member.value {
                    guard fields.contains(member.key), let time = ObservedTime.reading(text) else { continue }
                    newest = max(newest ?? time, time)
                } else {
                    visit(member.value, depth: depth + 1, &newest)
                }
            }
        case .sequence(let elements): for element in elements { visit(element, depth: depth + 1, &newest) }
        case .null, .bool, .integer, .decimal, .string: return
        }
    }

    /// Fields that the API server, controllers and kubelets fill in with the present moment.
    private static let fields: Set<String> = [
        "creationTimestamp", "time", "lastTransitionTime", "lastUpdateTime", "lastHeartbeatTime", "lastProbeTime",
        "startTime", "startedAt", "finishedAt", "completionTime", "lastScheduleTime", "lastSuccessfulTime",
        "lastTimestamp", "renewTime",
    ]

    /// When the newest of some files was written; `nil` where none can be looked at.
    static func modified(_ paths: [String]) -> Timestamp? {
        paths.compactMap { path in
            var facts = stat()
            guard stat(path, &facts) == 0 else { return nil }
            return Timestamp(milliseconds: facts.st_mtim.tv_sec * 1000 + facts.st_mtim.tv_nsec / 1_000_000)
        }.max()
    }
}
