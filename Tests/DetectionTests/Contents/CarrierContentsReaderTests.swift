import Foundation
import MigrationModel
import StructuredText
import Testing

@testable import Detection

struct CarrierContentsReaderTests {
    private func contents(_ text: String, _ syntax: Syntax = .yaml, kind: String = "") -> [CarrierContents] {
        let source = DocumentSource(input: "dump", syntax: syntax, apiVersion: kind.isEmpty ? "" : "v1", kind: kind)
        let reader = CarrierContentsReader()
        let found = reader.contents(of: Array(text.utf8).span, from: source)
        let header = ObjectScreen().screen(
            Array(text.utf8).span, syntax: syntax, apiVersion: source.apiVersion, kind: kind
        ).header
        // What the screen knows of an object saves parsing it, and changes nothing.
        #expect(reader.contents(of: Array(text.utf8).span, from: source, header: header) == found)
        return found
    }

    private static let profiles = """
        [default]
        aws_access_key_id = \(TestKeys.id)
        aws_secret_access_key =
        [profile reports]
        role_arn = arn:aws:iam::123456789012:role/reports
        source_profile = default
        """

    private static let expected = FileContents.profiles([
        ProfileContents(
            section: "default", settings: ["aws_access_key_id": .present, "aws_secret_access_key": .empty]),
        ProfileContents(section: "profile reports", settings: ["role_arn": .present, "source_profile": .present]),
    ])

    @Test func readsSecrets() {
        let text = """
            apiVersion: v1
            kind: Secret
            metadata: {name: aws, namespace: n}
            type: Opaque
            data:
              credentials: \(Data(Self.profiles.utf8).base64EncodedString())
              AWS_PROFILE: \(Data("reports".utf8).base64EncodedString())
              empty: ""
              none: null
              blank: IA==
              raw: "not base64!"
              replaced: eA==
            stringData: {replaced: "", key.json: '{"type": "service_account"}'}
            """
        let object = ObjectReference(apiVersion: "v1", kind: "Secret", namespace: "n", name: "aws")
        #expect(
            contents(text) == [
                CarrierContents(
                    input: "dump", object: object, secretType: "Opaque",
                    entries: [
                        "credentials": EntryContents(shape: .present, file: Self.expected),
                        "AWS_PROFILE": EntryContents(shape: .present), "empty": EntryContents(shape: .empty),
                        "none": EntryContents(shape: .empty), "blank": EntryContents(shape: .blank),
                        "raw": EntryContents(shape: .present), "replaced": EntryContents(shape: .empty),
                        "key.json": EntryContents(shape: .present, file: .google(type: "service_account")),
                    ])
            ])
    }

    @Test func readsConfigMaps() {
        let text = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: conf}
            data:
              AWS_PROFILE: reports
              AWS_SECRET_ACCESS_KEY: literal
              eA==: eA==
            binaryData: {config: \(Data(Self.profiles.utf8).base64EncodedString())}
            """
        #expect(
            contents(text) == [
                CarrierContents(
                    input: "dump", object: ObjectReference(apiVersion: "v1", kind: "ConfigMap", name: "conf"),
                    entries: [
                        "AWS_PROFILE": EntryContents(shape: .present, text: "reports"),
                        "AWS_SECRET_ACCESS_KEY": EntryContents(shape: .present),
                        "eA==": EntryContents(shape: .present),
                        "config": EntryContents(shape: .present, file: Self.expected),
                    ])
            ])
    }

    @Test func readsListsAndInheritedTypes() {
        let item = #"{"metadata":{"name":"a"},"data":{"k":"eA=="}}"#
        #expect(contents(item, .json, kind: "Secret").map(\.object.name) == ["a"])
        let list =
            #"{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"Secret",\#(item.dropFirst())]}"#
        #expect(contents(list, .json).map(\.entries) == [["k": EntryContents(shape: .present)]])
    }

    @Test(arguments: [
        "{apiVersion: v1, kind: Pod, metadata: {name: a}, data: {k: v}}",
        "{apiVersion: example.com/v1, kind: Secret, metadata: {name: a}, data: {k: v}}",
        "{apiVersion: v1, kind: Secret, metadata: {name: a}, type: helm.sh/release.v1, data: {release: eA==}}",
        "{apiVersion: v1, kind: Secret}", "[1]", "text", "",
    ])
    func leavesOut(_ text: String) {
        #expect(contents(text) == [])
    }

    @Test(arguments: ["data: {k: {a: b}}", "data: [a]", "data: text", "stringData: {k: []}", "data: {}"])
    func passesOverWrongTypes(_ data: String) {
        #expect(contents("{apiVersion: v1, kind: Secret, metadata: {name: a}, \(data)}").map(\.entries) == [[:]])
    }

    @Test func keepsNoValue() {
        let values = TestKeys.allSecret
        let data = values.enumerated().map { "  a\($0): \(Data($1.utf8).base64EncodedString())\n" }.joined()
        let plain = values.enumerated().map { "  b\($0): \"\($1)\"\n" }.joined()
        let file = values.enumerated().map { "    [profile p\($0)]\n    aws_secret_access_key = \($1)\n" }.joined()
        let body = "data:\n\(data)stringData:\n\(plain)  config: |\n\(file)"
        let read =
            contents("apiVersion: v1\nkind: Secret\nmetadata: {name: s}\n\(body)")
            + contents("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n\(plain)  config: |\n\(file)")
        #expect(read.map(\.entries.count) == [2 * values.count + 1, values.count + 1])
        var dumped = String(reflecting: read)
        dump(read, to: &dumped)
        for value in values {
            #expect(!dumped.contains(value))
            #expect(!dumped.contains(Data(value.utf8).base64EncodedString()))
        }
    }
}
