import MigrationModel
import Tracing

/// What one scan found, and what it takes to tell more of it.
struct ScanResult {
    /// The report.
    var report: ScanReport
    /// What was read besides keys.
    var objects: ClusterObjects
    /// What was traced, for stories of single keys and workloads.
    var cluster: ClusterTrace

    /// The stories of all that a subject can mean: a key or the beginning of its id, or a workload.
    func explanations(of subject: String) -> [Explanation] {
        cluster.explain(subject, in: report.trace).map { explanation in
            var told = explanation
            told.generated = report.generated
            told.isPartial = report.isPartial
            return told
        }
    }
}
