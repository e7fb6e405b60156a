import Testing

@testable import Planning

struct ParameterStorePatternTests {
    @Test func reads() {
        #expect(
            Drafting.lines(ParameterStorePattern(), ["SSM_PATH": "/prod/orders/"]) == [
                "ParametersRead ssm:GetParameter ssm:GetParameters ssm:GetParametersByPath → arn:aws:ssm:eu-west-1:123456789012:parameter/prod/orders arn:aws:ssm:eu-west-1:123456789012:parameter/prod/orders/*"
            ])
        #expect(
            Drafting.lines(ParameterStorePattern(), ["A": "arn:aws:ssm:eu-west-1:123456789012:parameter/a"]) == [
                "ParametersRead ssm:GetParameter ssm:GetParameters ssm:GetParametersByPath → arn:aws:ssm:eu-west-1:123456789012:parameter/a"
            ])
    }

    @Test func draftsNothingElse() {
        #expect(Drafting.lines(ParameterStorePattern(), ["SSM_PATH": "prod"]) == [])
        #expect(Drafting.lines(ParameterStorePattern(), ["PATH": "/prod"]) == [])
        #expect(Drafting.lines(ParameterStorePattern(), ["SSM_PATH": "/"]) == [])
        #expect(Drafting.lines(ParameterStorePattern(), ["A": "arn:aws:ssm:eu-west-1:123456789012:document/a"]) == [])
    }
}
