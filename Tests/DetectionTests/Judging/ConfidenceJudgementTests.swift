import MigrationModel
import Testing

@testable import Detection

struct ConfidenceJudgementTests {
    private let id = TestKeys.id

    @Test(arguments: [
        "access_key", "accesskey", "access-key-id", "aws_access_key_id", "AWS_ACCESS_KEY", "AMAZON_ACCESS_KEY_ID",
        "key_id",
        "accessKeyID", "fs.s3a.access.key", "username", "AWS_KEY",
    ])
    func knowsNames(name: String) {
        #expect(keySightings(in: FieldCollection([name: id])).confidences == [.named])
    }

    @Test(arguments: ["note", "description", "image", "arn", ""])
    func knowsOtherNames(name: String) {
        #expect(keySightings(in: FieldCollection([name: id])).confidences == [.bare])
    }

    @Test(arguments: [
        "export AWS_ACCESS_KEY_ID=ID", "--access-key ID", "--access-key=ID", "{\"accessKey\": \"ID\"",
        "accessKey: 'ID'",
        "<name>fs.s3a.access.key</name>\n  <value>ID</value>", "<accessKey>ID</accessKey>", "s3://ID:x@bucket",
        "Credential=ID/20240101/us-east-1/s3/aws4_request", "aws_access_key_id = ID",
    ])
    func knowsNamesInText(pattern: String) {
        let text = "#\n" + pattern.replacing("ID", with: id)
        #expect(keySightings(in: FieldCollection(text: text)).confidences == [.named])
    }

    @Test(arguments: ["the key ID is old", "image=ID", "<name>x</name><value>ID", "ID", "see ID"])
    func knowsOtherTexts(pattern: String) {
        let text = pattern.replacing("ID", with: id)
        #expect(keySightings(in: FieldCollection(text: text)).confidences == [.bare])
    }

    @Test func readsFlagBeforeValue() {
        #expect(keySightings(in: FieldCollection(["": "--access-key", " ": id])).confidences == [.named])
        #expect(keySightings(in: FieldCollection(["": "--verbose", " ": id])).confidences == [.bare])
    }

    @Test func readsNameBesideValue() {
        #expect(keySightings(in: FieldCollection(["name": "ACCESS_KEY", "value": id])).confidences == [.named])
        #expect(keySightings(in: FieldCollection(["name": "IMAGE", "value": id])).confidences == [.bare])
    }
}
