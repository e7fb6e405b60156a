import Testing

@testable import Planning

struct LambdaPatternTests {
    @Test func invokes() {
        #expect(
            Drafting.lines(
                LambdaPattern(),
                ["LAMBDA_FUNCTION_NAME": "resize", "B": "arn:aws:lambda:eu-west-1:111122223333:function:mail:live"])
                == [
                    "LambdaInvoke lambda:InvokeFunction → arn:aws:lambda:eu-west-1:111122223333:function:mail:live arn:aws:lambda:eu-west-1:123456789012:function:resize"
                ])
    }

    @Test func draftsNothingElse() {
        #expect(Drafting.lines(LambdaPattern(), ["FUNCTION": "resize"]) == [])
        #expect(Drafting.lines(LambdaPattern(), ["L": "arn:aws:lambda:eu-west-1:123456789012:layer:a"]) == [])
    }
}
