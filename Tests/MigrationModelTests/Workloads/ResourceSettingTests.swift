import MigrationModel
import Testing

struct ResourceSettingTests {
    private static func text(_ value: String, of name: String) -> String? {
        ResourceSetting.text(value.utf8.span, of: name.utf8.span)
    }

    @Test(arguments: [
        ("ANYTHING", "arn:aws:sns:eu-west-1:123456789012:orders"),
        ("DB_PASSWORD_SECRET_ARN", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf"),
        ("URL", "https://sqs.eu-west-1.amazonaws.com/123456789012/orders"), ("PATH_OF_DATA", "s3://reports/daily/"),
        ("PATH_OF_DATA", "s3a://reports"), ("HOST", "orders.abc123.eu-west-1.rds.amazonaws.com:5432"),
        ("S3_BUCKET", "reports"), ("reportsBucket", "reports"), ("aws.s3.bucket", "reports"), ("TABLE_NAME", "orders"),
        ("KMS_KEY_ID", "1234abcd-12ab-34cd-56ef-1234567890ab"), ("AWS_SECRET_NAME", "prod/db"), ("PGUSER", "orders"),
        ("SSM_PARAMETER_PATH", "/prod/orders"), ("BEDROCK_MODEL_ID", "anthropic.claude-3-haiku-20240307-v1:0"),
        ("TABLE", "stack-OrdersTable-1A2B3C4D5E6F7"), ("DB_IAM_AUTH", "true"),
    ])
    func keepsNames(name: String, value: String) {
        #expect(Self.text(value, of: name) == value)
    }

    @Test(arguments: [
        // Not the name of a resource.
        ("LOG_LEVEL", "info"), ("HOST", "example.com"), ("BUCKETLIST", ""), ("PORT", "8080"),
        // A credential, or in a place for one.
        ("S3_BUCKET", "AKIARZPUZDIKHHKEN7O4"), ("S3_ACCESS_KEY", "minio123"), ("TABLE_PASSWORD", "hunter2"),
        ("QUEUE_TOKEN", "abc"), ("S3_SECRET", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
        ("BUCKET", "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY12"),
        ("BUCKET", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"), ("SECRET_NAME", "6a174c20-f6de-a53c-74d2-6018fcceff64"),
        ("SQS_QUEUE", "sqs://AKIA:secret@eu-west-1"), ("S3_BUCKET", "s3://id:key@reports"),
        ("S3_PATH", "https://reports.s3.amazonaws.com/a?X-Amz-Signature=0123456789abcdef0123456789abcdef"),
        ("TOPIC_KEY", "0123456789abcdef0123456789abcdef"), ("MODEL_ID", "0123456789abcdef0123456789abcdef"),
        ("arn", "arn:aws:s3:::0123456789abcdef0123456789abcdef"), ("BUCKET", "a b"), ("BUCKET", "a\nb"),
        ("BUCKET", "${OTHER}"), ("BUCKET", "{{ .Values.bucket }}"), ("S3_BUCKET", String(repeating: "a", count: 513)),
    ])
    func keepsNothingElse(name: String, value: String) {
        #expect(Self.text(value, of: name) == nil)
    }

    @Test func keepsTheLongest() {
        let value = String(repeating: "a", count: 512)
        #expect(Self.text(value, of: "BUCKET") == value)
    }
}
