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
    func refusesOtherIDs(text: String) { #expect(finding(text) == .nothing) }

    @Test(arguments: ["AKIA", "ASIA"], 0..<3)
    func takesEncodedIDs(prefix: String, shift: Int) {
        for next in ["2", "7", "A", "Z"] {
            let text = String(repeating: "x", count: shift) + prefix + next + "ZPUZDIKHKKEN7O4 tail"
            #expect(finding(text.base64) == .key, "\(text)")
            // The vector path has the same answer behind a long text.
            #expect(finding(String(repeating: " ", count: 64) + text.base64) == .key, "\(text)")
        }
    }

    @Test(arguments: ["QUtKQVJa", "QVNJR1Ja", "FLSUG", "FTSUD", "BS0lC", "BU0lA", "QUtJ"])
    func refusesWhatOnlyBeginsLikeEncoded(text: String) { #expect(finding(text) == .nothing) }

    @Test func takesHMACKeyIDs() {
        #expect(finding(TestKeys.userHMAC) == .key)
        #expect(finding(TestKeys.serviceAccountHMAC) == .key)
        #expect(finding(String(TestKeys.userHMAC.dropLast())) == .nothing)
        #expect(finding(TestKeys.userHMAC.lowercased()) == .nothing)
        #expect(finding("GOOGLE_APPLICATION_CREDENTIALS") == .nothing)
    }

    @Test(arguments: ["\\u0041", "\\u005a", "\\u004b"]) func takesEscapes(text: String) { #expect(finding(text) == .key) }

    @Test(arguments: ["u0041", "\\u0031", "\\u0061", "\\u00e9", "\\u@@41", "\\u00", "x004b"])
    func refusesOtherEscapes(text: String) {
        #expect(finding(text) == .nothing)
        #expect(finding(text + String(repeating: " ", count: 64)) == .nothing)
    }

    @Test(arguments: ["%41 ", "%4bI", "%5A.", "%50%51"]) func takesPercent(text: String) { #expect(finding(text) == .key) }

    @Test(arguments: ["%40 ", "%5b ", "%5F ", "%61 ", "%4g ", "%4G ", "%20 ", "%41", "41% "])
    func refusesOtherPercent(text: String) {
        #expect(finding(text) == .nothing)
        #expect(finding(String(repeating: ".", count: 64) + text) == .nothing)
    }

    @Test func takesClientSecrets() {
        #expect(finding(TestKeys.clientSecret) == .key)
        #expect(finding("abc8Q~" + String(repeating: "x", count: 31)) == .key)
        #expect(finding("abc8Q~" + String(repeating: "x", count: 30)) == .nothing)
        #expect(finding("bc8Q~" + String(repeating: "x", count: 40)) == .nothing)
        #expect(finding("a/c8Q~" + String(repeating: "x", count: 40)) == .nothing)
        #expect(finding("abc8Q~" + String(repeating: "x", count: 20) + "$" + String(repeating: "x", count: 20)) == .nothing)
        #expect(finding("abcdQ~" + String(repeating: "x", count: 31)) == .nothing)
    }

    @Test(arguments: [
        "private_key", "\"private_key_id\"", "privateKey:", "AZURE_CLIENT_SECRET", "client_secret", "clientSecret",
        "ClientSecret", "AccountKey=x",
    ])
    func takesWords(text: String) { #expect(finding(text) == .key) }

    @Test(arguments: [
        "private-key", "private_kez", "rivate_key", "Client_Secret_", "lient_secret", "AccountKey", "AccountKey:",
        "ccountKey=", "PRIVATE KEY", "entSecret",
    ])
    func refusesOtherWords(text: String) { #expect(finding(text) == .nothing) }

    @Test func seesTheShapeOfAStorageKey() {
        #expect(finding(TestKeys.storageKey) == .storageKeyShape)
        #expect(finding("AccountKey: \(TestKeys.storageKey);") == .storageKeyShape)
        #expect(finding(Self.digits86 + "=") == .nothing)
        #expect(finding("A" + TestKeys.storageKey) == .nothing)
        #expect(finding(String(TestKeys.storageKey.dropFirst())) == .nothing)
        #expect(finding(TestKeys.storageKey.replacing("+", with: "-").replacing("/", with: "_").replacing("9", with: "_"))
            == .nothing)
        #expect(finding(String(Self.text64).base64) == .nothing)
    }
}
