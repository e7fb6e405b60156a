import Testing

@testable import Detection

struct SecretHalfTests {
    private func offsets(_ text: String) -> [Int] { SecretHalf.occurrences(in: Array(text.utf8)).map(\.offset) }

    @Test(arguments: [
        ("", ""), ("secret=", "\n"), ("\"", "\""), ("AKIARZPUZDIKHKKEN7O4:", "@bucket"), ("x-", "_y"), ("\\n", "\\n"),
        ("q%3D", "&x=1"),
    ])
    func findsFortyCharacters(before: String, behind: String) {
        let offset = before.utf8.count
        #expect(offsets(before + TestKeys.secret + behind) == [offset])
    }

    @Test func findsPercentEncodedSecret() {
        let encoded = TestKeys.secrets[1].map { $0 == "+" ? "%2B" : $0 == "/" ? "%2f" : String($0) }.joined()
        #expect(offsets("s3://x:\(encoded)@b") == [7])
    }

    @Test func findsSecretBehindIDAndSlash() {
        #expect(offsets("\(TestKeys.id)/\(TestKeys.secret)") == [21])
    }

    @Test(arguments: [
        TestKeys.secret + "x", String(TestKeys.secret.dropLast()), TestKeys.secret + "=", TestKeys.privateKeyID,
        "createAwsCredentialsSecretProviderConfig", "usr/local/share/Kubernetes/Manifests/abc",
        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", String(repeating: "aB3+", count: 10),
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/AB",
    ])
    func leavesOthers(text: String) {
        #expect(offsets(text) == [])
    }

    @Test func knowsMailPasswordsAndSessionTokens() {
        #expect(offsets(TestKeys.mailPassword) == [0])
        #expect(offsets("C" + TestKeys.mailPassword.dropFirst()) == [])
        let token = SecretHalf.occurrences(in: Array("t=\(TestKeys.sessionToken)".utf8))
        #expect(token == [.init(offset: 2, isSessionToken: true)])
    }

    /// The promise of the documentation: of 20,000 random secrets none is lost.
    @Test func losesNoRandomSecret() {
        var generator = SeededGenerator(seed: 11)
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        for _ in 0..<20_000 {
            let secret = (0..<40).map { _ in alphabet[Int(generator.next() >> 58)] }
            #expect(SecretHalf.isRandom(secret[...]))
        }
    }
}

/// SplitMix64, so that random input is the same everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
