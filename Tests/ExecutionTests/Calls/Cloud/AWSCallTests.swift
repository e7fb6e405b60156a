import Execution
import MigrationModel
import Rendering
import Simulation
import Synchronization
import Testing

/// The calls of AWS, made twice and undone twice on moto.
@Suite(.enabled(if: MotoServer.isReady), .serialized)
struct AWSCallTests {
    private let clock = MovedClock(at: Timestamp(milliseconds: 0))

    private func maker(_ bench: AWSBench, account: String = "123456789012", givens: [String: String] = [:]) -> CallMaker
    {
        CallMaker(
            programs: bench, clock: clock, cluster: PlannedCluster(SampleCalls.aws, input: "dump.json"), givens: givens)
    }

    private func makeTwice(_ calls: [Call], _ maker: CallMaker) async throws {
        for call in calls {
            let preview = try await maker.preview(call)
            #expect(!preview.isDone, "\(call)")
            #expect(try await maker.make(call) { _ in } == .command(preview.words))
        }
        for call in calls { #expect(try await maker.make(call) { _ in } == .found, "\(call)") }
    }

    @Test func makesRolesAndTakesThemAway() async throws {
        let bench = try AWSBench()
        defer { bench.stop() }
        let policy = #"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}"#
        try await bench.aws("iam", "create-policy", "--policy-name", "old", "--policy-document", policy)
        let identity = SampleCalls.identity(
            .irsa, in: SampleCalls.aws, account: "123456789012",
            target: TargetRole(account: "123456789012", role: "target"))
        let calls = SampleCalls.calls(identity, SampleCalls.aws)
        let steps = [
            SampleCalls.step(
                .trustIssuer(TrustIssuer(cluster: "prod", account: "123456789012", issuer: SampleCalls.issuer))),
            SampleCalls.create(identity),
            SampleCalls.step(
                .createTargetRole(CreateTargetRole(identity: identity.id, target: try #require(identity.target))),
                cluster: "prod"),
        ]
        let maker = maker(bench)
        for step in steps { try await makeTwice(calls.procedure(of: step).apply, maker) }
        let attached = try await bench.aws(
            "iam", "list-attached-role-policies", "--role-name", "target", "--query", "AttachedPolicies[].PolicyName")
        #expect(Set(attached.split(separator: "\t")) == ["old", "prod-api-made"])
        // As long as a role trusts the provider it stays.
        let provider = try #require(calls.procedure(of: steps[0]).undo.first)
        #expect(await maker.problem(of: provider)?.code == .refused)
        for step in steps.reversed() { try await makeTwice(calls.procedure(of: step).undo, maker) }
        #expect(try await bench.aws("iam", "list-roles", "--query", "Roles[].RoleName") == "")
        #expect(
            try await bench.aws("iam", "list-policies", "--scope", "Local", "--query", "Policies[].PolicyName") == "old"
        )
        #expect(
            try await bench.aws("iam", "list-open-id-connect-providers", "--query", "OpenIDConnectProviderList[].Arn")
                == "")
    }

    @Test func leavesWhatIsSomebodyElses() async throws {
        let bench = try AWSBench()
        defer { bench.stop() }
        let trust =
            #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#
        try await bench.aws(
            "iam", "create-role", "--role-name", "prod-shop-api", "--assume-role-policy-document", trust)
        let identity = SampleCalls.identity(.irsa, in: SampleCalls.aws, account: "123456789012")
        let call = try #require(
            SampleCalls.calls(identity, SampleCalls.aws).procedure(of: SampleCalls.create(identity)).apply.first)
        #expect(await maker(bench).problem(of: call)?.code == .conflict)
        // Credentials of another account see nothing of it, and must not make it there.
        var other = SampleCalls.aws
        other.account = "444455556666"
        let foreign = SampleCalls.identity(.irsa, in: other, account: "444455556666")
        let elsewhere = try #require(
            SampleCalls.calls(foreign, other).procedure(of: SampleCalls.create(foreign)).apply.first)
        let problem = try #require(await maker(bench).problem(of: elsewhere))
        #expect(problem.code == .wrongAccount && problem.message.contains("123456789012"))
        #expect(
            !bench.invocations.withLock {
                $0.contains {
                    $0.arguments.contains("create-role") && $0.words.contains { $0.contains("444455556666") }
                }
            })
    }

    @Test func takesAKeyAndItsUserAway() async throws {
        let bench = try AWSBench()
        defer { bench.stop() }
        try await bench.aws("iam", "create-user", "--user-name", "uploader")
        let key = try await bench.aws(
            "iam", "create-access-key", "--user-name", "uploader", "--query", "AccessKey.AccessKeyId")
        let policy = #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}"#
        try await bench.aws("iam", "create-policy", "--policy-name", "wide", "--policy-document", policy)
        try await bench.aws(
            "iam", "attach-user-policy", "--user-name", "uploader", "--policy-arn",
            "arn:aws:iam::123456789012:policy/wide")
        try await bench.aws(
            "iam", "put-user-policy", "--user-name", "uploader", "--policy-name", "inline", "--policy-document", policy)
        try await bench.aws("iam", "create-group", "--group-name", "team")
        try await bench.aws("iam", "add-user-to-group", "--group-name", "team", "--user-name", "uploader")
        let name = KeyName(kind: .awsAccessKey, id: key)
        let planned = PlannedKey(key: name, account: "123456789012", fate: .retire, reason: "", services: [])
        let calls = SampleCalls.calls(nil, SampleCalls.aws, keys: [planned])
        let deactivation = calls.procedure(of: SampleCalls.step(.deactivateKey(DeactivateKey(key: name))))
        let deletion = calls.procedure(of: SampleCalls.step(.deleteKey(DeleteKey(key: name))))
        let end = calls.procedure(of: SampleCalls.step(.deleteUser(DeleteUser(key: name))))
        let maker = maker(bench, givens: ["user-\(key)": "uploader"])

        // An active key is not deleted, and a user with a key is not either.
        #expect(await maker.problem(of: deletion.apply[0])?.code == .refused)
        #expect(
            await maker.problem(of: end.apply[0])?.message
                == "aws iam detach-user-policy is not done: it has another access key.")
        try await makeTwice(deactivation.apply, maker)
        try await makeTwice(deactivation.undo, maker)
        try await makeTwice(deactivation.apply, maker)
        try await makeTwice(deletion.apply, maker)
        #expect(await maker.problem(of: deactivation.apply[0]) != nil)
        #expect(await self.maker(bench).problem(of: end.apply[0])?.code == .missingValue)
        try await bench.aws("iam", "create-login-profile", "--user-name", "uploader", "--password", "Planted-secret-1")
        #expect(await maker.problem(of: end.apply[0])?.message.hasSuffix("it can log in to the console.") == true)
        try await bench.aws("iam", "delete-login-profile", "--user-name", "uploader")
        for call in end.apply { _ = try await maker.make(call) { _ in } }
        for call in end.apply { #expect(try await maker.make(call) { _ in } == .found) }
        #expect(try await bench.aws("iam", "list-users", "--query", "Users[].UserName") == "")
    }
}
