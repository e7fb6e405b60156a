import Testing

@testable import Planning

struct BedrockPatternTests {
    @Test func invokes() {
        #expect(
            Drafting.lines(BedrockPattern(), ["BEDROCK_MODEL_ID": "anthropic.claude-3-haiku-20240307-v1:0"]) == [
                "BedrockInvoke bedrock:InvokeModel bedrock:InvokeModelWithResponseStream → arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0"
            ])
        #expect(
            Drafting.lines(BedrockPattern(), ["MODEL_ID": "eu.amazon.nova-lite-v1:0"]) == [
                "BedrockInvoke bedrock:InvokeModel bedrock:InvokeModelWithResponseStream → arn:aws:bedrock:*::foundation-model/amazon.nova-lite-v1:0 arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.amazon.nova-lite-v1:0"
            ])
    }

    @Test func draftsNothingElse() {
        #expect(Drafting.lines(BedrockPattern(), ["MODEL_ID": "gpt-4o"]) == [])
        #expect(Drafting.lines(BedrockPattern(), ["MODEL": "example.com"]) == [])
        #expect(Drafting.lines(BedrockPattern(), ["BEDROCK_REGION": "eu-west-1"]) == [])
    }
}
