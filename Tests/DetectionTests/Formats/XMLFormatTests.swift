import MigrationModel
import StructuredText
import Testing

@testable import Detection

struct XMLFormatTests {
    private let id = PlantedKey.id

    @Test func readsHadoopProperties() {
        let text = """
            <?xml version="1.0"?>
            <configuration>
              <property><name>fs.s3a.access.key</name><value>\(id)</value><final>true</final></property>
              <property>
                <value><![CDATA[a<b]]>&amp;&#x41;</value>
                <name>fs.s3a.secret.key</name>
              </property>
              <!-- old: AKIARZPUZDIKOLDOLDOL -->
            </configuration>
            """
        let collection = FieldExpander().expand(["f": Node(text)], kind: "")
        #expect(
            Expanded.lines(collection).dropLast() == [
                "f.configuration.property.final | final | true",
                "f[\"fs.s3a.access.key\"] | fs.s3a.access.key | \(id)",
                "f[\"fs.s3a.secret.key\"] | fs.s3a.secret.key | a<b&A",
            ])
        #expect(collection.fields[1].scope == collection.fields[2].scope)
        let comments = String(decoding: collection.fields[3].text, as: UTF8.self)
        #expect(comments.trimmingPrefix { $0.isWhitespace }.hasPrefix("old: AKIARZPUZDIKOLDOLDOL"))
    }

    @Test func readsElementsAndAttributes() {
        #expect(
            Expanded.file("<s><server id='x' url=\"a>b\"><user>u</user><password>p</password></server></s>") == [
                ".s.server.id | id | x", ".s.server.url | url | a>b", ".s.server.user | user | u",
                ".s.server.password | password | p",
            ])
        #expect(
            Expanded.file("<m><entry key=\"id\">\(id)</entry><add key=\"k\" value=\"v\"/></m>") == [
                ".m.entry.key | key | id", ".m.entry.id | id | \(id)", ".m.add.key | key | k", ".m.add.k | k | v",
            ])
    }

    @Test func toleratesWhatIsNoXML() {
        #expect(Expanded.file("<a>1 < 2 <b>x</a> tail") == [".a | a | 1 < 2", ".a.b | b | x", " | file | tail"])
        #expect(Expanded.file("<your key here>\(id)").last?.hasSuffix(id) == true)
        #expect(Expanded.file("<placeholder>") == [])
    }

    @Test func keepsANameOrAValueThatIsAlone() {
        #expect(
            Expanded.file("<l><p><name>n</name></p><p><value>v</value></p></l>") == [
                ".l.p.name | name | n", ".l.p.value | value | v",
            ])
    }
}
