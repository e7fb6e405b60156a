import ClusterDump
import Execution
import MigrationModel
import StructuredText

/// A cluster as somebody dumped it, for where keyshift may not ask it.
///
/// The dump is read when it is first asked about, once for its objects and once for a scan. What a dump says nothing of is not
/// gone: an object counts as absent only where the dump has others of its kind and of its namespace.
actor DumpReading: ClusterReading {
    private let inputs: [String]
    private let namespaces: Set<String>
    private let run: ScanRun
    private let present: Timestamp
    private var index: DumpIndex?
    private var report: ScanReport?

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - inputs: files and folders; standard input cannot be read twice, and is not taken.
    ///   - namespaces: those that will be asked about.
    ///   - run: how the dump is scanned.
    ///   - present: the present moment, later than which no dump is.
    init(_ inputs: [String], namespaces: Set<String>, run: ScanRun, present: Timestamp) {
        self.inputs = inputs
        self.namespaces = namespaces
        self.run = run
        self.present = present
    }

    private var source: String { "dump " + inputs.joined(separator: ", ") }

    func object(_ reference: ObjectReference) async throws(AccessProblem) -> Observed<StructuredValue?> {
        let index = try read()
        if let found = index.objects[DumpIndex.Name(reference)] { return observed(found, index) }
        try expect(reference.apiVersion, reference.kind, in: reference.namespace, index)
        return observed(nil, index)
    }

    func objects(
        _ kind: ObjectKind, in namespace: String
    ) async throws(AccessProblem) -> Observed<[StructuredValue]> {
        let index = try read()
        try expect(kind.apiVersion, kind.kind, in: namespace, index)
        let group = DumpIndex.Name.group(of: kind.apiVersion)
        let found = index.objects.filter { name, _ in
            name.group == group && name.kind == kind.kind && name.namespace == namespace
        }
        return observed(found.sorted { $0.key.name < $1.key.name }.map(\.value), index)
    }

    func scan(_ namespaces: Set<String>) async throws(AccessProblem) -> Observed<ScanReport> {
        let index = try read()
        if let report { return observed(report, index) }
        let scanned = run.report(over: DocumentFeed(FileQueue(inputs)))
        guard !scanned.isPartial else { throw partial }
        report = scanned
        return observed(scanned, index)
    }

    func references(
        to carriers: Set<ObjectReference>, in namespace: String
    ) async throws(AccessProblem) -> Observed<[CarrierReference]> {
        let index = try read()
        guard !index.isPartial else { throw partial }
        // Without Pods and what keeps former templates, a reference may be out of sight.
        try expect("v1", "Pod", in: namespace, index)
        try expect("v1", "ServiceAccount", in: namespace, index)
        let own = index.objects.filter { $0.key.namespace == namespace }
        let found = own.values.flatMap { CarrierReferences.references(in: $0, to: carriers) }
        return observed(found.sorted { ($0.object, $0.place) < ($1.object, $1.place) }, index)
    }

    private func observed<Value>(_ value: Value, _ index: DumpIndex) -> Observed<Value> {
        let time = index.newest ?? DumpTime.modified(inputs) ?? present
        return Observed(value, source: source, time: min(time, present))
    }

    private func read() throws(AccessProblem) -> DumpIndex {
        if let index { return index }
        guard !inputs.contains("-") else {
            throw AccessProblem(
                .notObservable, "Standard input cannot be read twice", advice: "Give the dump as a file.")
        }
        let read = DumpIndex.reading(inputs, namespaces: namespaces)
        index = read
        return read
    }

    /// Whether the dump speaks of a kind in a namespace, and all of it could be read.
    private func expect(
        _ apiVersion: String, _ kind: String, in namespace: String?, _ index: DumpIndex
    ) throws(AccessProblem) {
        guard !index.isPartial else { throw partial }
        guard index.knows(apiVersion, kind), namespace.map(index.namespaces.contains) ?? true else {
            let place = namespace.map { " in \($0)" } ?? ""
            throw AccessProblem(
                .notObservable, "The \(source) has no objects of kind \(kind)\(place)",
                advice: "Dump them as well, or look at the cluster itself.")
        }
    }

    private var partial: AccessProblem {
        AccessProblem(
            .unavailable, "A part of the \(source) could not be read", advice: "Run keyshift scan on it to see which.")
    }
}
