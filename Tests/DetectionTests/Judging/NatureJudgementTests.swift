import MigrationModel
import Testing

@testable import Detection

struct NatureJudgementTests {
    private let id = TestKeys.id

    private func natures(_ collection: FieldCollection) -> [KeyNature] {
        keySightings(in: collection).matches.map(\.nature)
    }

    @Test(arguments: [
        "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3", "S3_ENDPOINT", "endpoint", "s3Url", "endpoint_url",
        "fs.s3a.endpoint",
        "serviceUrl", "host_base", "MINIO_ENDPOINT", "fs.s3a.bucket.logs.endpoint",
    ])
    func knowsNamesOfEndpoints(name: String) {
        #expect(
            natures(FieldCollection(["AWS_ACCESS_KEY_ID": id, name: "https://minio.storage.svc:9000/path"]))
                == [.thirdParty(host: "minio.storage.svc")])
    }

    @Test(arguments: [
        "OTEL_EXPORTER_OTLP_ENDPOINT", "SQS_ENDPOINT", "AWS_ENDPOINT_URL_DYNAMODB", "REDIS_ENDPOINT", "CALLBACK_URL",
        "metricsEndpoint", "AZURE_STORAGE_ENDPOINT",
    ])
    func ignoresEndpointsOfOtherServices(name: String) {
        #expect(natures(FieldCollection(["AWS_ACCESS_KEY_ID": id, name: "https://collector.svc:4317"])) == [.ordinary])
    }

    @Test(arguments: [
        "https://s3.eu-west-1.amazonaws.com", "s3.cn-north-1.amazonaws.com.cn",
        "https://bucket.vpce-0a1b2c3d-4e5f6a7b.s3.us-east-1.vpce.amazonaws.com",
        "https://s3.dualstack.us-east-1.api.aws",
        "${S3_ENDPOINT}", "", "{{ .Values.endpoint }}", "none",
    ])
    func knowsAWSAndNoEndpoint(value: String) {
        #expect(natures(FieldCollection(["AWS_ACCESS_KEY_ID": id, "S3_ENDPOINT": value])) == [.ordinary])
    }

    @Test(arguments: [
        ("minio:9000", "minio"), ("s3.example.net", "s3.example.net"),
        ("http://user:pass@HOST.example.org/x", "host.example.org"),
        ("https://amazonaws.com.example.org", "amazonaws.com.example.org"),
        ("https://fixture.r2.cloudflarestorage.com", "fixture.r2.cloudflarestorage.com"),
    ])
    func readsHosts(value: String, host: String) {
        #expect(natures(FieldCollection(["id": id, "endpoint": value])) == [.thirdParty(host: host)])
    }

    @Test func readsEndpointInText() {
        let text = "rclone --s3-endpoint=http://minio:9000 --s3-access-key-id \(id)"
        #expect(natures(FieldCollection(text: text)) == [.thirdParty(host: "minio")])
        #expect(
            natures(FieldCollection(text: "aws --endpoint-url https://ceph.local s3 ls # \(id)")) == [
                .thirdParty(host: "ceph.local")
            ])
        #expect(natures(FieldCollection(text: "the endpoint some.host is not named, \(id)")) == [.ordinary])
    }

    /// A URL arrives in parts: user and password as fields of their own, and the rest in place of the whole.
    @Test(arguments: [
        ("http://minio/bucket", KeyNature.thirdParty(host: "minio")), ("s3://minio:9000/b", .thirdParty(host: "minio")),
        ("s3://bucket", .ordinary), ("https://sqs.us-east-1.amazonaws.com/q", .ordinary), ("", .ordinary),
    ])
    func readsURLInParts(rest: String, nature: KeyNature) {
        var fields = FieldCollection()
        let outer = fields.addScope()
        let inner = fields.addScope(in: outer)
        fields.add(["user": id, "password": TestKeys.secret], in: inner, below: [.field("data"), .field("URL")])
        fields.add(["URL": rest], in: outer)
        fields.fields[0].path.steps.append(.decoding(.percent))
        let found = keySightings(in: fields)
        #expect(found.matches.map(\.nature) == [nature])
        #expect(found.confidences == [.paired])
    }

    @Test func tellsProductsApart() {
        let both = FieldCollection([
            "AWS_ACCESS_KEY_ID": TestKeys.ids[0], "MINIO_ENDPOINT": "http://minio:9000",
            "MINIO_ACCESS_KEY": TestKeys.ids[1],
        ])
        #expect(natures(both) == [.ordinary, .thirdParty(host: "minio")])
        let admin = FieldCollection([
            "AWS_ACCESS_KEY_ID": id, "MINIO_ENDPOINT": "http://minio:9000", "MINIO_ACCESS_KEY": "minioadmin",
        ])
        #expect(natures(admin) == [.ordinary])
    }

    @Test(arguments: ["--endpoint=http://minio:9000", "--s3-endpoint=minio:9000"])
    func readsArguments(argument: String) {
        #expect(natures(FieldCollection(["": "--access-key=\(id)", " ": argument])) == [.thirdParty(host: "minio")])
    }

    @Test func readsEndpointInGroupOfItsOwn() {
        var fields = FieldCollection()
        let list = fields.addScope()
        let first = fields.addScope(in: list)
        let second = fields.addScope(in: list)
        fields.add(["--access-key": id], in: first, below: [.field("spec")])
        fields.add(["--endpoint": "http://minio:9000"], in: second, below: [.field("spec")])
        #expect(natures(fields) == [.thirdParty(host: "minio")])
        fields.add(["--verbose": "1"], in: second, below: [.field("spec")])
        #expect(natures(fields) == [.ordinary])
    }

    @Test func leavesDistantEndpointsOfText() {
        for (gap, nature) in [(4000, KeyNature.thirdParty(host: "minio")), (4200, .ordinary)] {
            let text = "endpoint=http://minio\n" + String(repeating: "#", count: gap) + " " + id
            #expect(natures(FieldCollection(text: text)) == [nature])
        }
    }

    @Test func takesNearestEndpointInText() {
        let text = """
            access \(TestKeys.ids[0])
            endpoint=https://s3.amazonaws.com

            \(String(repeating: "#", count: 80))
            endpoint=https://minio.local
            access \(TestKeys.ids[1])
            """
        #expect(natures(FieldCollection(text: text)) == [.ordinary, .thirdParty(host: "minio.local")])
    }

    @Test(arguments: [
        ("http://ID:SECRET@minio/bucket", KeyNature.thirdParty(host: "minio")),
        ("s3://ID:SECRET@minio:9000/bucket", .thirdParty(host: "minio")),
        ("s3://ID:SECRET@us-east-1/bucket", .ordinary),
        ("s3://ID:SECRET@bucket.name", .ordinary), ("https://ID:SECRET@sqs.us-east-1.amazonaws.com/q", .ordinary),
    ])
    func readsHostOfURL(pattern: String, nature: KeyNature) {
        let text = pattern.replacing("ID", with: id).replacing("SECRET", with: TestKeys.secrets[3])
        #expect(natures(FieldCollection(text: text)) == [nature])
    }

    @Test func looksIntoEnclosingScopes() {
        var fields = FieldCollection()
        let outer = fields.addScope()
        let inner = fields.addScope(in: outer)
        let other = fields.addScope(in: outer)
        fields.add(["endpoint": "https://minio.local"], in: outer, below: [.field("spec")])
        fields.add(["accessKey": TestKeys.ids[0]], in: inner, below: [.field("spec")])
        fields.add(
            ["accessKey": TestKeys.ids[1], "endpoint": "https://s3.amazonaws.com"], in: other, below: [.field("spec")])
        #expect(natures(fields) == [.thirdParty(host: "minio.local"), .ordinary])
    }

    @Test func looksIntoOtherEntriesOfSecretsOnly() {
        for (root, nature) in [("data", KeyNature.thirdParty(host: "minio.local")), ("spec", .ordinary)] {
            var fields = FieldCollection()
            let outer = fields.addScope()
            let one = fields.addScope(in: outer)
            let other = fields.addScope(in: outer)
            fields.add(["accessKey": id], in: one, below: [.field(root), .field("a")])
            fields.add(["endpoint": "https://minio.local"], in: other, below: [.field(root), .field("b")])
            #expect(natures(fields) == [nature])
        }
    }

    /// Two profiles in one file: the endpoint of one says nothing about the other.
    @Test func keepsProfilesApart() {
        var fields = FieldCollection()
        let file = fields.addScope()
        let aws = fields.addScope(in: file)
        let minio = fields.addScope(in: file)
        fields.add(["aws_access_key_id": TestKeys.ids[0]], in: aws)
        fields.add(["aws_access_key_id": TestKeys.ids[1], "endpoint_url": "http://minio:9000"], in: minio)
        #expect(natures(fields) == [.ordinary, .thirdParty(host: "minio")])
    }

    @Test func baitComesFirst() {
        #expect(natures(FieldCollection(["id": TestKeys.canaries[0], "endpoint": "http://minio:9000"])) == [.bait])
    }
}
