import Testing

@testable import Planning

struct SNSPatternTests {
    @Test func publishes() {
        #expect(
            Drafting.lines(
                SNSPattern(),
                [
                    "A": "arn:aws:sns:us-east-1:111122223333:orders:6b0e71bd-7e97-4d97-80ce-4a0994e55286",
                    "SNS_TOPIC": "alerts",
                ]) == [
                    "SNSPublish sns:Publish → arn:aws:sns:eu-west-1:123456789012:alerts arn:aws:sns:us-east-1:111122223333:orders"
                ])
    }

    @Test func draftsNothingElse() {
        #expect(Drafting.lines(SNSPattern(), ["KAFKA_TOPIC": "orders"]) == [])
        #expect(Drafting.lines(SNSPattern(), ["TOPIC": "arn:aws:sqs:eu-west-1:123456789012:a"]) == [])
        #expect(Drafting.lines(SNSPattern(), ["SNS_REGION": "eu-west-1"]) == [])
    }
}
