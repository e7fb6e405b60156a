import CredentialChains
import MigrationModel
import Testing

/// The table of boto3 against the library itself.
struct BotocoreTests {
    @Test(.enabled(if: Botocore.isThere))
    func everyCombination() async throws {
        #expect(BotocoreProduct.cases.map(\.environments.count).reduce(0, +) == 41_472)
        try await compare(BotocoreProduct.cases)
    }

    @Test(.enabled(if: Botocore.isThere))
    func oddities() async throws { try await compare(BotocoreOddities.cases) }

    /// The comparison can fail: a container without the key is not answered as one with it.
    @Test(.enabled(if: Botocore.isThere))
    func tellsDifferencesApart() async throws {
        let withKey = BotocoreProduct.base.merging(["AWS_ACCESS_KEY_ID": "k", "AWS_SECRET_ACCESS_KEY": "s"]) { $1 }
        let answers = try await Botocore.answers([
            BotocoreCase(files: [:], environments: [BotocoreProduct.base, withKey])
        ])
        #expect(answers == [Botocore.Answer(), Botocore.Answer(method: "env")])
        let outcome = CredentialOutcome.uses(.environment, .fixed)
        #expect(!outcome.agrees(with: answers[0]))
        #expect(outcome.agrees(with: answers[1]))
    }

    private func compare(_ cases: [BotocoreCase]) async throws {
        let boto = try #require(CredentialChains.chain("boto3"))
        let answers = try await Botocore.answers(cases)
        let settings = cases.flatMap(\.settings)
        try #require(answers.count == settings.count)
        var shown = 0
        for (setting, answer) in zip(settings, answers) {
            let outcome = boto.outcome(setting)
            if outcome.agrees(with: answer) { continue }
            Issue.record("\(outcome) is not \(answer) of \(setting)")
            shown += 1
            if shown == 20 { return }
        }
    }
}

extension CredentialOutcome {
    private static let methods: [String: Set<CredentialSource>] = [
        "session": [.namedProfile], "env": [.environment], "assume-role": [.assumeRoleProfile],
        // One provider, which reads variables and the profile.
        "assume-role-with-web-identity": [.webIdentity, .webIdentityProfile],
        "sso": [.ssoProfile], "shared-credentials-file": [.credentialsFile], "login": [.loginProfile],
        "custom-process": [.process], "config-file": [.configFile], "ec2-credentials-file": [.legacyCredentialFile],
        "boto-config": [.botoFile], "container-role": [.container], "iam-role": [.instanceMetadata],
    ]

    /// Whether the library says the same: the same source, and that it works, or that it does not.
    func agrees(with answer: Botocore.Answer) -> Bool {
        let sources = answer.method.flatMap { Self.methods[$0] } ?? []
        switch self {
        case .nothing: return answer.method == nil
        case .fails(let source): return answer.error != nil && sources.contains(source)
        case .uses(let source, _):
            return answer.error == nil && sources.contains(source) && proves(source, answer.proof)
        }
    }

    /// Whether the token that STS was shown is the one of this source.
    private func proves(_ source: CredentialSource, _ proof: String?) -> Bool {
        switch source {
        case .webIdentity: proof == "token"
        case .webIdentityProfile: proof == "profile-token"
        default: true
        }
    }
}
