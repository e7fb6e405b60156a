import Execution
import Testing

/// Real programs of this machine, run as those of the user are.
struct UserProgramsTests {
    private let programs = UserPrograms()

    @Test func handsArgumentsOverAsTheyAre() async {
        let words = ["a b", "$(id)", "'", "", "*"]
        let answer = await programs.run(Invocation("printf", ["%s\\n"] + words, patience: 600_000))
        #expect(answer.isSuccess)
        #expect(String(decoding: answer.output, as: UTF8.self) == words.map { $0 + "\n" }.joined())
    }

    @Test func handsInputOver() async {
        let input = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
        let answer = await programs.run(Invocation("cat", [], input: input, patience: 600_000))
        #expect(answer == ProgramAnswer(ending: .exited(0), output: input))
        let file = await programs.run(Invocation("cat", ["/dev/stdin"], input: Array("abc".utf8), patience: 600_000))
        #expect(file.output == Array("abc".utf8))
        #expect(await programs.run(Invocation("cat", [], patience: 600_000)).output == [])
    }

    @Test func survivesProgramsThatDoNotRead() async {
        let input = [UInt8](repeating: 65, count: 1_000_000)
        #expect(await programs.run(Invocation("true", [], input: input, patience: 600_000)).isSuccess)
        #expect(await programs.run(Invocation("no-such-program-4711", [], input: input)).ending == .notStarted)
    }

    @Test func tellsHowARunEnded() async {
        let failed = await programs.run(Invocation("sh", ["-c", "echo out; echo err >&2; exit 3"], patience: 600_000))
        #expect(failed == ProgramAnswer(ending: .exited(3), output: Array("out\n".utf8), errors: "err\n"))
        #expect(await programs.run(Invocation("sh", ["-c", "kill -9 $$"], patience: 600_000)).ending == .signaled(9))
        #expect(await programs.run(Invocation("/no/such/program", [])).ending == .notStarted)
        #expect(await programs.run(Invocation("/etc/passwd", [])).ending == .notStarted)
    }

    @Test func stopsWhatTakesTooLong() async {
        let answer = await programs.run(Invocation("sh", ["-c", "echo begun; sleep 600 | cat"], patience: 5000))
        #expect(answer.ending == .overdue)
        #expect(answer.output == Array("begun\n".utf8))
    }

    @Test func stopsWhatSaysTooMuch() async {
        let answer = await programs.run(Invocation("yes", [], patience: 600_000))
        #expect(answer.ending == .overlong)
        #expect(answer.output.count <= UserPrograms.mostOutput)
        let loud = await programs.run(
            Invocation("sh", ["-c", "head -c 1000000 /dev/zero >&2; echo end"], patience: 600_000))
        #expect(loud.isSuccess && loud.errors.utf8.count == UserPrograms.mostErrors)
        #expect(loud.output == Array("end\n".utf8))
    }

    @Test func endsWithItsTask() async {
        let task = Task { await programs.run(Invocation("sleep", ["600"])) }
        task.cancel()
        #expect(await task.value.isSuccess == false)
    }
}
