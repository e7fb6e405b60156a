import MigrationModel
import Testing

@testable import ClusterDump

struct EnvironmentReaderTests {
    @Test func readsEverySource() throws {
        let container = try Collected.container(
            """
            env:
            - {name: PLAIN, value: something}
            - {name: EMPTY, value: ""}
            - {name: BLANK, value: "  "}
            - {name: MISSING}
            - {name: NOTHING, value: null}
            - {name: ID, valueFrom: {secretKeyRef: {name: aws, key: id}}}
            - {name: SECRET, valueFrom: {secretKeyRef: {name: aws, key: secret, optional: true}}}
            - {name: REGION, valueFrom: {configMapKeyRef: {name: common, key: region, optional: false}}}
            - {name: POD, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
            - {name: HALF, valueFrom: {secretKeyRef: {name: aws}}}
            - {value: nameless}
            """)
        #expect(
            container.environment == [
                EnvironmentEntry(name: "PLAIN", source: .literal(LiteralValue(shape: .present))),
                EnvironmentEntry(name: "EMPTY", source: .literal(LiteralValue(shape: .empty))),
                EnvironmentEntry(name: "BLANK", source: .literal(LiteralValue(shape: .blank))),
                EnvironmentEntry(name: "MISSING", source: .literal(LiteralValue(shape: .empty))),
                EnvironmentEntry(name: "NOTHING", source: .literal(LiteralValue(shape: .empty))),
                EnvironmentEntry(name: "ID", source: .secret(EntryReference(object: "aws", entry: "id"))),
                EnvironmentEntry(
                    name: "SECRET",
                    source: .secret(EntryReference(object: "aws", entry: "secret", optional: true, saysOptional: true))),
                EnvironmentEntry(
                    name: "REGION",
                    source: .configMap(EntryReference(object: "common", entry: "region", saysOptional: true))),
                EnvironmentEntry(name: "POD", source: .other), EnvironmentEntry(name: "HALF", source: .other),
            ])
    }

    @Test func keepsTheTextOfLocatorsOnly() throws {
        let container = try Collected.container(
            """
            env:
            - {name: AWS_PROFILE, value: "$(STAGE)-reports"}
            - {name: AWS_ENDPOINT_URL_S3, value: "https://minio.example.com:9000"}
            - {name: AWS_CONTAINER_CREDENTIALS_FULL_URI, value: "http://user:word@127.0.0.1/creds"}
            - {name: GOOGLE_APPLICATION_CREDENTIALS, value: '{"private_key": "x"}'}
            - {name: AWS_SECRET_ACCESS_KEY, value: literal}
            """)
        #expect(
            container.environment.map(\.source) == [
                .literal(LiteralValue(shape: .present, text: "$(STAGE)-reports", references: ["STAGE"])),
                .literal(LiteralValue(shape: .present, text: "https://minio.example.com:9000")),
                .literal(LiteralValue(shape: .present)), .literal(LiteralValue(shape: .present)),
                .literal(LiteralValue(shape: .present)),
            ])
    }

    @Test(arguments: [("$(A)", true), ("$(A) ", false), ("$(A)$(B)", false), ("$$(A)", false), ("a", false)])
    func knowsTextsThatAreOneReference(text: String, isOne: Bool) throws {
        let container = try Collected.container("env: [{name: X, value: \"\(text)\"}]")
        guard case .literal(let literal)? = container.environment.first?.source else {
            Issue.record("no literal")
            return
        }
        #expect(literal.isOneReference == isOne)
    }

    @Test func readsPropertiesOfOptionVariables() throws {
        let container = try Collected.container(
            """
            env:
            - {name: JAVA_TOOL_OPTIONS, value: "-Xmx1g -Daws.accessKeyId=$(ID) -Daws.secretKey="}
            - {name: OTHER_OPTIONS, value: "-Daws.accessKeyId=x"}
            """)
        #expect(
            container.environment.map(\.source) == [
                .literal(
                    LiteralValue(
                        shape: .present, references: ["ID"],
                        properties: [
                            "aws.accessKeyId": PropertyValue(shape: .present, references: ["ID"]),
                            "aws.secretKey": PropertyValue(shape: .empty),
                        ])),
                .literal(LiteralValue(shape: .present)),
            ])
    }

    @Test func readsWholeObjects() throws {
        let container = try Collected.container(
            """
            envFrom:
            - {secretRef: {name: aws}}
            - {configMapRef: {name: common, optional: true}, prefix: APP_}
            - {secretRef: {}}
            - {prefix: alone}
            """)
        #expect(
            container.environmentFrom == [
                EnvironmentFrom(kind: .secret, object: "aws"),
                EnvironmentFrom(kind: .configMap, object: "common", prefix: "APP_", optional: true, saysOptional: true),
            ])
    }
}
