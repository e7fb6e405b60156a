import MigrationModel
import Testing

@testable import Detection

struct AWSAccessKeyDetectorTests {
    private let id = TestKeys.id

    @Test func identifiesLongTermAndTemporaryKeys() {
        let found = keySightings(in: FieldCollection(["a": id, "b": TestKeys.temporary]))
        #expect(
            found.matches == [
                KeyMatch(
                    identity: KeyIdentity(id: id, kind: .awsAccessKey, account: "123456789012"),
                    path: ValuePath([.field("data"), .field("a")]), offset: 0, confidence: .bare, nature: .ordinary),
                KeyMatch(
                    identity: KeyIdentity(id: TestKeys.temporary, kind: .awsTemporaryKey, account: "111122223333"),
                    path: ValuePath([.field("data"), .field("b")]), offset: 1, confidence: .bare, nature: .ordinary),
            ])
        #expect(found.lookAlikes == [:])
    }

    @Test(arguments: [
        "s3://ID:abc%2Fdef@bucket", "Credential=ID/20240101/us-east-1/s3/aws4_request", "--key=ID", "x-ID_y",
        "a\\nID\\n",
        "q=%3DID%26", "\\u0022ID\\u0022", "key:ID", "(ID)", "ID,ID", "https://host/Bucket2024/ID/Reports/June", "ID.",
        "=ID=", "https://bucket.s3.amazonaws.com/o?X-Amz-Credential=ID%2F20240101%2Fus-east-1%2Fs3%2Faws4_request",
    ])
    func findsIDInText(pattern: String) {
        let text = pattern.replacing("ID", with: id)
        let found = keySightings(in: FieldCollection(text: text))
        #expect(found.ids == [id])
        #expect(found.lookAlikes == [:])
    }

    @Test(arguments: [
        "xID", "IDx", "ID4", "9ID", "+ID", "ID+",
        "kfaqDeMqG3omjMyXHCabM6JOF8/ID/nakJkS1pAWTN3lg8zV5yPU8d0FZfWe7",
        "ID_Hcy1kGD2VDeR1UYzaLiA4zNyD7CHLn", "Hcy1kGD2VDeR1UYzaLiA4zNyD7CHLn-ID",
    ])
    func setsPartsOfTokensAside(pattern: String) {
        let found = keySightings(in: FieldCollection(text: pattern.replacing("ID", with: id)))
        #expect(found.matches == [])
        #expect(found.lookAlikes == [.partOfToken: 1])
    }

    @Test func ignoresWordsOfOtherLengths() {
        let found = keySightings(in: FieldCollection(text: "AKIA ASIA AKIARZPUZDIKHKKEN7O ASIAPACIFIC AKIAabc"))
        #expect(found == KeySightings())
    }

    @Test(arguments: ["AKIAAZPUZDIKHKKEN7O4", "ASIAPZPUZDIKHKKEN7O4"])
    func asksForSecretWhereIDIsImplausible(id: String) {
        #expect(keySightings(in: FieldCollection(["a": id])).lookAlikes == [.alphabet: 1])
        let paired = keySightings(in: FieldCollection(["a": id, "b": TestKeys.secret]))
        #expect(paired.ids == [id])
        #expect(paired.confidences == [.paired])
    }

    @Test func readsOldIDsWithoutAccount() {
        let found = keySightings(in: FieldCollection(["a": "AKIAIZPUZDIKHKKEN7O4"]))
        #expect(found.matches.map(\.identity.account) == [nil])
    }

    @Test func findsNothingInRandomBase64() {
        var generator = SeededGenerator(seed: 3)
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        let text = (0..<(4 << 20)).map { _ in alphabet[Int(generator.next() >> 58)] }
        var collection = FieldCollection(text: "")
        collection.fields[0].text = text
        #expect(keySightings(in: collection) == KeySightings())
    }
}
