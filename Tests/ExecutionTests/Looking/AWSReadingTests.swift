import MigrationModel
import StructuredText
import Testing

@testable import Execution

struct AWSReadingTests {
    private func scene(_ programs: ScriptedPrograms, _ clock: StandingClock) -> Scene {
        VerificationWorld().scene(programs: programs, clock: clock)
    }

    @Test func seesWhoseCredentialsTheyAreOnce() async throws {
        let programs = ScriptedPrograms { words in
            words.contains("get-caller-identity")
                ? .prints(#"{"Account":"123456789012"}"#) : .fails("An error occurred (NoSuchEntity) when calling")
        }
        let scene = scene(programs, StandingClock())
        for _ in 0..<2 {
            let answer = try await scene.aws(account: "123456789012", cluster: "c").ask(["iam", "get-user"], "It")
            #expect(answer.value == nil)
        }
        #expect(
            programs.questions == [
                ["aws", "sts", "get-caller-identity", "--profile", "shop", "--output", "json"],
                ["aws", "iam", "get-user", "--profile", "shop", "--output", "json"],
                ["aws", "iam", "get-user", "--profile", "shop", "--output", "json"],
            ])
        await #expect { try await scene.aws(account: "111122223333", cluster: "c") } throws: { error in
            (error as? AccessProblem)?.code == .wrongAccount
        }
    }

    @Test func waitsLongerEachTimeAndGivesUp() async {
        let clock = StandingClock()
        let programs = ScriptedPrograms([
            .fails("An error occurred (Throttling) when calling the GetRole operation: Rate exceeded")
        ])
        let reading = AWSReading(scene(programs, clock), profile: "", region: "")
        await #expect { try await reading?.ask(["iam", "get-role"], "It") } throws: { error in
            (error as? AccessProblem)?.code == .throttled
        }
        #expect(clock.waits == RepeatedAsking.waits)
    }
}
