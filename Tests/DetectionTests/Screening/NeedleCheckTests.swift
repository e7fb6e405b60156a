import StructuredText
import Testing

@testable import Detection

struct NeedleCheckTests {
    private func finding(_ text: String) -> NeedleFilter.Finding {
        NeedleFilter().search(Array(text.utf8).span)
    }

    private static let digits86 = String(TestKeys.storageKey.dropLast(2))
    private static let text64 = String(repeating: "just text ", count: 7).prefix(64)

    @Test(arguments: [
        "AKIARZPUZDIKHKKEN7O4", "\"ASIARTX3GSDSQHKKEN7O\"", "key=AKIARZPUZDIKHKKEN7O4,", "_AKIARZPUZDIKHKKEN7O4",
        "\\nAKIARZPUZDIKHKKEN7O4", "%3AAKIARZPUZDIKHKKEN7O4", "\\u003aAKIARZPUZDIKHKKEN7O4", "AKIA\\u0052", "AKIA%52",
        // Whether it ends here is for the detector to say.
        "AKIARZPUZDIKHKKEN7O4X",
    ])
    func takesAccessKeyIDs(text: String) { #expect(finding(text) == .key) }

    @Test(arguments: [
        "AKIARZPUZDIKHKKEN7O", "AKIARZPUZDIKHKKEN7o4", "xAKIARZPUZDIKHKKEN7O4", "9AKIARZPUZDIKHKKEN7O4",
        "AKJARZPUZDIKHKKEN7O4", "akiarzpuzdikhkken7o4", "AKIA", "AKIA-RZPUZDIKHKKEN7O4",
    ])
    func refusesOtherIDs(text: String) { #expect(finding(text) == []) }

    @Test(arguments: ["AKIA", "ASIA"], 0..<3)
    func takesEncodedIDs(prefix: String, shift: Int) {
        for next in ["2", "7", "A", "Z"] {
            let text = String(repeating: "x", count: shift) + prefix + next + "ZPUZDIKHKKEN7O4 tail"
            #expect(finding(text.base64) == .key, "\(text)")
            // The vector path has the same answer behind a long text.
            #expect(finding(String(repeating: " ", count: 64) + text.base64) == .key, "\(text)")
        }
    }

    @Test(arguments: ["QUtKQVJa", "QVNJR1Ja", "QUtJQVJa0000", "FLSUG", "FTSUD", "BS0lC", "BU0lA", "QUtJcQ"])
    func refusesWhatOnlyBeginsLikeEncoded(text: String) { #expect(finding(text) == []) }

    @Test func takesHMACKeyIDs() {
        #expect(finding(TestKeys.userHMAC) == .key)
        #expect(finding(TestKeys.serviceAccountHMAC) == .key)
        #expect(finding(String(TestKeys.userHMAC.dropLast())) == [])
        #expect(finding(TestKeys.userHMAC.lowercased()) == [])
        #expect(finding("GOOGLE_APPLICATION_CREDENTIALS") == [])
    }

    @Test(arguments: ["\\u0041", "\\u005a", "\\u004b"])
    func takesEscapes(text: String) { #expect(finding(text) == .key) }

    @Test(arguments: ["u0041", "\\u0031", "\\u0061", "\\u00e9", "\\u@@41", "\\u00", "x004b"])
    func refusesOtherEscapes(text: String) {
        #expect(finding(text) == [])
        #expect(finding(text + String(repeating: " ", count: 64)) == [])
    }

    @Test(arguments: ["%41KIA", "A%4bIA", "%41%4b%49%41", "AKI%41R", "%41SIA", "GOO%472"])
    func takesPercent(text: String) { #expect(finding(text) == .key) }

    @Test(arguments: ["%40KIA", "%41 KIA", "%4gKIA", "%4GKIA", "%61KIA", "A%4AIA", "%41K%41", "%41", "41% "])
    func refusesOtherPercent(text: String) {
        #expect(finding(text) == [])
        #expect(finding(String(repeating: ".", count: 64) + text) == [])
    }

    @Test func takesClientSecrets() {
        #expect(finding(TestKeys.clientSecret) == .key)
        #expect(finding("abc8Q~" + String(repeating: "x", count: 31)) == .key)
        #expect(finding("abc8Q~" + String(repeating: "x", count: 30)) == [])
        #expect(finding("bc8Q~" + String(repeating: "x", count: 40)) == [])
        #expect(finding("a/c8Q~" + String(repeating: "x", count: 40)) == [])
        let broken = String(repeating: "x", count: 20) + "$" + String(repeating: "x", count: 20)
        #expect(finding("abc8Q~" + broken) == [])
        #expect(finding("abcdQ~" + String(repeating: "x", count: 31)) == [])
    }

    @Test(arguments: [
        "private_key", "\"private_key_id\"", "privateKey:", "AZURE_CLIENT_SECRET", "client_secret", "clientSecret",
        "ClientSecret", "AccountKey=x",
    ])
    func takesWords(text: String) { #expect(finding(text) == .key) }

    @Test(arguments: [
        "private-key", "private_kez", "rivate_key", "Client_Secret_", "lient_secret", "AccountKey", "AccountKey:",
        "ccountKey=", "entSecret",
    ])
    func refusesOtherWords(text: String) { #expect(finding(text) == []) }

    @Test func seesTheShapeOfAPrivateKey() {
        #expect(finding("-----BEGIN PRIVATE KEY-----") == .privateKeyShape)
        #expect(finding("-----BEGIN RSA PRIVATE KEY-----") == .privateKeyShape)
        #expect(finding("PRIVATE KEY----") == [])
        #expect(finding("-----BEGIN PUBLIC KEY-----") == [])
    }

    @Test func seesTheShapeOfAStorageKey() {
        #expect(finding(TestKeys.storageKey) == .storageKeyShape)
        #expect(finding("AccountKey: \(TestKeys.storageKey);") == .storageKeyShape)
        #expect(finding(Self.digits86 + "=") == [])
        #expect(finding("A" + TestKeys.storageKey) == [])
        #expect(finding(String(TestKeys.storageKey.dropFirst())) == [])
        #expect(finding(TestKeys.storageKey.replacing("9", with: "_")) == [])
        #expect(finding(String(Self.text64).base64) == [])
    }
}
