import MigrationModel
import StructuredText
import Testing

@testable import Detection

/// What each format makes of a text in `data.file`; lines are path behind it, name, text.
struct TextFormatsTests {
    private let id = PlantedKey.id
    private let secret = PlantedKey.secret

    // MARK: JSON and YAML

    @Test(.enabled(if: Readers.json)) func readsJSON() {
        #expect(
            Expanded.file(#"{"a":{"id":"\u0041KIA"},"list":["x",{"name":"n","value":"v"}],"n":1,"t":true}"#) == [
                ".a.id | id | AKIA", ".list[0] |  | x", ".list[1].name | name | n", ".list[1].value | n | v",
                ".n | n | 1",
            ])
    }

    @Test(.enabled(if: Readers.json)) func readsJSONLines() {
        #expect(
            Expanded.file("{\"a\":\"b\"}\n\n{\"a\":\"c\"}\n{broken}\n") == [
                "[0].a | a | b", "[1].a | a | c", "[2] | file | {broken}",
            ])
    }

    @Test(.enabled(if: Readers.json)) func keepsWhatStandsBehindAnErrorInJSON() {
        let lines = Expanded.file("{\"a\":\"b\",\n\"c\":\"d\", \(id) oops")
        #expect(lines.first == ".a | a | b")
        #expect(lines.last?.contains(id) == true)
        #expect(Expanded.file("{\"a: \(id)") == [" | file | {\"a: \(id)"])
    }

    @Test(.enabled(if: Readers.yaml)) func readsYAMLWithItsComments() {
        let text = """
            # accessKey: \(id)
            aws:
              id: x # secret: \(secret)
              script: |
                # not a comment
              url: a#b
            """
        #expect(
            Expanded.file(text) == [
                ".aws.id | id | x", ".aws.script | script | # not a comment\n", ".aws.url | url | a#b",
                " | file | # accessKey: \(id)\n    \n        # secret: \(secret)\n           \n                   \n          ",
            ])
    }

    @Test(.enabled(if: Readers.yaml)) func numbersDocumentsOnlyWhenThereAreSeveral() {
        #expect(Expanded.file("---\na: b\n---\n# empty\n") == [".a | a | b"])
        #expect(Expanded.file("a: b\n---\n\n---\nc: d\n") == ["[0].a | a | b", "[1].c | c | d"])
    }

    @Test func takesNoSentenceForYAML() {
        #expect(Expanded.file("Please note: this is prose") == [" | file | Please note: this is prose"])
    }

    // MARK: Settings

    @Test func readsProfiles() {
        let text = """
            [default]
            aws_access_key_id = \(id)
            aws_secret_access_key=\(secret)
            # old: AKIARZPUZDIKOLDOLDOL

            [profile "b c"]
            region = eu-west-1
            """
        let collection = FieldExpander().expand(["f": Node(text)], kind: "")
        #expect(
            Expanded.lines(collection).prefix(3) == [
                "f.default.aws_access_key_id | aws_access_key_id | \(id)",
                "f.default.aws_secret_access_key | aws_secret_access_key | \(secret)",
                "f[\"profile \\\"b c\\\"\"].region | region | eu-west-1",
            ])
        let scopes = collection.fields.map(\.scope)
        #expect(scopes[0] == scopes[1] && scopes[1] != scopes[2])
        #expect(collection.fields.count == 4)
        #expect(collection.fields[3].text.split(separator: 10, omittingEmptySubsequences: false).count == 7)
        #expect(String(decoding: collection.fields[3].text, as: UTF8.self).contains("# old: AKIARZPUZDIKOLDOLDOL"))
    }

    @Test func readsTOMLAndHCL() {
        #expect(
            Expanded.file("[[server.s3]]\nkey = \"\(id)\"\nsecret = '''\n\(secret)'''\n") == [
                "[\"server.s3\"].key | key | \(id)", "[\"server.s3\"].secret | secret | \n\(secret)",
            ])
        #expect(
            Expanded.file("provider \"aws\" {\n  access_key = \"\(id)\"\n  inner {\n    a = 1\n  }\n}\nb = 2\n") == [
                "[\"provider.aws\"].access_key | access_key | \(id)", "[\"provider.aws\"].inner.a | a | 1",
                ".b | b | 2",
            ])
    }

    @Test func readsDotenv() {
        let text = "# c\nexport ID=\"\(id)\"\nKEY='\(secret)'\nPEM=\"a\\nb\nc\"\nEMPTY=\nJSON=\"{\\\"a\\\": 1}\"\n"
        let lines = Expanded.file(text)
        #expect(lines.prefix(3) == [".ID | ID | \(id)", ".KEY | KEY | \(secret)", ".PEM | PEM | a\nb\nc"])
        #expect(lines.count == 4)
    }

    @Test func leavesTextsAloneThatOnlyEndInEqualsSigns() {
        #expect(Expanded.file("notBase64AtAll!==") == [" | file | notBase64AtAll!=="])
        #expect(Expanded.file("a==") == [" | file | a=="])
    }

    @Test func readsProperties() {
        let text = """
            # spark
            spark.hadoop.fs.s3a.access.key   \(id)
            spark.hadoop.fs.s3a.secret.key=\(secret)
            a.b: \\u0041\\
               B
            """
        #expect(
            Expanded.file(text) == [
                "[\"spark.hadoop.fs.s3a.access.key\"] | spark.hadoop.fs.s3a.access.key | \(id)",
                "[\"spark.hadoop.fs.s3a.secret.key\"] | spark.hadoop.fs.s3a.secret.key | \(secret)",
                "[\"a.b\"] | a.b | AB",
            ])
    }

    @Test func readsTemplates() {
        let text = """
            {{- if .Values.on }}
            env:
              - name: ID
                value: "\(id)"
              - name: KEY
                value: {{ .Values.key | quote }}
            {{- end }}
            """
        let lines = Expanded.file(text)
        #expect(lines.contains(".value | ID | \(id)"))
        #expect(lines.contains(".value | KEY | {{ .Values.key | quote }}"))
    }

    // MARK: One line

    @Test func readsConnectionStrings() {
        let text =
            "DefaultEndpointsProtocol=https;AccountName=store;AccountKey=abcd/+==;EndpointSuffix=core.windows.net"
        #expect(
            Expanded.file(text) == [
                ".DefaultEndpointsProtocol | DefaultEndpointsProtocol | https", ".AccountName | AccountName | store",
                ".AccountKey | AccountKey | abcd/+==", ".EndpointSuffix | EndpointSuffix | core.windows.net",
            ])
        #expect(
            Expanded.file("jdbc:sqlserver://h:1433;user=a;password=b") == [
                " | file | jdbc:sqlserver://h:1433", ".user | user | a", ".password | password | b",
            ])
        #expect(Expanded.file("a=b; c") == [" | file | a=b; c"] || !Expanded.file("a=b; c").isEmpty)
    }

    @Test func readsURLs() {
        #expect(
            Expanded.file("s3://\(id):a%2Fb%2B@minio.local:9000/bucket?region=eu&x=%41#f") == [
                ".user | user | \(id)", ".password › percent | password | a/b+", ".region | region | eu",
                ".x › percent | x | A", " | file | s3://minio.local:9000/bucket#f",
            ])
        #expect(
            Expanded.file("s3://\(id):\(secret)@bucket/p") == [
                ".user | user | \(id)", ".password | password | \(secret)", " | file | s3://bucket/p",
            ])
        #expect(Expanded.file("https://host:8080/a@b") == [" | file | https://host:8080/a@b"])
        #expect(
            Expanded.file("key=\(id)&secret=a%2Bb") == [".key | key | \(id)", ".secret › percent | secret | a+b"])
    }

    @Test func readsCommandLines() {
        let text =
            "export ID='\(id)'; aws --secret-key \"\(secret)\" --region=eu s3 ls && ./run some-long-argument-here"
        #expect(
            Expanded.file(text) == [
                ".ID | ID | \(id)", ".--secret-key | --secret-key | \(secret)", ".--region | --region | eu",
                " | file | export ID=\(blank(22)); aws --secret-key \(blank(42)) --region=   s3 ls && "
                    + "./run some-long-argument-here",
            ])
        #expect(Expanded.file("sh -c \"A=\(id) run\"") == [".-c.A | A | \(id)"])
        #expect(Expanded.file("Don't you - ever - say 'no'") == [" | file | Don't you - ever - say 'no'"])
    }

    private func blank(_ count: Int) -> String { String(repeating: " ", count: count) }
}
