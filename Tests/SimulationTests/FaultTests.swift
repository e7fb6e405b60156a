import Execution
import Simulation
import Testing

struct FaultTests {
    @Test func everyThirdCallGetsNoAnswer() async {
        let harness = WorldHarness(.unavailable(every: 3))
        var endings: [Bool] = []
        for _ in 0..<6 { endings.append(await harness.run("kubectl get pods -n production -o json").isSuccess) }
        #expect(endings == [true, true, false, true, true, false])
    }

    @Test func lostAnswerWasCarriedOut() async {
        let harness = WorldHarness(.lostAnswer(every: 1))
        #expect(await harness.run("kubectl delete secret/aws-credentials -n production").ending == .overdue)
        harness.world.mend()
        #expect(await harness.text("kubectl get secret/aws-credentials -n production").contains("(NotFound)"))
    }

    @Test func cloudThrottlesAndTheClusterDoesNot() async {
        let harness = WorldHarness(.throttle(every: 1))
        #expect(await harness.text("aws sts get-caller-identity").contains("(Throttling)"))
        #expect(await harness.run("kubectl version").isSuccess)
    }
}
