import Foundation
import Testing

/// What a third-party linter says of policies.
struct PolicyLintTests {
    @Test(.enabled(if: PermissionTools.can("lint")))
    func findsNothingInRecordedPlans() throws {
        let plans = URL(filePath: Repository.root + "/Plans")
        let files = try FileManager.default.subpathsOfDirectory(atPath: plans.path)
            .filter { $0.hasSuffix(".policy.json") }.map { plans.appending(path: $0).path }
        #expect(!files.isEmpty)
        let result = try PermissionTools.run("lint", files)
        #expect(result.status == 0, "\(result.output)")
    }

    /// One service whose settings speak of everything that a draft knows.
    @Test(.enabled(if: PermissionTools.can("lint")))
    func findsNothingInAnyPattern() throws {
        let program = try Executable(texts: ["dump.json": Self.dump, "keyshift.yaml": Self.configuration])
        defer { program.remove() }
        let run = try program.run("plan", "dump.json", "-o", "plan")
        #expect(run.status == 0, "\(run.errors)")
        let file = program.folder + "/plan/iam/prod-shop-api.policy.json"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        for service in Self.services { #expect(text.contains("\"\(service):"), "\(service)") }
        let result = try PermissionTools.run("lint", [file])
        #expect(result.status == 0, "\(result.output)")
    }

    @Test(.enabled(if: PermissionTools.can("lint")))
    func wouldFindAMistake() throws {
        let policy =
            #"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a"}}"#
        let program = try Executable(texts: ["a.json": policy])
        defer { program.remove() }
        #expect(try PermissionTools.run("lint", [program.folder + "/a.json"]).status == 1)
    }

    private static let services = [
        "s3", "athena", "glue", "sqs", "sns", "dynamodb", "kinesis", "events", "lambda", "states", "secretsmanager",
        "ssm",
        "rds-db", "ecr", "bedrock", "sts", "kms",
    ]

    private static let settings = [
        "S3_BUCKET": "reports", "S3_PREFIX": "daily",
        "QUEUE_URL": "https://sqs.us-east-1.amazonaws.com/123456789012/orders",
        "TOPIC_ARN": "arn:aws:sns:us-east-1:123456789012:orders", "DYNAMODB_TABLE": "orders",
        "KINESIS_STREAM": "clicks",
        "EVENT_BUS_NAME": "orders", "LAMBDA_FUNCTION_NAME": "resize",
        "STATE_MACHINE": "arn:aws:states:us-east-1:123456789012:stateMachine:bill", "AWS_SECRET_NAME": "prod/db",
        "SSM_PATH": "/prod/orders", "DB_HOST": "orders.abc123.us-east-1.rds.amazonaws.com", "DB_USER": "orders",
        "REPOSITORY": "111122223333.dkr.ecr.us-east-1.amazonaws.com/team/app",
        "BEDROCK_MODEL_ID": "eu.amazon.nova-lite",
        "TARGET_ROLE_ARN": "arn:aws:iam::111122223333:role/x", "KMS_KEY_ID": "1234abcd-12ab-34cd-56ef-1234567890ab",
        "OTHER_KMS_KEY": "alias/orders", "ATHENA_WORKGROUP": "reports", "ATHENA_DATABASE": "sales",
        "ATHENA_OUTPUT": "s3://results/q/",
    ]

    private static let dump: String = {
        let variables = settings.sorted { $0.key < $1.key }.map { "{\"name\": \"\($0)\", \"value\": \"\($1)\"}" }
        return """
            {"apiVersion": "v1", "kind": "List", "items": [
            {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "aws", "namespace": "shop"}, "data": {"id": "QUtJQVJaUFVaRElLS0VPQU5QS0c=", "key": "MkVETGJkRFoxYzVqQVUycmpUYnJOTHdNdHNoRjZQd0tsdVlJRmRsSw=="}},
            {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "api", "namespace": "shop"},
             "spec": {"selector": {"matchLabels": {"app": "api"}}, "template": {"metadata": {"labels": {"app": "api"}},
             "spec": {"serviceAccountName": "api", "containers": [{"name": "app", "image": "a", "env": [
             {"name": "AWS_ACCESS_KEY_ID", "valueFrom": {"secretKeyRef": {"name": "aws", "key": "id"}}},
             {"name": "AWS_SECRET_ACCESS_KEY", "valueFrom": {"secretKeyRef": {"name": "aws", "key": "key"}}},
             \(variables.joined(separator: ",\n"))]}]}}}}
            ]}
            """
    }()

    private static let configuration =
        "version: 1\nclusters: [{name: prod, platform: eks, region: us-east-1, account: \"123456789012\", podIdentityAgent: true}]\n"
}
