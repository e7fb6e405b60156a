import Testing

@testable import Planning

struct KMSPatternTests {
    @Test func goesThroughServices() {
        #expect(
            Drafting.lines(
                KMSPattern(), ["KMS_KEY_ID": "1234abcd-12ab-34cd-56ef-1234567890ab"], beside: ["sqs", "s3", "glue"])
                == [
                    "KMSKey kms:Decrypt kms:GenerateDataKey → arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab if kms:ViaService s3.eu-west-1.amazonaws.com sqs.eu-west-1.amazonaws.com"
                ])
        #expect(
            Drafting.lines(
                KMSPattern(), ["KEY": "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"],
                beside: ["glue"]) == [
                    "KMSKey kms:Decrypt kms:GenerateDataKey → arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
                ])
    }

    @Test func namesAliasesInACondition() {
        #expect(
            Drafting.lines(KMSPattern(), ["KMS_KEY": "alias/orders"], beside: ["s3"]) == [
                "KMSAlias kms:Decrypt kms:GenerateDataKey → arn:aws:kms:eu-west-1:123456789012:key/* if kms:ViaService s3.eu-west-1.amazonaws.com if kms:ResourceAliases alias/orders"
            ])
    }

    @Test func draftsNothingElse() {
        #expect(Drafting.lines(KMSPattern(), ["KMS_REGION": "eu-west-1"]) == [])
        #expect(Drafting.lines(KMSPattern(), ["KMS_KEY": "orders"]) == [])
        #expect(Drafting.lines(KMSPattern(), ["KEY_ID": "1234abcd-12ab-34cd-56ef-1234567890ab"]) == [])
        #expect(Drafting.lines(KMSPattern(), ["KMS_KEY": "mrk-123"]) == [])
    }
}
