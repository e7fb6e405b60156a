import MigrationModel
import StructuredText
import Testing

@testable import Detection

struct ObjectExaminerTests {
    private func examine(
        _ text: String, _ syntax: Syntax? = .yaml, isItem: Bool = false, apiVersion: String = "", kind: String = ""
    ) -> Examination {
        ObjectExaminer().examine(
            Array(text.utf8).span,
            from: DocumentSource(
                input: "dump", syntax: syntax, isItem: isItem, offset: 1000, line: 10, apiVersion: apiVersion,
                kind: kind))
    }

    /// Object, line and path of everything that was found.
    private func places(_ examination: Examination) -> [String] {
        examination.sightings.map { "\($0.place.object?.description ?? "-") \($0.place.line) \($0.place.path)" }
    }

    private let head = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: prod\n"
    private let id = TestKeys.id

    @Test func tellsWhatAndWhere() {
        let found = examine(head + "data:\n  AWS_ACCESS_KEY_ID: \(id)\n  AWS_SECRET_ACCESS_KEY: \(TestKeys.secret)\n")
        let object = ObjectReference(apiVersion: "v1", kind: "ConfigMap", namespace: "prod", name: "settings")
        #expect(
            found.sightings == [
                Sighting(
                    key: KeyIdentity(id: id, kind: .awsAccessKey, account: "123456789012"),
                    place: Place(
                        input: "dump", line: 16, object: object,
                        path: ValuePath([.field("data"), .field("AWS_ACCESS_KEY_ID")])),
                    confidence: found.sightings.first?.confidence ?? .named)
            ])
        #expect(found.carriers == [ObjectDescription(reference: object)])
        #expect(found.lookAlikes == [:])
        #expect(found.problems == [])
    }

    @Test func findsNothingInOthers() {
        #expect(examine(head + "data:\n  a: b\n") == Examination())
        #expect(examine("", nil) == Examination())
        #expect(examine("{}", .json) == Examination())
    }

    @Test func readsAnItemOfATypedList() {
        let item = "- metadata:\n    name: a\n  data:\n    k: \(id.base64)\n"
        let found = examine(item, isItem: true, apiVersion: "v1", kind: "Secret")
        #expect(places(found) == ["Secret a 13 data.k › base64"])
        #expect(found.carriers.map(\.reference) == [ObjectReference(apiVersion: "v1", kind: "Secret", name: "a")])
    }

    @Test func takesANestedListApart() {
        let list = """
            {"apiVersion":"v1","kind":"List","items":[
            {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{"k":"\(TestKeys.ids[0])"}},
            {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"b"},"data":{"k":"\(TestKeys.ids[1])"}}]}
            """
        #expect(places(examine(list, .json)) == ["ConfigMap a 11 data.k", "ConfigMap b 12 data.k"])
        let empty = "{\"kind\":\"List\",\"items\":[],\"note\":\"\(id)\"}"
        #expect(places(examine(empty, .json)) == ["- 10 note"])
    }

    @Test func searchesWhatIsNoObject() {
        #expect(places(examine("key: \(id)\n")) == ["- 10 key"])
        #expect(places(examine("export AWS_ACCESS_KEY_ID=\(id)\n", nil)).count == 1)
        #expect(examine("key: \(id)\n").carriers == [])
    }

    @Test func searchesComments() {
        let found = examine(head + "data:\n  a: b # was \(id)\n# and \(TestKeys.ids[1])\n")
        #expect(found.sightings.map(\.key.id) == [id, TestKeys.ids[1]])
        #expect(found.sightings.map(\.place.line) == [16, 17])
        #expect(found.sightings.allSatisfy { $0.place.object?.name == "settings" })
        #expect(found.problems == [])
    }

    @Test func searchesTheRestBehindAnError() {
        let found = examine(head + "data:\n  one: \(id)\n  two: [\n  three: \(TestKeys.ids[1])\n")
        #expect(Set(found.sightings.map(\.key.id)) == [id, TestKeys.ids[1]])
        #expect(found.sightings.first?.place.object?.name == "settings")
        #expect(found.problems.map(\.code) == [.malformedYAML])
        #expect(found.problems.first?.object?.name == "settings")
        #expect((found.problems.first?.offset ?? 0) > 1000)
        let json = examine("{\"a\":\"\(id)\",\n\"b\":oops \(TestKeys.ids[1])", .json)
        #expect(json.sightings.map(\.key.id) == [id, TestKeys.ids[1]])
        #expect(json.problems.map(\.code) == [.malformedJSON])
        #expect(json.problems.map(\.line) == [11])
    }

    @Test func searchesTemplatesWithoutComplaint() {
        let template = "{{- if .Values.x }}\napiVersion: v1\nkey: \(id)\n{{ end }}\n"
        let found = examine(template)
        #expect(found.sightings.map(\.key.id) == [id])
        #expect(found.problems == [])
        #expect(examine("a: [\nkey: \(id)\n").problems.map(\.code) == [.malformedYAML])
        #expect(examine("{{- if .Values.x }}", .json).problems.map(\.code) == [.malformedJSON])
    }

    /// A dump whose objects hold templates is none.
    @Test func takesNoListThatIsCutOffForATemplate() {
        let item = "- apiVersion: v1\n  kind: ConfigMap\n  data:\n    a: \"{{ .Values.x }}\"\n    b: [\(id)\n"
        let found = examine(item, isItem: true)
        #expect(found.sightings.map(\.key.id) == [id])
        #expect(found.problems.map(\.code) == [.malformedYAML])
        #expect(examine("a: {{ .Values.x }}\nb: [\n").problems == [])
    }

    /// What was read of it was not handed out, so it is searched from its beginning.
    @Test(arguments: ["\"", "'"])
    func searchesAQuotedTextThatIsCutOff(quote: String) {
        let found = examine(head + "data:\n  a: \(quote)x\n\n    \(id)\n\n    y\n")
        #expect(found.sightings.map(\.key.id) == [id])
        #expect(found.problems.map { "\($0.code.rawValue) \($0.line ?? 0)" } == ["malformed-yaml 16"])
    }

    @Test func reportsDuplicateKeysWithoutTheirValues() {
        let head = "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"a\"},\n"
        let found = examine(head + "\"x\":1,\"x\":2}", .json)
        #expect(
            found.problems == [
                Problem(
                    .duplicateKey, input: "dump", line: 11, offset: 1067,
                    object: ObjectReference(apiVersion: "v1", kind: "Secret", name: "a"),
                    message: "the key \"x\" stands twice in one mapping; both values were searched",
                    advice: "programs disagree on which one counts: remove one")
            ])
    }

    @Test func reportsWhatCannotBeDecoded() {
        let secret = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\ndata:\n"
        #expect(examine(secret + "  k: not base64!\n").problems.map(\.code) == [.secretNotBase64])
        #expect(examine(secret + "  k: YQ==\n").problems == [])
        let damaged = [UInt8](Array(String(repeating: "text ", count: 50).utf8).gzip.dropLast(9)).base64
        let found = examine(secret + "  k: \(damaged)\n")
        #expect(found.problems.map(\.code) == [.damagedCompression])
        #expect(!(found.problems.first?.message.contains(damaged) ?? true))
    }

    @Test func reportsBytesThatAreNoUTF8() {
        let bytes = Array("{\"a\":\"\(id)\",\"b\":\"".utf8) + [0xff] + Array("\"}".utf8)
        let found = ObjectExaminer().examine(bytes.span, from: DocumentSource(input: "dump", syntax: .json))
        #expect(found.sightings.map(\.key.id) == [id])
        #expect(found.problems.map(\.code) == [.invalidUTF8])
    }
}
