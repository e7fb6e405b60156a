import Testing

@testable import Planning

struct SQSPatternTests {
    @Test func sendsAndReceives() {
        #expect(
            Drafting.lines(SQSPattern(), ["QUEUE_URL": "https://sqs.us-east-1.amazonaws.com/111122223333/orders.fifo"])
                == [
                    "SQSSend sqs:GetQueueAttributes sqs:GetQueueUrl sqs:SendMessage → arn:aws:sqs:us-east-1:111122223333:orders.fifo",
                    "SQSReceive sqs:ChangeMessageVisibility sqs:DeleteMessage sqs:GetQueueAttributes sqs:GetQueueUrl sqs:ReceiveMessage → arn:aws:sqs:us-east-1:111122223333:orders.fifo",
                ])
    }

    @Test func hasADirection() {
        #expect(
            Drafting.lines(SQSPattern(), ["SQS_QUEUE_CONSUMER": "orders"]) == [
                "SQSReceive sqs:ChangeMessageVisibility sqs:DeleteMessage sqs:GetQueueAttributes sqs:GetQueueUrl sqs:ReceiveMessage → arn:aws:sqs:eu-west-1:123456789012:orders"
            ])
        #expect(
            Drafting.lines(
                SQSPattern(),
                [
                    "OUTPUT_QUEUE": "arn:aws:sqs:eu-west-1:123456789012:orders",
                    "DLQ_URL": "https://eu-west-1.queue.amazonaws.com/123456789012/dead",
                ]) == [
                    "SQSSend sqs:GetQueueAttributes sqs:GetQueueUrl sqs:SendMessage → arn:aws:sqs:eu-west-1:123456789012:dead arn:aws:sqs:eu-west-1:123456789012:orders"
                ])
    }

    @Test func draftsNothingElse() {
        #expect(Drafting.lines(SQSPattern(), ["QUEUE_NAME": "orders"]) == [])
        #expect(Drafting.lines(SQSPattern(), ["QUEUE_URL": "https://example.com/123456789012/orders"]) == [])
        #expect(Drafting.lines(SQSPattern(), ["QUEUE_URL": "https://sqs.eu-west-1.amazonaws.com/orders"]) == [])
        #expect(Drafting.lines(SQSPattern(), ["SQS_REGION": "eu-west-1"]) == [])
        #expect(Drafting.lines(SQSPattern(), ["QUEUE": "arn:aws:sns:eu-west-1:123456789012:a"]) == [])
    }
}
