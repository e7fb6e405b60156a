import MigrationModel

/// Takes from one kind of object what tracing needs.
///
/// A kind that is to be known is one more file, and one line in ``ObjectReaders``.
protocol ObjectReader: Sendable {
    /// What to leave out when the object is read.
    var pruning: Pruning { get }
    /// Adds what the object says.
    func read(_ object: DumpedObject, into objects: inout ClusterObjects)
}

extension ObjectReader {
    var pruning: Pruning { .workload }
}
