import Execution
import Foundation
import MigrationModel
import StructuredText

/// A cluster in memory, for answers that no API server here gives: what runs in containers, what a scan finds.
struct HeldCluster: ClusterReading {
    var objects: [StructuredValue] = []
    var report = ScanReport(generated: "", inputs: [], keys: [])
    var time = StandingClock().now()

    init(_ manifests: String..., report: ScanReport = ScanReport(generated: "", inputs: [], keys: [])) {
        objects = manifests.compactMap { ObservedDocument.reading(Array($0.utf8)) }
        self.report = report
    }

    private func name(_ value: StructuredValue?) -> String {
        if case .string(let text)? = value { text } else { "" }
    }

    func object(_ reference: ObjectReference) async throws(AccessProblem) -> Observed<StructuredValue?> {
        let found = objects.first {
            name($0["kind"]) == reference.kind && name($0["metadata"]?["name"]) == reference.name
        }
        return Observed(found, source: "held", time: time)
    }

    func objects(
        _ kind: ObjectKind, in namespace: String
    ) async throws(AccessProblem) -> Observed<[StructuredValue]> {
        Observed(objects.filter { name($0["kind"]) == kind.kind }, source: "held", time: time)
    }

    func scan(_ namespaces: Set<String>) async throws(AccessProblem) -> Observed<ScanReport> {
        Observed(report, source: "held", time: time)
    }

    func references(
        to carriers: Set<ObjectReference>, in namespace: String
    ) async throws(AccessProblem) -> Observed<[CarrierReference]> {
        Observed(
            objects.flatMap { CarrierReferences.references(in: $0, to: carriers) }, source: "held", time: time)
    }

    /// A Deployment of one replica, as its controller leaves it.
    static func deployment(_ environment: String = "") -> String {
        """
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"api","namespace":"shop","uid":"d"},
        "spec":{"replicas":1,"template":{"spec":{"containers":[{"name":"api","env":[\(environment)]}]}}}}
        """
    }

    static let replicaSet = """
        {"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"api-1","namespace":"shop","uid":"r",
        "ownerReferences":[{"apiVersion":"apps/v1","kind":"Deployment","name":"api","uid":"d"}]}}
        """

    /// A Pod of it.
    static func pod(_ environment: String = "", rest: String = "", ready: Bool = true) -> String {
        """
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"api-1-x","namespace":"shop","creationTimestamp":"2026-01-01T00:00:00Z",
        "ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"api-1","uid":"r"}]},
        "spec":{"serviceAccountName":"api","containers":[{"name":"api","env":[\(environment)]}]\(rest)},
        "status":{"phase":"Running","startTime":"2026-01-01T00:00:10Z",
        "conditions":[{"type":"Ready","status":"\(ready ? "True" : "False")"}]}}
        """
    }

    static let key = #"{"name":"AWS_ACCESS_KEY_ID","valueFrom":{"secretKeyRef":{"name":"aws","key":"id"}}}"#
}
