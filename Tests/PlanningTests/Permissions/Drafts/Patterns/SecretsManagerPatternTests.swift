import Testing

@testable import Planning

struct SecretsManagerPatternTests {
    @Test func reads() {
        #expect(
            Drafting.lines(
                SecretsManagerPattern(), ["A": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf"])
                == [
                    "SecretsRead secretsmanager:DescribeSecret secretsmanager:GetSecretValue → arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf"
                ])
        #expect(
            Drafting.lines(SecretsManagerPattern(), ["AWS_SECRET_NAME": "prod-db"]) == [
                "SecretsRead secretsmanager:DescribeSecret secretsmanager:GetSecretValue → arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod-db-??????"
            ])
        #expect(
            Drafting.lines(SecretsManagerPattern(), ["SECRET_PREFIX": "prod/"]) == [
                "SecretsRead secretsmanager:DescribeSecret secretsmanager:GetSecretValue → arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/*"
            ])
    }

    @Test func draftsNothingElse() {
        #expect(Drafting.lines(SecretsManagerPattern(), ["SECRET_NAME": "db"]) == [])
        #expect(Drafting.lines(SecretsManagerPattern(), ["SECRET_NAME": "/var/run/secrets/db"]) == [])
        #expect(Drafting.lines(SecretsManagerPattern(), ["SECRET": "prod/db"]) == [])
        #expect(Drafting.lines(SecretsManagerPattern(), ["AWS_SECRET_NAME": "a b"]) == [])
    }
}
