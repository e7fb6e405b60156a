import MigrationModel
import StructuredText
import Testing

@testable import Detection

struct FieldExpanderTests {
    private let id = PlantedKey.id
    private let secret = PlantedKey.secret

    // MARK: Structure

    @Test func namesEnvironmentEntriesAndGroupsThem() {
        let document: Node = [
            "spec": [
                "containers": [
                    [
                        "name": "a",
                        "env": [["name": "ID", "value": Node(id)], ["name": "KEY", "value": Node(secret)]],
                    ],
                    ["name": "b", "env": [["name": "ID", "value": "other"]]],
                ]
            ]
        ]
        let collection = FieldExpander().expand(document, kind: "Pod")
        #expect(
            Expanded.lines(collection) == [
                "spec.containers[0].name | name | a",
                "spec.containers[0].env[0].name | name | ID",
                "spec.containers[0].env[0].value | ID | \(id)",
                "spec.containers[0].env[1].name | name | KEY",
                "spec.containers[0].env[1].value | KEY | \(secret)",
                "spec.containers[1].name | name | b",
                "spec.containers[1].env[0].name | name | ID",
                "spec.containers[1].env[0].value | ID | other",
            ])
        let scopes = collection.fields.map(\.scope)
        #expect(Set(scopes[1...4]).count == 1)
        #expect(scopes[1] != scopes[6])
        #expect(collection.parents[scopes[1]] == scopes[0])
        #expect(collection.parents[scopes[6]] == scopes[5])
    }

    @Test func namesEntriesWithKeyAndValueInAnyOrder() {
        let document: Node = ["list": [["value": Node(id), "key": "access"], ["Name": "n", "Value": "v"]]]
        #expect(
            Expanded.lines(document) == [
                "list[0].value | access | \(id)", "list[0].key | key | access",
                "list[1].Name | Name | n", "list[1].Value | n | v",
            ])
    }

    @Test func keepsMappingsOfListsApartThatAreNoPairs() {
        let collection = FieldExpander().expand(["list": [["name": "a", "x": "1"], ["value": "b"]]], kind: "")
        #expect(collection.fields.map(\.name) == ["name", "x", "value"])
        #expect(collection.fields[0].scope == collection.fields[1].scope)
        #expect(collection.fields[1].scope != collection.fields[2].scope)
    }

    @Test func namesArgumentsByTheFlagBefore() {
        let document: Node = ["args": ["--access-key", Node(id), "--secret=x", "plain", "-v", "--last"]]
        let collection = FieldExpander().expand(document, kind: "Pod")
        #expect(
            Expanded.lines(collection) == [
                "args[0] |  | --access-key", "args[1] | --access-key | \(id)", "args[2] |  | --secret=x",
                "args[3] |  | plain", "args[4] |  | -v", "args[5] |  | --last",
            ])
        #expect(Set(collection.fields.map(\.scope)).count == 1)
    }

    @Test func keepsOffsetsAndHandlesScalarDocuments() {
        let scalar = Node.Scalar(bytes: Array("AWS_ID=\(id)\nAWS_KEY=\"\(secret)\"\n".utf8), quoted: true, offset: 7)
        let collection = FieldExpander().expand(.scalar(scalar), kind: "")
        #expect(Expanded.lines(collection) == ["AWS_ID | AWS_ID | \(id)", "AWS_KEY | AWS_KEY | \(secret)"])
        #expect(collection.fields.map(\.offset) == [7, 7])
    }

    @Test func leavesOutWhatIsNoText() {
        let plain = { (text: String) in Node.scalar(.init(bytes: Array(text.utf8), quoted: false, offset: 0)) }
        #expect(Expanded.lines(["a": plain("null"), "b": plain("true"), "c": "", "d": plain("12")]) == ["d | d | 12"])
    }

    @Test func showsNoText() {
        let field = FieldExpander().expand(["password": Node(secret)], kind: "").fields[0]
        for text in ["\(field)", String(reflecting: field), "\(Mirror(reflecting: field).children.map(\.value))"] {
            #expect(!text.contains(secret))
        }
    }

    // MARK: Decoding

    @Test func decodesDataOfSecrets() {
        let document: Node = ["data": ["id": Node(id.base64), "short": Node("eu".base64), "empty": ""]]
        #expect(
            Expanded.lines(document, kind: "Secret") == [
                "data.id › base64 | id | \(id)", "data.short › base64 | short | eu",
            ])
    }

    @Test func reportsDataThatIsNoBase64() {
        let document: Node = ["data": ["bad": Node(id + "!")], "stringData": ["fine": "!"]]
        let collection = FieldExpander().expand(document, kind: "Secret")
        let path = ValuePath([.field("data"), .field("bad")])
        #expect(collection.problems == [FieldProblem(code: .secretNotBase64, path: path)])
        #expect(Expanded.lines(collection) == ["data.bad | bad | \(id)!", "stringData.fine | fine | !"])
        #expect(FieldExpander().expand(document, kind: "ConfigMap").problems.isEmpty)
    }

    @Test func decodesBinaryData() {
        let bytes: [UInt8] = [0, 1, 2] + Array(id.utf8)
        let collection = FieldExpander().expand(["binaryData": ["f": Node(bytes.base64)]], kind: "ConfigMap")
        #expect(collection.fields.map(\.text) == [Array(bytes.base64.utf8), bytes])
        #expect(collection.fields.map(\.path.description) == ["binaryData.f", "binaryData.f › base64"])
        let long = bytes + [UInt8](repeating: 0, count: 200)
        let other = FieldExpander().expand(["binaryData": ["f": Node(long.base64)]], kind: "ConfigMap")
        #expect(other.fields.map(\.text) == [long])
    }

    @Test func keepsAKeyThatNobodyEncoded() {
        let lines = Expanded.lines(["data": ["id": Node(id)]], kind: "Secret")
        #expect(lines.first == "data.id | id | \(id)")
        #expect(lines.count == 2)
    }

    @Test func makesFieldsOfNamesThatAreKeys() {
        #expect(
            Expanded.lines(["users": [id: Node(secret), "AKIA": "x"]] as Node).map { String($0) } == [
                "users.\(id) |  | \(id)", "users.\(id) | \(id) | \(secret)", "users.AKIA | AKIA | x",
            ])
        #expect(
            Expanded.file("[\(id)]\nsecret = \(secret)\n") == [
                ".\(id) |  | \(id)", ".\(id).secret | secret | \(secret)",
            ])
    }

    /// The id straddles the line break at some of the lengths of what stands before it.
    @Test(.enabled(if: Readers.yaml), arguments: 0..<60) func findsWrappedAndIndentedBase64(shift: Int) {
        let inner = (String(repeating: "x", count: shift) + " " + id + " and more text behind it").base64
        let yaml = "list:\n  - key: |\n\(inner.wrapped(76, indent: "      "))\n    other: x\n"
        let path = "data.f › base64 › list[0].key › base64"
        #expect(Expanded.keyPaths(["data": ["f": Node(yaml.base64)]]) == [path])
        let text = "# no format {{\n  blob >\n\(inner.wrapped(64, indent: "\t"))\n"
        #expect(Expanded.keyPaths(["data": ["f": Node(text.base64)]]) == ["data.f › base64 › line 3 › base64"])
    }

    @Test(arguments: wrappings)
    func unwraps(decodings: String, text: String) {
        let paths = Expanded.keyPaths(["data": ["f": Node(text)]], kind: "ConfigMap")
        #expect(paths.last == "data.f › \(decodings)")
        #expect(paths.count == (decodings == "percent" ? 2 : 1))
    }

    private static let wrappings: [(String, String)] = [
        ("base64", id64),
        ("base64url", "n?>>~\(PlantedKey.id)?".base64url),
        ("base64 › base64", id64.base64),
        ("base64", id64long.wrapped(76)),
        ("base64", id64long.wrapped(64, indent: "    ") + "\n"),
        ("base64 › gzip", Array(long.utf8).gzip.base64),
        ("base64 › zlib", Array(long.utf8).zlib.base64),
        ("base64 › utf16", utf16.base64),
        ("base64 › utf16", bigEndian.base64),
        ("percent", "x%3A\(PlantedKey.id)"),
    ]
    private static let utf16: [UInt8] = Array("id \(PlantedKey.id)".utf16).flatMap {
        [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] as [UInt8]
    }
    private static let bigEndian: [UInt8] =
        [254, 255] + Array(long.utf16).flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] as [UInt8] }
    private static let id64 = "id is \(PlantedKey.id)".base64
    private static let long = "The id of this key is \(PlantedKey.id), and some more words after it, for length. ¡Olé!"
    private static let id64long = long.base64

    @Test func keepsTextsThatDecodeByAccident() {
        for text in [secret, "averyveryverylongidentifierthatdecodes", String(repeating: "A", count: 40)] {
            #expect(Expanded.file(text) == [" | file | \(text)"])
        }
    }

    @Test func leavesShortTextsAlone() {
        let text = "sixteen letters.".base64
        #expect(Expanded.file(text) == [" | file | \(text)"])
    }

    @Test func keepsBinaryBesideTheTextThatItDecodesFrom() {
        let text = ([0, 1, 2, 200] + Array(id.utf8) + [255]).base64
        let paths = FieldExpander().expand(["f": Node(text)], kind: "").fields.map(\.path.description)
        #expect(paths == ["f", "f › base64"])
    }

    @Test func reportsDamagedGzip() {
        let gzip = Array(String(repeating: "some text, ", count: 100).utf8).gzip
        let collection = FieldExpander().expand(["data": ["f": Node(gzip.dropLast(9).base64)]], kind: "Secret")
        let path = ValuePath([.field("data"), .field("f"), .decoding(.base64)])
        #expect(collection.problems == [FieldProblem(code: .damagedCompression, path: path)])
    }

    // MARK: Formats inside formats

    @Test(.enabled(if: Readers.json)) func looksInsideAppliedConfiguration() {
        let applied = #"{"kind":"Secret","data":{"AWS_ACCESS_KEY_ID":"\#(id.base64)","region":"ZXU="}}"#
        let document: Node = [
            "metadata": ["annotations": ["kubectl.kubernetes.io/last-applied-configuration": Node(applied)]]
        ]
        let start = #"metadata.annotations["kubectl.kubernetes.io/last-applied-configuration"]"#
        #expect(
            Expanded.lines(document, kind: "Secret") == [
                "\(start).kind | kind | Secret",
                "\(start).data.AWS_ACCESS_KEY_ID › base64 | AWS_ACCESS_KEY_ID | \(id)",
                "\(start).data.region › base64 | region | eu",
            ])
    }

    @Test(.enabled(if: Readers.both)) func looksInsideHelmReleases() {
        let manifest = """
            ---
            # Source: a/cm.yaml
            kind: ConfigMap
            ---
            # Source: a/secret.yaml
            kind: Secret
            data:
              key: \(id.base64)
            """
        let template = "# old: \(id)\nkey: {{ .Values.key }}\n{{- if .x }}\nother: \(id)\n{{- end }}\n".base64
        let release = """
            {"name":"a","config":{"aws":{"accessKey":"\(id)"}},"chart":{"templates":[{"name":"t","data":"\(template)"}]},
            "manifest":"\(manifest.replacing("\n", with: "\\n"))"}
            """
        let text = Array(release.utf8).gzip.base64.base64
        let start = "data.release › base64 › base64 › gzip › "
        let paths = Expanded.keyPaths(["data": ["release": Node(text)]])
        #expect(paths.contains(start + "config.aws.accessKey"))
        #expect(paths.contains(start + "manifest[1].data.key › base64"))
        #expect(paths.filter { $0.hasPrefix(start + "chart.templates[0].data › base64") }.count == 2)
        #expect(paths.count == 4)
    }

    @Test(.enabled(if: Readers.json)) func looksInsideRegistryLogins() {
        let key = #"{"type":"service_account","private_key_id":"0123"}"#
        let config =
            #"{"auths":{"gcr.io":{"auth":"\#("_json_key:\(key)".base64)"},"#
            + #""x":{"auth":"\#("\(id):\(secret)".base64)"}}}"#
        let start = #"data[".dockerconfigjson"] › base64 › auths"#
        #expect(
            Expanded.lines(["data": [".dockerconfigjson": Node(config.base64)]], kind: "Secret") == [
                #"\#(start)["gcr.io"].auth › base64 › user | user | _json_key"#,
                #"\#(start)["gcr.io"].auth › base64 › password.type | type | service_account"#,
                #"\#(start)["gcr.io"].auth › base64 › password.private_key_id | private_key_id | 0123"#,
                #"\#(start).x.auth › base64 › user | user | \#(id)"#,
                #"\#(start).x.auth › base64 › password | password | \#(secret)"#,
            ])
    }
}
