public import MigrationModel
public import StructuredText

/// Reads objects of one cluster as it is now, or as it was when somebody dumped it.
public protocol ClusterReading: Sendable {
    /// One object.
    ///
    /// - Parameter reference: which.
    /// - Returns: the object; `nil` in it when there is none.
    /// - Throws: ``AccessProblem`` when nobody could say.
    func object(_ reference: ObjectReference) async throws(AccessProblem) -> Observed<StructuredValue?>

    /// All objects of a kind in a namespace.
    ///
    /// - Parameters:
    ///   - kind: the kind with its API version, such as `Pod` of `v1`; the name is not looked at.
    ///   - namespace: the namespace.
    /// - Returns: the objects.
    /// - Throws: ``AccessProblem`` when nobody could say, or not of all of them.
    func objects(_ kind: ObjectKind, in namespace: String) async throws(AccessProblem) -> Observed<[StructuredValue]>

    /// Looks for keys, and for who receives them.
    ///
    /// - Parameter namespaces: where to look at least; more may be looked at.
    /// - Returns: what a scan finds there.
    /// - Throws: ``AccessProblem`` when a part could not be scanned: what is not seen must not pass for gone.
    func scan(_ namespaces: Set<String>) async throws(AccessProblem) -> Observed<ScanReport>

    /// Who refers to Secrets and ConfigMaps, whether they are there or not: templates, kept revisions, Pods,
    /// ServiceAccounts, custom resources.
    ///
    /// - Parameters:
    ///   - carriers: the Secrets and ConfigMaps.
    ///   - namespace: the namespace of all of them.
    /// - Returns: the references, without those of Pods and Jobs that have ended.
    /// - Throws: ``AccessProblem`` when a part could not be read: what is not seen must not pass for gone.
    func references(
        to carriers: Set<ObjectReference>, in namespace: String
    ) async throws(AccessProblem) -> Observed<[CarrierReference]>
}

/// A kind of objects.
public struct ObjectKind: Hashable, Sendable {
    /// The group and version: `apps/v1`.
    public var apiVersion: String
    /// The kind: `Deployment`.
    public var kind: String

    /// Creates a kind.
    public init(_ apiVersion: String, _ kind: String) {
        self.apiVersion = apiVersion
        self.kind = kind
    }
}

/// Something that was looked up, with where and as of when.
public struct Observed<Value: Sendable>: Sendable {
    /// What was seen.
    public var value: Value
    /// Where it was looked up: the command, or the dump.
    public var source: String
    /// As of when it holds: for a dump the time at which it was made.
    public var time: Timestamp

    /// Creates an observation.
    public init(_ value: Value, source: String, time: Timestamp) {
        self.value = value
        self.source = source
        self.time = time
    }

    /// What it shows, as evidence.
    public func evidence(_ statement: String) -> Evidence {
        Evidence(source: source, time: time, statement: statement)
    }

    /// The same observation, of what its value means.
    func map<Other>(_ transform: (Value) -> Other) -> Observed<Other> {
        Observed<Other>(transform(value), source: source, time: time)
    }
}
