import Execution
import Testing

struct ProgramAnswerTests {
    @Test func onlyTheExitStatusOfSuccessIsSuccess() {
        #expect(ProgramAnswer(ending: .exited(0)).isSuccess)
        #expect(!ProgramAnswer(ending: .exited(1), output: [0x7B]).isSuccess)
        #expect(!ProgramAnswer(ending: .overdue).isSuccess)
    }
}
