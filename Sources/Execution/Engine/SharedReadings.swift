import MigrationModel
import StructuredText
import Synchronization

/// The readings of clusters within one look at many steps: what was asked once is not asked again.
final class SharedReadings: Sendable {
    private let open: @Sendable (PlannedCluster) -> (any ClusterReading)?
    private let readings = Mutex<[PlannedCluster: RememberedReading]>([:])

    init(_ open: @escaping @Sendable (PlannedCluster) -> (any ClusterReading)?) { self.open = open }

    /// The reading of a cluster.
    @Sendable func reading(_ cluster: PlannedCluster) -> (any ClusterReading)? {
        readings.withLock { readings in
            if let known = readings[cluster] { return known }
            guard let reading = open(cluster).map(RememberedReading.init) else { return nil }
            readings[cluster] = reading
            return reading
        }
    }
}

/// A reading that remembers scans, which are what takes long.
private actor RememberedReading: ClusterReading {
    private let reading: any ClusterReading
    private var scans: [Set<String>: Result<Observed<ScanReport>, AccessProblem>] = [:]

    init(_ reading: any ClusterReading) { self.reading = reading }

    func object(_ reference: ObjectReference) async throws(AccessProblem) -> Observed<StructuredValue?> {
        try await reading.object(reference)
    }

    func objects(_ kind: ObjectKind, in namespace: String) async throws(AccessProblem) -> Observed<[StructuredValue]> {
        try await reading.objects(kind, in: namespace)
    }

    func scan(_ namespaces: Set<String>) async throws(AccessProblem) -> Observed<ScanReport> {
        if let known = scans[namespaces] { return try known.get() }
        let result: Result<Observed<ScanReport>, AccessProblem>
        do throws(AccessProblem) {
            result = .success(try await reading.scan(namespaces))
        } catch {
            result = .failure(error)
        }
        scans[namespaces] = result
        return try result.get()
    }
}
