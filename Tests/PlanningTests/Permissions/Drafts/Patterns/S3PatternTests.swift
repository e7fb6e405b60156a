import Testing

@testable import Planning

struct S3PatternTests {
    @Test func draftsAWholeBucket() {
        #expect(
            Drafting.lines(S3Pattern(), ["S3_BUCKET": "reports"]) == [
                "S3Location s3:GetBucketLocation → arn:aws:s3:::reports", "S3List s3:ListBucket → arn:aws:s3:::reports",
                "S3Read s3:GetObject → arn:aws:s3:::reports/*",
                "S3Write s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject → arn:aws:s3:::reports/*",
            ])
    }

    @Test func draftsAPrefix() {
        #expect(
            Drafting.lines(S3Pattern(), ["INPUT": "s3://reports/daily/"]) == [
                "S3Location s3:GetBucketLocation → arn:aws:s3:::reports",
                "S3List s3:ListBucket → arn:aws:s3:::reports if s3:prefix daily daily/*",
                "S3Read s3:GetObject → arn:aws:s3:::reports/daily/*",
            ])
        #expect(
            Drafting.lines(S3Pattern(), ["SOURCE_BUCKET": "reports", "S3_PREFIX": "/daily/"]) == [
                "S3Location s3:GetBucketLocation → arn:aws:s3:::reports",
                "S3List s3:ListBucket → arn:aws:s3:::reports if s3:prefix daily daily/*",
                "S3Read s3:GetObject → arn:aws:s3:::reports/daily/*",
            ])
        #expect(
            Drafting.lines(S3Pattern(), ["INPUT_BUCKET": "reports/daily"]) == [
                "S3Location s3:GetBucketLocation → arn:aws:s3:::reports",
                "S3List s3:ListBucket → arn:aws:s3:::reports if s3:prefix daily daily/*",
                "S3Read s3:GetObject → arn:aws:s3:::reports/daily/*",
            ])
        #expect(
            Drafting.lines(S3Pattern(), ["SOURCE": "https://reports.s3.eu-west-1.amazonaws.com/daily"]) == [
                "S3Location s3:GetBucketLocation → arn:aws:s3:::reports",
                "S3List s3:ListBucket → arn:aws:s3:::reports if s3:prefix daily daily/*",
                "S3Read s3:GetObject → arn:aws:s3:::reports/daily/*",
            ])
        #expect(
            Drafting.lines(S3Pattern(), ["SOURCE": "https://s3.eu-west-1.amazonaws.com/reports/daily"]) == [
                "S3Location s3:GetBucketLocation → arn:aws:s3:::reports",
                "S3List s3:ListBucket → arn:aws:s3:::reports if s3:prefix daily daily/*",
                "S3Read s3:GetObject → arn:aws:s3:::reports/daily/*",
            ])
        #expect(
            Drafting.lines(S3Pattern(), ["SOURCE": "arn:aws:s3:::reports/daily/*"]) == [
                "S3Location s3:GetBucketLocation → arn:aws:s3:::reports",
                "S3List s3:ListBucket → arn:aws:s3:::reports if s3:prefix daily daily/*",
                "S3Read s3:GetObject → arn:aws:s3:::reports/daily/*",
            ])
    }

    @Test func pairsPrefixesByName() {
        #expect(
            Drafting.lines(
                S3Pattern(),
                ["ORDERS_SOURCE_BUCKET": "orders", "LOGS_SOURCE_BUCKET": "logs", "ORDERS_SOURCE_PREFIX": "in"]) == [
                    "S3Location s3:GetBucketLocation → arn:aws:s3:::logs arn:aws:s3:::orders",
                    "S3List s3:ListBucket → arn:aws:s3:::logs",
                    "S3List s3:ListBucket → arn:aws:s3:::orders if s3:prefix in in/*",
                    "S3Read s3:GetObject → arn:aws:s3:::logs/* arn:aws:s3:::orders/in/*",
                ])
    }

    @Test func draftsNothingElse() {
        #expect(Drafting.lines(S3Pattern(), ["BUCKET": "Reports"]) == [])
        #expect(Drafting.lines(S3Pattern(), ["GCS_BUCKET": "reports"]) == [])
        #expect(Drafting.lines(S3Pattern(), ["RATE_LIMIT_BUCKET": "100"]) == [])
        #expect(Drafting.lines(S3Pattern(), ["BUCKET": "ab"]) == [])
        #expect(Drafting.lines(S3Pattern(), ["TABLE": "reports"]) == [])
        #expect(Drafting.lines(S3Pattern(), ["ATHENA_OUTPUT": "s3://results"]) == [])
        #expect(Drafting.lines(S3Pattern(), ["BUCKET_PREFIX": "daily"]) == [])
        #expect(Drafting.lines(S3Pattern(), ["TOPIC": "arn:aws:sns:eu-west-1:123456789012:a"]) == [])
    }
}
