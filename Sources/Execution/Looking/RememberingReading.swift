public import MigrationModel
public import StructuredText

/// Asks each question once: what is looked at together is seen as of one moment, and a scan is made once for many steps.
///
/// Make a new one for every look; what it remembers does not grow newer.
public actor RememberingReading: ClusterReading {
    private let reading: any ClusterReading
    private var objects: [ObjectReference: Result<Observed<StructuredValue?>, AccessProblem>] = [:]
    private var lists: [ListName: Result<Observed<[StructuredValue]>, AccessProblem>] = [:]
    private var scans: [Set<String>: Result<Observed<ScanReport>, AccessProblem>] = [:]
    private var references: [ReferenceName: Result<Observed<[CarrierReference]>, AccessProblem>] = [:]

    private struct ListName: Hashable {
        var kind: ObjectKind
        var namespace: String
    }

    private struct ReferenceName: Hashable {
        var carriers: Set<ObjectReference>
        var namespace: String
    }

    /// Creates a reader that remembers nothing yet.
    ///
    /// - Parameter reading: answers each question the first time.
    public init(_ reading: any ClusterReading) { self.reading = reading }

    /// One object, as it was when it was first asked for.
    public func object(_ reference: ObjectReference) async throws(AccessProblem) -> Observed<StructuredValue?> {
        if let known = objects[reference] { return try known.get() }
        let answer = await Self.result { [reading] () throws(AccessProblem) in try await reading.object(reference) }
        objects[reference] = answer
        return try answer.get()
    }

    /// The objects of a kind, as they were when they were first asked for.
    public func objects(
        _ kind: ObjectKind, in namespace: String
    ) async throws(AccessProblem) -> Observed<[StructuredValue]> {
        let name = ListName(kind: kind, namespace: namespace)
        if let known = lists[name] { return try known.get() }
        let answer = await Self.result { [reading] () throws(AccessProblem) in
            try await reading.objects(kind, in: namespace)
        }
        lists[name] = answer
        return try answer.get()
    }

    /// What the first scan of these namespaces found.
    public func scan(_ namespaces: Set<String>) async throws(AccessProblem) -> Observed<ScanReport> {
        if let known = scans[namespaces] { return try known.get() }
        let answer = await Self.result { [reading] () throws(AccessProblem) in try await reading.scan(namespaces) }
        scans[namespaces] = answer
        return try answer.get()
    }

    /// Who referred to the objects when it was first asked.
    public func references(
        to carriers: Set<ObjectReference>, in namespace: String
    ) async throws(AccessProblem) -> Observed<[CarrierReference]> {
        let name = ReferenceName(carriers: carriers, namespace: namespace)
        if let known = references[name] { return try known.get() }
        let answer = await Self.result { [reading] () throws(AccessProblem) in
            try await reading.references(to: carriers, in: namespace)
        }
        references[name] = answer
        return try answer.get()
    }

    private static func result<Value: Sendable>(
        _ body: @Sendable () async throws(AccessProblem) -> Value
    ) async -> Result<Value, AccessProblem> {
        do throws(AccessProblem) {
            return .success(try await body())
        } catch {
            return .failure(error)
        }
    }
}
