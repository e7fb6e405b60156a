import Testing

@testable import Planning

struct KinesisPatternTests {
    @Test func putsAndReads() {
        #expect(
            Drafting.lines(KinesisPattern(), ["KINESIS_STREAM": "clicks"]) == [
                "KinesisPut kinesis:DescribeStreamSummary kinesis:ListShards kinesis:PutRecord kinesis:PutRecords → arn:aws:kinesis:eu-west-1:123456789012:stream/clicks",
                "KinesisRead kinesis:DescribeStream kinesis:DescribeStreamSummary kinesis:GetRecords kinesis:GetShardIterator kinesis:ListShards → arn:aws:kinesis:eu-west-1:123456789012:stream/clicks",
            ])
        #expect(
            Drafting.lines(KinesisPattern(), ["OUTPUT": "arn:aws:kinesis:eu-west-1:123456789012:stream/clicks"]) == [
                "KinesisPut kinesis:DescribeStreamSummary kinesis:ListShards kinesis:PutRecord kinesis:PutRecords → arn:aws:kinesis:eu-west-1:123456789012:stream/clicks"
            ])
    }

    @Test func draftsNothingElse() {
        #expect(Drafting.lines(KinesisPattern(), ["STREAM": "clicks"]) == [])
        #expect(Drafting.lines(KinesisPattern(), ["KINESIS_FIREHOSE_STREAM": "clicks"]) == [])
        #expect(
            Drafting.lines(KinesisPattern(), ["A": "arn:aws:firehose:eu-west-1:123456789012:deliverystream/a"]) == [])
    }
}
