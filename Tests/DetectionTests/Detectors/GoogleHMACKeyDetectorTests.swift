import MigrationModel
import Testing

@testable import Detection

struct GoogleHMACKeyDetectorTests {
    @Test(arguments: [TestKeys.userHMAC, TestKeys.serviceAccountHMAC])
    func findsBothLengths(id: String) {
        let found = keySightings(
            in: FieldCollection([
                "AWS_ACCESS_KEY_ID": id, "AWS_SECRET_ACCESS_KEY": TestKeys.secret,
                "AWS_ENDPOINT_URL": "https://storage.googleapis.com",
            ]))
        #expect(found.matches.map(\.identity) == [KeyIdentity(id: id, kind: .googleHMACKey)])
        #expect(found.confidences == [.paired])
        #expect(found.matches.map(\.nature) == [.ordinary])
    }

    @Test(arguments: [
        TestKeys.userHMAC + "A", String(TestKeys.userHMAC.dropLast()), TestKeys.serviceAccountHMAC + "7",
        TestKeys.userHMAC.lowercased(),
    ])
    func leavesOtherLengths(text: String) {
        #expect(keySightings(in: FieldCollection(["key": text])) == KeySightings())
    }

    @Test(arguments: [
        ("GOOGLEAPPLICATIONCONFIGS", LookAlike.word), ("GOOGXXXXXXXXXXXXXXXXXXXX", .placeholder),
        ("GOOG1EXAMPLEKJ7QZW4TBCDZ", .documentation), ("GOOGTS7C7FUP3AIRVJTE2BCD", .documentation),
        ("x" + TestKeys.userHMAC, .partOfToken),
    ])
    func setsLookAlikesAside(text: String, reason: LookAlike) {
        let found = keySightings(in: FieldCollection(["key": text]))
        #expect(found.matches == [])
        #expect(found.lookAlikes == [reason: 1])
    }
}
