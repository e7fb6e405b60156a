import Execution
import MigrationModel
import StructuredText
import Testing

struct CarrierReferencesTests {
    private static let carriers: Set<ObjectReference> = [
        ObjectReference(apiVersion: "v1", kind: "Secret", namespace: "shop", name: "aws"),
        ObjectReference(apiVersion: "v1", kind: "ConfigMap", namespace: "shop", name: "aws"),
    ]

    private func references(_ kind: String, _ rest: String, apiVersion: String = "v1") throws -> [CarrierReference] {
        let text =
            #"{"apiVersion":"\#(apiVersion)","kind":"\#(kind)","metadata":{"name":"x","namespace":"shop"},\#(rest)}"#
        return CarrierReferences.references(
            in: try #require(ObservedDocument.reading(Array(text.utf8))), to: Self.carriers)
    }

    private func places(_ kind: String, _ rest: String, apiVersion: String = "v1") throws -> [String] {
        try references(kind, rest, apiVersion: apiVersion).map {
            "\($0.carrier.kind) \($0.entry ?? "*") \($0.place)\($0.isCertain ? "" : "?")"
        }
    }

    @Test func knowsTheFieldsOfPods() throws {
        let pod = """
            "spec":{"imagePullSecrets":[{"name":"aws"},{"name":"other"}],"containers":[{"name":"aws",
            "env":[{"name":"A","value":"aws"},{"name":"B","valueFrom":{"secretKeyRef":{"name":"aws","key":"id"}}}],
            "envFrom":[{"configMapRef":{"name":"aws"}}]}],
            "volumes":[{"name":"v","secret":{"secretName":"aws","items":[{"key":"a"},{"key":"b"}]}},
            {"name":"w","projected":{"sources":[{"configMap":{"name":"aws"}}]}},{"name":"z","azureFile":{"secretName":"aws"}},
            {"name":"c","csi":{"nodePublishSecretRef":{"name":"aws"}}}]}
            """
        #expect(
            try places("Pod", pod) == [
                "Secret * spec.imagePullSecrets[0]", "Secret id spec.containers[0].env[1].valueFrom.secretKeyRef",
                "ConfigMap * spec.containers[0].envFrom[0].configMapRef", "Secret a spec.volumes[0].secret",
                "Secret b spec.volumes[0].secret", "ConfigMap * spec.volumes[1].projected.sources[0].configMap",
                "Secret * spec.volumes[2].azureFile.secretName", "Secret * spec.volumes[3].csi.nodePublishSecretRef",
            ])
    }

    @Test func passesOverWhatStartsNothingAnyMore() throws {
        let spec = #""spec":{"imagePullSecrets":[{"name":"aws"}]}"#
        #expect(try places("Pod", spec + #","status":{"phase":"Succeeded"}"#) == [])
        #expect(try places("Job", spec + #","status":{"conditions":[{"type":"Complete","status":"True"}]}"#) == [])
        #expect(
            try places("Job", spec + #","status":{"conditions":[{"type":"Complete","status":"False"}]}"#).count == 1)
        let deleted = #"{"kind":"Pod","metadata":{"namespace":"shop","deletionTimestamp":"x"},\#(spec)}"#
        let value = try #require(ObservedDocument.reading(Array(deleted.utf8)))
        #expect(CarrierReferences.references(in: value, to: Self.carriers) == [])
    }

    @Test func looksIntoKeptRevisions() throws {
        let data = #""data":{"spec":{"template":{"spec":{"containers":[{"envFrom":[{"secretRef":{"name":"aws"}}]}]}}}}"#
        #expect(
            try places("ControllerRevision", data, apiVersion: "apps/v1")
                == ["Secret * data.spec.template.spec.containers[0].envFrom[0].secretRef"])
    }

    @Test func suspectsFieldsOfCustomResources() throws {
        let spec = """
            "spec":{"name":"aws","schedule":"aws","accessKeySecretRef":{"name":"aws","key":"id"},"credentials":"aws",
            "store":{"config":{"file":"aws"}}}
            """
        #expect(
            try places("Backup", spec, apiVersion: "example.com/v1") == [
                "Secret id spec.accessKeySecretRef?", "Secret * spec.credentials?",
                "ConfigMap * spec.store.config.file?",
            ])
    }

    @Test func meansTheNamespaceOfTheObjectAlone() throws {
        let text = #"{"kind":"Pod","metadata":{"namespace":"other"},"spec":{"imagePullSecrets":[{"name":"aws"}]}}"#
        let value = try #require(ObservedDocument.reading(Array(text.utf8)))
        #expect(CarrierReferences.references(in: value, to: Self.carriers) == [])
    }

    @Test func survivesWhatIsNestedDeeply() throws {
        let deep = String(repeating: #"{"a":"#, count: 3000) + "1" + String(repeating: "}", count: 3000)
        #expect(try places("Backup", "\"spec\":" + deep, apiVersion: "example.com/v1") == [])
    }
}
