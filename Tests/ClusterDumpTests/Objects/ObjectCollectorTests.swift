import Foundation
import MigrationModel
import StructuredText
import Testing

@testable import ClusterDump

struct ObjectCollectorTests {
    private static let inline = "PtYgjmUhBel31iEl2hpChYgCfrL1spNxnyVmihA+"

    @Test func countsEveryObject() {
        let objects = Collected.objects(
            "{apiVersion: v1, kind: Event, metadata: {name: a}}", "{apiVersion: v1, kind: Event, metadata: {name: b}}",
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}}",
            "{apiVersion: v1, kind: Event, metadata: {name: d}}",
            "{apiVersion: v1, kind: Event}", "{kind: Kustomization, metadata: {name: e}}", "[1]", "text")
        #expect(objects.kinds == ["dump": ["v1/Event": 3, "v1/ConfigMap": 1]])
        #expect(objects.workloads == [])
    }

    @Test func namesCarriers() {
        let objects = Collected.objects(
            "{apiVersion: v1, kind: Secret, metadata: {name: a, namespace: n}, data: {k: eA==}}",
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: b}}",
            "{apiVersion: example.com/v1, kind: Secret, metadata: {name: c, namespace: n}}")
        #expect(
            objects.carrierNames == [
                CarrierName(input: "dump", kind: .secret, namespace: "n", name: "a"),
                CarrierName(input: "dump", kind: .configMap, namespace: nil, name: "b"),
            ])
    }

    @Test func readsListsInsideDocuments() {
        let pod = "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c}]}}"
        let secret = "{apiVersion: v1, kind: Secret, metadata: {name: s}, type: kubernetes.io/service-account-token}"
        let objects = Collected.objects("{apiVersion: v1, kind: List, items: [\(pod), \(secret), {}, text]}")
        #expect(objects.kinds == ["dump": ["v1/Pod": 1, "v1/Secret": 1]])
        #expect(objects.workloads.map(\.object.reference.name) == ["p"])
        #expect(objects.carrierNames == [CarrierName(input: "dump", kind: .secret, namespace: nil, name: "s")])
        let typed = Collected.objects(
            "{apiVersion: v1, kind: ServiceAccountList, items: [{metadata: {name: a}}, {metadata: {name: b}}]}")
        #expect(typed.serviceAccounts.map(\.object.reference.name) == ["a", "b"])
        #expect(Collected.objects("{apiVersion: v1, kind: List, items: {}}") == ClusterObjects())
    }

    @Test func inheritsTheTypeOfAList() {
        let objects = Collected.objects(
            #"{"metadata":{"name":"p"},"spec":{"containers":[{"name":"c"}]}}"#, as: .json,
            inherited: RawDocument.InheritedType(apiVersion: "v1", kind: "Pod"))
        #expect(
            objects.workloads.map(\.object.reference) == [ObjectReference(apiVersion: "v1", kind: "Pod", name: "p")])
    }

    @Test func readsABrokenObjectAsFarAsItGoes() {
        let text =
            #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"},"spec":{"containers":[{"name":"c","env":[{"#
        #expect(Collected.objects(text, as: .json).workloads.first?.templates.first?.containers.map(\.name) == ["c"])
    }

    @Test func keepsNoLiteralAndNoValueOfASecret() {
        let encoded = Data(Self.inline.utf8).base64EncodedString()
        let objects = Collected.objects(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, annotations: {note: "\(Self.inline)", more: "key \(encoded)"}}
            spec:
              template:
                metadata: {annotations: {note: "\(Self.inline)"}}
                spec:
                  containers:
                  - name: app
                    command: ["run", "--secret", "\(Self.inline)", "-Daws.secretKey=\(Self.inline)"]
                    env:
                    - {name: AWS_SECRET_ACCESS_KEY, value: "\(Self.inline)"}
                    - {name: JAVA_TOOL_OPTIONS, value: "-Daws.secretKey=\(Self.inline)"}
                    - {name: AWS_ENDPOINT_URL, value: "https://id:\(Self.inline)@s3.example.com"}
            """,
            """
            apiVersion: v1
            kind: Secret
            metadata: {name: s, annotations: {kubernetes.io/service-account.name: a}}
            type: kubernetes.io/service-account-token
            data: {token: \(encoded)}
            stringData: {token: "\(Self.inline)"}
            """,
            """
            apiVersion: example.com/v1
            kind: Thing
            metadata: {name: t}
            spec: {clientSecret: "\(Self.inline)", existingSecret: "\(Self.inline)", secretRef: {name: "\(Self.inline)"}}
            """)
        #expect(objects.workloads.count == 1)
        #expect(objects.legacyTokens.count == 1)
        var dumped = String(reflecting: objects)
        dump(objects, to: &dumped)
        #expect(dumped.contains("AWS_SECRET_ACCESS_KEY"))
        #expect(!dumped.contains(Self.inline))
        #expect(!dumped.contains(encoded))
    }

    @Test func mergesInTheSameOrderHoweverWorkWasDivided() {
        let documents = (0..<40).map { index in
            let name = ["b", "a"][index % 2]
            return (index, "{apiVersion: v1, kind: Pod, metadata: {name: \(name), uid: u\(index)}, spec: {}}")
        }
        func merged(_ workers: Int) -> ClusterObjects {
            let parts = (0..<workers).reversed().map { worker in
                var collector = ObjectCollector()
                for (offset, text) in documents where offset % workers == worker {
                    let document = RawDocument(input: "dump", syntax: .yaml, isItem: false, offset: offset, line: 1)
                    collector.collect(
                        Array(text.utf8).span, of: document,
                        header: Collected.header(of: Collected.tree(text) ?? .mapping([])))
                }
                return collector.finish()
            }
            return CollectedObjects.merge(parts)
        }
        let one = merged(1)
        #expect(one.workloads.map(\.object.uid).prefix(3) == ["u0", "u1", "u2"])
        #expect(one.kinds.values.map { $0 } == [["v1/Pod": 40]])
        #expect(merged(2) == one)
        #expect(merged(7) == one)
    }
}
