import Execution
import MigrationModel
import Rendering
import Simulation
import Testing

/// Calls of clouds that do not run here, against recorded answers.
struct RecordedCallTests {
    private let clock = MovedClock(at: Timestamp(milliseconds: 0))

    private func maker(
        _ answers: RecordedAnswers, _ cluster: ClusterConfiguration, givens: [String: String] = [:]
    ) -> CallMaker {
        CallMaker(
            programs: answers, clock: clock, cluster: PlannedCluster(cluster, input: "dump.json"), givens: givens)
    }

    @Test func makesGoogleServiceAccounts() async throws {
        let identity = SampleCalls.identity(
            .gkeWorkloadIdentity, in: SampleCalls.google, account: "fixture-project")
        let procedure = SampleCalls.calls(identity, SampleCalls.google).procedure(of: SampleCalls.create(identity))
        let email = "analytics-shop-api@fixture-project.iam.gserviceaccount.com"
        let answers = RecordedAnswers([
            .init(
                "describe",
                .failed(
                    "ERROR: (gcloud.iam.service-accounts.describe) NOT_FOUND: Unknown service account. This command is "
                        + "authenticated as admin@example.com\n"),
                .said(email + "\n")),
            .init("create", .said("")),
        ])
        let maker = maker(answers, SampleCalls.google)
        let create = try #require(procedure.apply.first)
        let words = [
            "gcloud", "iam", "service-accounts", "create", "analytics-shop-api", "--project=fixture-project",
        ]
        #expect(try await maker.make(create) { _ in } == .command(words))
        #expect(
            answers.take() == [
                "gcloud iam service-accounts describe \(email) --project=fixture-project --format=value(email)",
                words.joined(separator: " "),
            ])
        #expect(try await maker.make(create) { _ in } == .found)
        #expect(procedure.byHand.count == 1)
    }

    @Test func grantsAndAnnotates() async throws {
        let identity = SampleCalls.identity(
            .gkeWorkloadIdentity, in: SampleCalls.google, account: "fixture-project")
        let procedure = SampleCalls.calls(identity, SampleCalls.google).procedure(of: SampleCalls.bind(identity))
        let member = "serviceAccount:fixture-project.svc.id.goog[shop/api]"
        let answers = RecordedAnswers([
            .init("get-iam-policy", .said(""), .said(member + "\n")), .init("add-iam-policy-binding", .said("")),
        ])
        let maker = maker(answers, SampleCalls.google)
        let grant = try #require(procedure.apply.first)
        guard case .command(let words) = try await maker.make(grant, progress: { _ in }) else {
            Issue.record("nothing was done")
            return
        }
        #expect(words.suffix(3) == ["--role=roles/iam.workloadIdentityUser", "--member=\(member)", "--format=none"])
        #expect(try await maker.make(grant) { _ in } == .found)
        guard case .patch(let patch) = procedure.apply[1] else {
            Issue.record("the ServiceAccount is not annotated")
            return
        }
        #expect(patch.operations.contains("analytics-shop-api@fixture-project.iam.gserviceaccount.com"))
    }

    @Test func takesGoogleKeysAway() async throws {
        let id = "ff8eb8406e2f8a7fc4cce4dd9f0b4110d9f2fa00"
        let key = KeyName(kind: .googleServiceAccountKey, id: id)
        let calls = SampleCalls.calls(nil, SampleCalls.google)
        let deactivate = try #require(
            calls.procedure(of: SampleCalls.step(.deactivateKey(DeactivateKey(key: key)))).apply.first)
        let delete = try #require(calls.procedure(of: SampleCalls.step(.deleteKey(DeleteKey(key: key)))).apply.first)
        let account = "old@fixture-project.iam.gserviceaccount.com"
        let answers = RecordedAnswers([
            .init("value(disabled)", .said("\n"), .said("True\n")),
            .init("NOT disabled=true", .said("\(id)\n"), .said("")),
            .init("value(name.basename())", .said("\(id)\n"), .said("\(id)\n"), .said("")),
            .init("keys disable", .said("")), .init("keys delete", .said("")),
        ])
        #expect(
            await maker(answers, SampleCalls.google).problem(of: deactivate)?.advice
                == "Add --set service-account-\(id)=VALUE")
        let maker = maker(answers, SampleCalls.google, givens: ["service-account-\(id)": account])
        #expect(
            try await maker.make(deactivate) { _ in }
                == .command(["gcloud", "iam", "service-accounts", "keys", "disable", id, "--iam-account=\(account)"]))
        #expect(try await maker.make(deactivate) { _ in } == .found)
        #expect(await maker.problem(of: delete)?.message.hasSuffix("is not done: it is enabled.") == true)
        #expect(
            try await maker.make(delete) { _ in }
                == .command([
                    "gcloud", "iam", "service-accounts", "keys", "delete", id, "--iam-account=\(account)", "--quiet",
                ]))
        #expect(try await maker.make(delete) { _ in } == .found)
    }

    @Test func bindsManagedIdentities() async throws {
        let identity = SampleCalls.identity(.aksWorkloadIdentity, in: SampleCalls.azure, account: "identities")
        let procedure = SampleCalls.calls(identity, SampleCalls.azure).procedure(of: SampleCalls.bind(identity))
        let client = "11111111-0000-4000-8000-000000000003"
        let answers = RecordedAnswers([
            .init(
                "federated-credential show",
                .failed("ERROR: (NotFound) The Federated Identity Credential was not found.\nCode: NotFound\n"),
                .said("system:serviceaccount:shop:api\n")),
            .init("federated-credential create", .said("")),
            .init("identity show", .said(client + "\n")),
            .init("kubectl get", .said(""), .said(client)),
            .init("kubectl annotate", .said("serviceaccount/api annotated\n")),
        ])
        let maker = maker(answers, SampleCalls.azure)
        for call in procedure.apply { _ = try await maker.make(call) { _ in } }
        let asked = answers.take()
        #expect(
            asked.contains(
                "kubectl annotate serviceaccount/api azure.workload.identity/client-id=\(client) -n shop"))
        #expect(
            asked.contains {
                $0.hasPrefix("az identity federated-credential create --name keyshift-")
                    && $0.contains("--subject system:serviceaccount:shop:api --audiences api://AzureADTokenExchange")
                    && $0.hasSuffix("--subscription 3f9ac20d-0000-4000-8000-000000000002")
            })
        for call in procedure.apply { #expect(try await maker.make(call) { _ in } == .found) }
    }

    @Test func associatesPodIdentities() async throws {
        let identity = SampleCalls.identity(.eksPodIdentity, in: SampleCalls.aws, account: "123456789012")
        let procedure = SampleCalls.calls(identity, SampleCalls.aws).procedure(of: SampleCalls.bind(identity))
        let role = "arn:aws:iam::123456789012:role/prod-shop-api"
        let answers = RecordedAnswers([
            .init("get-caller-identity", .said("123456789012\n")),
            .init("list-pod-identity-associations", .said("None\n"), .said("a-1\n")),
            .init(
                "describe-pod-identity-association", .said(role + "\n"), .said("arn:aws:iam::123456789012:role/other\n")
            ),
            .init(
                "create-pod-identity-association",
                .failed(
                    "\nAn error occurred (InvalidParameterException) when calling the CreatePodIdentityAssociation "
                        + "operation: Role provided in the request does not exist.\n"),
                .said("{}\n")),
        ])
        let maker = maker(answers, SampleCalls.aws)
        let create = try #require(procedure.apply.first)
        #expect(
            try await maker.make(create) { _ in }
                == .command([
                    "aws", "eks", "create-pod-identity-association", "--cluster-name", "prod", "--namespace", "shop",
                    "--service-account", "api", "--role-arn", role, "--region", "eu-west-1",
                ]))
        #expect(clock.now().milliseconds == 5_000)
        #expect(try await maker.make(create) { _ in } == .found)
        #expect(await maker.problem(of: create)?.code == .conflict)
        #expect(answers.take().count { $0.contains("get-caller-identity") } == 1)
    }

    @Test func triesAgainAndThenGivesUp() async throws {
        let throttled = ProgramAnswer.failed(
            "An error occurred (Throttling) when calling the GetOpenIDConnectProvider operation: Rate exceeded\n")
        let call = try #require(
            SampleCalls.calls(nil, SampleCalls.aws).procedure(
                of: SampleCalls.step(
                    .trustIssuer(TrustIssuer(cluster: "prod", account: "123456789012", issuer: SampleCalls.issuer)))
            ).apply.first)
        let account = RecordedAnswers.Line("get-caller-identity", .said("123456789012\n"))
        let patient = RecordedAnswers([account, .init("get-open-id", throttled, throttled, .said("true\n"))])
        #expect(try await maker(patient, SampleCalls.aws).make(call) { _ in } == .found)
        let busy = RecordedAnswers([account, .init("get-open-id", throttled)])
        #expect(await maker(busy, SampleCalls.aws).problem(of: call)?.code == .throttled)
        #expect(busy.take().count == 6)
        for (answer, code) in [
            (ProgramAnswer.said("tr"), AccessProblem.Code.unavailable), (ProgramAnswer(ending: .overdue), .unavailable),
            (ProgramAnswer(ending: .notStarted), .programMissing),
            (.failed("An error occurred (AccessDenied) when calling the X operation: no\n"), .forbidden),
            (.failed("An error occurred (ExpiredToken) when calling the X operation: no\n"), .unauthenticated),
            (.failed("An error occurred (500) when calling the X operation (reached max retries: 4)\n"), .unavailable),
        ] {
            let answers = RecordedAnswers([account, .init("get-open-id", answer)])
            #expect(await maker(answers, SampleCalls.aws).problem(of: call)?.code == code, "\(answer)")
        }
    }
}
