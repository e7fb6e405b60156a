import Execution
import KubernetesHarness
import MigrationModel
import StructuredText
import Testing

struct KubectlReadingTests {
    private static let secret = ObjectReference(apiVersion: "v1", kind: "Secret", namespace: "shop", name: "aws")

    private func reading(_ programs: any ProgramRunner, _ clock: StandingClock = StandingClock()) -> KubectlReading {
        KubectlReading(context: "prod", programs: programs, clock: clock) { _, _ in
            ScanReport(generated: "", inputs: [], keys: [])
        }
    }

    private func problem(_ answer: ProgramAnswer) async -> AccessProblem? {
        do throws(AccessProblem) {
            _ = try await reading(ScriptedPrograms([answer])).object(Self.secret)
            return nil
        } catch {
            return error
        }
    }

    @Test func namesTheContextAndKeepsNoValue() async throws {
        let programs = ScriptedPrograms([
            .prints(
                #"{"apiVersion":"v1","kind":"Secret","metadata":{"name":"aws","annotations":{"a":"PLANTED"}},"data":{"key":"PLANTED"}}"#
            )
        ])
        let seen = try await reading(programs).object(Self.secret)
        #expect(
            programs.questions == [
                ["kubectl", "get", "secret/aws", "--context", "prod", "-n", "shop", "-o", "json"]
            ])
        #expect(seen.source == "kubectl get secret/aws --context prod -n shop -o json")
        #expect(seen.value?["data"] == ["key": ""])
        #expect(!"\(seen)".contains("PLANTED"))
    }

    @Test func tellsAbsenceFromEverythingElse() async throws {
        let absent = ScriptedPrograms([
            .fails("Warning: old\nError from server (NotFound): secrets \"aws\" not found\n")
        ])
        #expect(try await reading(absent).object(Self.secret).value == nil)
        let others: [(ProgramAnswer, AccessProblem.Code)] = [
            (
                .fails("Error from server (Forbidden): secrets \"aws\" is forbidden: User \"x\" cannot get\n"),
                .forbidden
            ),
            (.fails("error: You must be logged in to the server (Unauthorized)"), .unauthenticated),
            (.fails("Error from server (NotFound): the server could not find the requested resource"), .unavailable),
            (.fails("error: the server doesn't have a resource type \"rollout\""), .unavailable),
            (.fails("Error from server (TooManyRequests): later"), .throttled),
            (
                .fails("The connection to the server 10.0.0.1:6443 was refused - did you specify the right host?"),
                .unavailable
            ),
            (.fails("error: context \"prod\" does not exist"), .missingValue),
            (ProgramAnswer(ending: .overdue), .unavailable), (ProgramAnswer(ending: .overlong), .unavailable),
            (ProgramAnswer(ending: .notStarted), .programMissing),
            (.prints(#"{"apiVersion":"v1","kind":"Secret","metadata":{"name":"aw"#), .unavailable),
            (.prints(""), .unavailable),
            (.prints(#"{"apiVersion":"v1","kind":"Secret","metadata":{"name":"other"}}"#), .unavailable),
        ]
        for (answer, code) in others { #expect(await problem(answer)?.code == code, "\(answer)") }
    }

    @Test func repeatsNoSecretOfAnError() async {
        let secret = "2EDLbdDZ1c5jAE2rjTbrNLwMtshF6PwKluYIFdlK"
        for errors in ["Error from server (Forbidden): \(secret) \u{1b}[31m", "\(secret)\u{1b}[31m"] {
            let text = await problem(.fails(errors)).map { $0.message + $0.advice } ?? ""
            #expect(!text.isEmpty && !text.contains(secret.prefix(20)) && !text.contains("\u{1b}"))
        }
    }

    @Test func asksAgainWhatFailedForNow() async throws {
        let clock = StandingClock()
        let programs = ScriptedPrograms([
            .fails("Error from server (InternalError): etcd"), .fails("Error from server (TooManyRequests): later"),
            .fails("Error from server (NotFound): secrets \"aws\" not found"),
        ])
        #expect(try await reading(programs, clock).object(Self.secret).value == nil)
        #expect(clock.waits == [500, 1_500])
        let forbidden = ScriptedPrograms([.fails("Error from server (Forbidden): no")])
        _ = try? await reading(forbidden).object(Self.secret)
        #expect(forbidden.questions.count == 1)
    }

    @Test func refusesNamesThatAreNone() async {
        for (kind, name) in [("--all", "x"), ("Secret", ""), ("Secret", "a/b"), ("Sécret", "a")] {
            let programs = ScriptedPrograms([.prints("{}")])
            let reference = ObjectReference(apiVersion: "v1", kind: kind, namespace: "n", name: name)
            await #expect(throws: AccessProblem.self) { try await reading(programs).object(reference) }
            #expect(programs.questions == [])
        }
    }

    @Test func listsCustomTypesAndOnlyThose() async throws {
        let programs = ScriptedPrograms { words in
            words.contains("api-resources")
                ? .prints(
                    "pods\nsecrets\ndeployments.apps\nevents.events.k8s.io\nexternalsecrets.external-secrets.io\n")
                : .prints(#"{"kind":"List","items":[]}"#)
        }
        _ = try await reading(programs).scan(["shop"])
        let types = try #require(programs.questions.last?[2])
        #expect(types.hasPrefix("secrets,configmaps,") && types.hasSuffix(",externalsecrets.external-secrets.io"))
        #expect(!types.contains("events"))
    }

    @Test func passesOverMeasurementsThatAreDown() async throws {
        let lost = { (group: String) in
            ScriptedPrograms { words in
                guard words.contains("api-resources") else { return .prints(#"{"kind":"List","items":[]}"#) }
                return .fails(
                    "error: unable to retrieve the complete list of server APIs: \(group)/v1beta1: the server is currently unable to handle the request"
                )
            }
        }
        _ = try await reading(lost("metrics.k8s.io")).scan(["shop"])
        await #expect(throws: AccessProblem.self) { try await reading(lost("external-secrets.io")).scan(["shop"]) }
    }

    @Test func doesNotScanWhatIsPartlyForbidden() async {
        let programs = ScriptedPrograms { words in
            words.contains("api-resources")
                ? .prints("")
                : ProgramAnswer(
                    ending: .exited(1), output: Array(#"{"kind":"List","items":[]}"#.utf8),
                    errors: "Error from server (Forbidden): secrets is forbidden: User \"x\" cannot list")
        }
        await #expect { try await reading(programs).scan(["shop"]) } throws: { error in
            (error as? AccessProblem)?.code == .forbidden
        }
    }
}
