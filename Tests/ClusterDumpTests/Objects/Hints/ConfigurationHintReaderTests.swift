import MigrationModel
import StructuredText
import Testing

@testable import ClusterDump

struct ConfigurationHintReaderTests {
    private func objects(_ text: String, gathersHints: Bool = true) -> ClusterObjects {
        var collector = ObjectCollector(gathersHints: gathersHints)
        let document = RawDocument(input: "dump", syntax: .yaml, isItem: false, offset: 0, line: 1)
        collector.collect(
            Array(text.utf8).span, of: document, header: Collected.header(of: Collected.tree(text) ?? .mapping([])))
        return CollectedObjects.merge([collector.finish()])
    }

    private let settings = """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings, namespace: shop}
        data:
          S3_BUCKET: " reports "
          LOG_LEVEL: debug
          TABLE_PASSWORD: hunter2
          application.yml: |
            # bucket: commented
            aws:
              bucket: "archive"
              queueUrl: https://sqs.eu-west-1.amazonaws.com/123456789012/orders
              secretKey: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
          app.properties: |
            sns.topic.arn=arn:aws:sns:eu-west-1:123456789012:orders
            password=hunter2
          app.json: |
            {
              "tableName": "orders",
              "other": "x"
            }
        """

    @Test func findsSettingsInEntriesAndFiles() throws {
        let object = ObjectReference(apiVersion: "v1", kind: "ConfigMap", namespace: "shop", name: "settings")
        func entry(_ entry: String, _ name: String, _ value: String) -> ConfigurationHints.Entry {
            ConfigurationHints.Entry(entry: entry, hint: ResourceHint(name: name, value: value))
        }
        #expect(
            objects(settings).hints == [
                ConfigurationHints(
                    input: "dump", object: object,
                    entries: [
                        entry("S3_BUCKET", "S3_BUCKET", "reports"), entry("application.yml", "bucket", "archive"),
                        entry(
                            "application.yml", "queueUrl", "https://sqs.eu-west-1.amazonaws.com/123456789012/orders"),
                        entry("app.properties", "sns.topic.arn", "arn:aws:sns:eu-west-1:123456789012:orders"),
                        entry("app.json", "tableName", "orders"),
                    ])
            ])
    }

    @Test func findsNothingUnlessAsked() {
        #expect(objects(settings, gathersHints: false).hints == [])
        #expect(objects(settings.replacing("ConfigMap", with: "Secret")).hints == [])
    }

    @Test func keepsNoMoreThanALimit() {
        let entries = (0..<100).map { "  B\($0)_BUCKET: reports" }.joined(separator: "\n")
        let text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata:\n\(entries)\n"
        #expect(objects(text).hints.first?.entries.count == 64)
    }

    @Test func readsWhomAClusterLetsIn() {
        let text = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: aws-auth, namespace: kube-system}
            data:
              mapRoles: |
                - {rolearn: "arn:aws:iam::123456789012:role/node", username: "system:node:{{EC2PrivateDNSName}}", groups: ["system:nodes"]}
              mapUsers: |
                - userarn: arn:aws:iam::123456789012:user/bob
                  username: bob
                  groups: [system:masters]
                - {username: nobody}
            """
        let mappings = objects(text).accessMappings
        #expect(
            mappings.map(\.arn) == ["arn:aws:iam::123456789012:user/bob", "arn:aws:iam::123456789012:role/node"])
        #expect(mappings.first?.groups == ["system:masters"])
        #expect(objects(text.replacing("kube-system", with: "shop")).accessMappings == [])
    }
}
