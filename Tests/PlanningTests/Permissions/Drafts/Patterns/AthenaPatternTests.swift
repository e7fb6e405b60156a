import Testing

@testable import Planning

struct AthenaPatternTests {
    @Test func queries() {
        #expect(
            Drafting.lines(
                AthenaPattern(),
                ["ATHENA_WORKGROUP": "reports", "ATHENA_DATABASE": "sales", "ATHENA_OUTPUT": "s3://results/q/"]) == [
                    "AthenaQuery athena:GetQueryExecution athena:GetQueryResults athena:GetWorkGroup athena:StartQueryExecution athena:StopQueryExecution → arn:aws:athena:eu-west-1:123456789012:workgroup/reports",
                    "AthenaCatalogue glue:GetDatabase glue:GetPartition glue:GetPartitions glue:GetTable glue:GetTables → arn:aws:glue:eu-west-1:123456789012:catalog arn:aws:glue:eu-west-1:123456789012:database/sales arn:aws:glue:eu-west-1:123456789012:table/sales/*",
                    "AthenaResultBucket s3:GetBucketLocation s3:ListBucket → arn:aws:s3:::results",
                    "AthenaResults s3:AbortMultipartUpload s3:GetObject s3:ListMultipartUploadParts s3:PutObject → arn:aws:s3:::results/q/*",
                ])
        #expect(
            Drafting.lines(AthenaPattern(), ["A": "arn:aws:athena:eu-west-1:123456789012:workgroup/reports"]) == [
                "AthenaQuery athena:GetQueryExecution athena:GetQueryResults athena:GetWorkGroup athena:StartQueryExecution athena:StopQueryExecution → arn:aws:athena:eu-west-1:123456789012:workgroup/reports",
                "AthenaCatalogue glue:GetDatabase glue:GetPartition glue:GetPartitions glue:GetTable glue:GetTables → arn:aws:glue:eu-west-1:123456789012:catalog arn:aws:glue:eu-west-1:123456789012:database/* arn:aws:glue:eu-west-1:123456789012:table/*/*",
            ])
    }

    @Test func draftsNothingElse() {
        #expect(Drafting.lines(AthenaPattern(), ["ATHENA_OUTPUT": "s3://results"]) == [])
        #expect(Drafting.lines(AthenaPattern(), ["WORKGROUP": "reports"]) == [])
        #expect(Drafting.lines(AthenaPattern(), ["ATHENA_WORKGROUP": "a b"]) == [])
    }
}
