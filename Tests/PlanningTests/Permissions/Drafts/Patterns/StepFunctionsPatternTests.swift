import Testing

@testable import Planning

struct StepFunctionsPatternTests {
    @Test func starts() {
        #expect(
            Drafting.lines(StepFunctionsPattern(), ["M": "arn:aws:states:eu-west-1:123456789012:stateMachine:bill"])
                == [
                    "StatesStart states:StartExecution → arn:aws:states:eu-west-1:123456789012:stateMachine:bill",
                    "StatesFollow states:DescribeExecution → arn:aws:states:eu-west-1:123456789012:execution:bill:*",
                ])
    }

    @Test func draftsNothingElse() {
        #expect(Drafting.lines(StepFunctionsPattern(), ["STATE_MACHINE": "bill"]) == [])
        #expect(Drafting.lines(StepFunctionsPattern(), ["A": "arn:aws:states:eu-west-1:123456789012:activity:a"]) == [])
    }
}
