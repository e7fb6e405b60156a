import StructuredText
import Testing

@testable import Detection

struct ObjectScreenTests {
    private func screen(_ text: String, _ syntax: Syntax? = .json, kind: String = "") -> ObjectScreen.Verdict {
        ObjectScreen().screen(Array(text.utf8).span, syntax: syntax, kind: kind)
    }

    private func mayHoldKey(value: String) -> Bool {
        let text = StructuredValue.mapping([.init("spec", .mapping([.init("x", .string(value))]))])
        return screen(JSONWriter.text(for: text, pretty: false)).mayHoldKey
    }

    private static let long = String(repeating: "some text around it, ", count: 9)
    private static let file = "\(long)\n\(TestKeys.id)\n\(long)"

    @Test(arguments: [
        TestKeys.id, TestKeys.id.base64, TestKeys.id.base64.base64.base64, file.base64.wrapped(76),
        file.base64.wrapped(65),
        Array(file.utf8).gzip.base64, Array(file.utf8).zlib.base64, Array(file.utf8).gzip.base64.base64,
        "{\"a\":[\"{\\\"b\\\":\\\"\(TestKeys.id)\\\"}\"]}", "cert: \(file.base64)",
        "cert: |\n\(file.base64.wrapped(64, indent: "  "))",
        "path/to/\(Array(file.utf8).gzip.base64)", "x\(file.base64)", "xyz-\(file.base64url)",
        file.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }.base64, TestKeys.clientSecret,
        "account \(TestKeys.storageKey)", TestKeys.userHMAC,
        // Base64 that begins in the middle of a group, as a whole.
        String(file.base64.dropFirst()).base64, String(file.base64.dropFirst(3)),
    ])
    func findsKeys(value: String) { #expect(mayHoldKey(value: value)) }

    @Test(arguments: [
        "", "AKIA", long, long.base64, Array(long.utf8).gzip.base64, TestKeys.secret, TestKeys.storageKey,
        "registry.example.com/team/some-long-name/of-an-image@sha256:" + String(repeating: "0a1b2c3d", count: 8),
        "{\"a\":{\"b\":\"\(long)\"}}", "{not json", String(repeating: "A", count: 5000),
    ])
    func passesOthers(value: String) { #expect(!mayHoldKey(value: value)) }

    @Test func findsKeysOfEverySyntax() {
        #expect(screen("a: \(TestKeys.id)\n", .yaml).mayHoldKey)
        #expect(screen("a: b # \(TestKeys.id)\n", .yaml).mayHoldKey)
        #expect(screen("export AWS_ACCESS_KEY_ID=\(TestKeys.id)\n", nil).mayHoldKey)
        #expect(!screen("a: b # nothing here, nor elsewhere\n", .yaml).mayHoldKey)
        #expect(!screen("export AWS_REGION=eu-central-1 and more of it\n", nil).mayHoldKey)
    }

    @Test func looksAtNames() {
        #expect(screen("{\"stringData\":{\"AZURE_CLIENT_SECRET\":\"short\"}}").mayHoldKey)
        #expect(screen("{\"data\":{\"\(TestKeys.id)\":\"\"}}").mayHoldKey)
        #expect(!screen("{\"data\":{\"AZURE_CLIENT_ID\":\"short\"}}").mayHoldKey)
    }

    /// A storage account key is one only where something speaks of storage, in whatever layer.
    @Test func asksForStorage() {
        #expect(screen("{\"a\":\"\(TestKeys.storageKey)\",\"b\":\"storage_account\"}").mayHoldKey)
        #expect(!screen("{\"a\":\"\(TestKeys.storageKey)\",\"b\":\"other\"}").mayHoldKey)
        #expect(screen("{\"a\":\"\("{\"account\":\"\(TestKeys.storageKey)\"}".base64)\"}").mayHoldKey)
        #expect(!screen("{\"a\":\"\("{\"other\":\"\(TestKeys.storageKey)\"}".base64)\"}").mayHoldKey)
    }

    @Test func passesOnWhatItCannotDecode() {
        #expect(mayHoldKey(value: [UInt8](Array(Self.long.utf8).gzip.dropLast(9)).base64))
        var deep = Self.long
        for _ in 0...ObjectScreen.depthLimit { deep = deep.base64 }
        #expect(mayHoldKey(value: deep))
        let bomb = [UInt8](repeating: 32, count: Inflater.limit + 1).gzip
        #expect(mayHoldKey(value: bomb.base64))
    }

    @Test func tellsProblems() {
        #expect(screen("{\"a\":").problem?.code == .truncated)
        #expect(screen("{\"a\":}").problem?.code == .malformed)
        #expect(screen("a: [", .yaml).problem != nil)
        #expect(screen("{\"a\":\"b\"}").problem == nil)
        let screen = ObjectScreen()
        #expect(screen.screen(Array("{\"a\":".utf8).span, syntax: .json).problem != nil)
        let next = screen.screen(Array("{}".utf8).span, syntax: .json)
        #expect(next.problem == nil && !next.mayHoldKey && !next.isOdd)
    }

    @Test func noticesOddSecrets() {
        #expect(screen("{\"data\":{\"a\":\"not base64!\"},\"kind\":\"Secret\"}").isOdd)
        #expect(screen("{\"data\":{\"a\":\"not base64!\"}}", kind: "Secret").isOdd)
        #expect(screen("{\"data\":{\"a\":\"\(Self.long)\"},\"kind\":\"Secret\"}").isOdd)
        #expect(!screen("{\"data\":{\"a\":\"\(Self.long.base64)\",\"b\":\"YQ==\"},\"kind\":\"Secret\"}").isOdd)
        #expect(!screen("{\"data\":{\"a\":\"\("\u{1}\u{2}".base64)\",\"b\":\"\"},\"kind\":\"Secret\"}").isOdd)
        #expect(!screen("{\"data\":{\"a\":\"not base64!\"},\"kind\":\"ConfigMap\"}").isOdd)
        #expect(!screen("{\"stringData\":{\"a\":\"not base64!\"},\"kind\":\"Secret\"}").isOdd)
        #expect(screen("{\"a\":1,\"a\":2}").isOdd)
        #expect(!screen("{\"a\":1,\"b\":2}").isOdd)
    }

    /// The portable filter gives the same verdicts.
    @Test func needsNoVectors() {
        let screen = ObjectScreen(filter: NeedleFilter(usesVectors: false))
        #expect(screen.screen(Array("{\"a\":\"\(Self.file.base64)\"}".utf8).span, syntax: .json).mayHoldKey)
        #expect(!screen.screen(Array("{\"a\":\"\(Self.long.base64)\"}".utf8).span, syntax: .json).mayHoldKey)
    }
}
