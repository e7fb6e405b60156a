import Foundation
import KubernetesHarness
import Testing

/// What Cloud/serve.py has on top of moto, asked by the real `aws` command line: the migration is only tested as well as this is.
@Suite(.serialized, .enabled(if: Script.isPossible))
struct CloudTests {
    private let key = "AKIARZPUZDIKKEOANPKG"
    private let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYSHAREDKEYAA"

    @Test func refusesKeysThatDoNotWork() async throws {
        let cloud = try await filled()
        defer { cloud.stop() }
        let user = cloud.environment(key: key, secret: secret)
        func identity(_ environment: [String: String]) async throws -> String {
            let run = try await cloud.aws(
                "sts", "get-caller-identity", "--query", "Arn", "--output", "text", environment: environment)
            return run.status == 0 ? run.output.trimmed : run.errorCode
        }
        #expect(try await identity(user) == "arn:aws:iam::123456789012:user/shared")
        #expect(try await identity(cloud.environment(key: key, secret: "wrong")) == "SignatureDoesNotMatch")
        #expect(
            try await identity(cloud.environment(key: "AKIARZPUZDIKAAAAAAAA", secret: secret)) == "InvalidClientTokenId"
        )
        try await cloud.expect(
            "iam", "update-access-key", "--user-name", "shared", "--access-key-id", key, "--status", "Inactive")
        #expect(try await identity(user) == "InvalidClientTokenId")
        let cluster = try await cloud.aws("eks", "describe-cluster", "--name", "prod-eu", environment: user)
        #expect(cluster.errorCode == "UnrecognizedClientException")
        try await cloud.expect(
            "iam", "update-access-key", "--user-name", "shared", "--access-key-id", key, "--status", "Active")
        #expect(try await identity(user) == "arn:aws:iam::123456789012:user/shared")
        try await cloud.expect("iam", "delete-access-key", "--user-name", "shared", "--access-key-id", key)
        #expect(try await identity(user) == "InvalidClientTokenId")
    }

    @Test func keepsTheLastUseByItsClock() async throws {
        let cloud = try await filled()
        defer { cloud.stop() }
        try await cloud.setClock("2027-03-01T12:00:00.000Z")
        let query = ["--query", "AccessKeyLastUsed.LastUsedDate", "--output", "text"]
        let before = try await cloud.aws(["iam", "get-access-key-last-used", "--access-key-id", key] + query)
        #expect(before.output.trimmed == "None")
        _ = try await cloud.aws("sts", "get-caller-identity", environment: cloud.environment(key: key, secret: secret))
        let after = try await cloud.aws(["iam", "get-access-key-last-used", "--access-key-id", key] + query)
        #expect(after.output.hasPrefix("2027-03-01T12:00"))
    }

    @Test func deletesUsersOnlyWhenNothingIsLeft() async throws {
        let cloud = try await filled()
        defer { cloud.stop() }
        func refusal() async throws -> String {
            try await cloud.aws("iam", "delete-user", "--user-name", "shared").errorCode
        }
        #expect(try await refusal() == "DeleteConflict")
        try await cloud.expect("iam", "delete-access-key", "--user-name", "shared", "--access-key-id", key)
        #expect(try await refusal() == "DeleteConflict")
        try await cloud.expect("iam", "delete-user-policy", "--user-name", "shared", "--policy-name", "use")
        try await cloud.expect("iam", "create-group", "--group-name", "all")
        try await cloud.expect("iam", "add-user-to-group", "--group-name", "all", "--user-name", "shared")
        #expect(try await refusal() == "DeleteConflict")
        try await cloud.expect("iam", "remove-user-from-group", "--group-name", "all", "--user-name", "shared")
        try await cloud.expect("iam", "create-login-profile", "--user-name", "shared", "--password", "Fixture-1")
        #expect(try await refusal() == "DeleteConflict")
        try await cloud.expect("iam", "delete-login-profile", "--user-name", "shared")
        try await cloud.expect("iam", "delete-user", "--user-name", "shared")
        #expect(try await cloud.world()["123456789012"]?.users.keys.sorted() == ["operator"])
    }

    @Test func keepsTheLimitsOfRoles() async throws {
        let cloud = try await filled()
        defer { cloud.stop() }
        let trust = Self.podTrust
        func code(_ words: String...) async throws -> String { try await cloud.aws(words).errorCode }
        let role = ["iam", "create-role", "--assume-role-policy-document"]
        #expect(try await cloud.aws(role + [trust, "--role-name", String(repeating: "n", count: 64)]).status == 0)
        #expect(
            try await cloud.aws(role + [trust, "--role-name", String(repeating: "m", count: 65)]).errorCode
                == "ValidationError")
        #expect(
            try await cloud.aws(role + [trust, "--role-name", String(repeating: "N", count: 64)]).errorCode
                == "EntityAlreadyExists")
        let long = trust.replacingOccurrences(
            of: "Allow\"", with: "Allow\",\"Sid\":\"\(String(repeating: "s", count: 2048))\"")
        #expect(try await cloud.aws(role + [long, "--role-name", "long"]).errorCode == "LimitExceeded")
        let stranger = Self.podTrust.replacingOccurrences(
            of: #""Service":"pods.eks.amazonaws.com""#, with: #""AWS":"arn:aws:iam::123456789012:role/nobody""#)
        #expect(
            try await cloud.aws(role + [stranger, "--role-name", "stranger"]).errorCode == "MalformedPolicyDocument")
        let policy =
            #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::\#(String(repeating: "b", count: 10_200))"}]}"#
        #expect(
            try await code(
                "iam", "put-role-policy", "--role-name", String(repeating: "n", count: 64), "--policy-name", "p",
                "--policy-document", policy) == "LimitExceeded")
    }

    @Test func associatesEachServiceAccountOnce() async throws {
        let cloud = try await filled()
        defer { cloud.stop() }
        func create(_ cluster: String, _ role: String) async throws -> Run {
            try await cloud.aws(
                "eks", "create-pod-identity-association", "--cluster-name", cluster, "--namespace", "n",
                "--service-account", "a", "--role-arn", "arn:aws:iam::123456789012:role/\(role)")
        }
        #expect(try await create("prod-eu", "app").errorCode == "InvalidParameterException")
        try await cloud.expect(
            "iam", "create-role", "--role-name", "app", "--assume-role-policy-document", Self.podTrust)
        #expect(try await create("other", "app").errorCode == "ResourceNotFoundException")
        #expect(try await create("prod-eu", "app").status == 0)
        #expect(try await create("prod-eu", "app").errorCode == "ResourceInUseException")
        let id = try await cloud.expect(
            "eks", "list-pod-identity-associations", "--cluster-name", "prod-eu", "--namespace", "n",
            "--service-account", "a", "--query", "associations[0].associationId", "--output", "text")
        let described = [
            "eks", "describe-pod-identity-association", "--cluster-name", "prod-eu", "--association-id", id,
        ]
        #expect(
            try await cloud.aws(described + ["--query", "association.roleArn", "--output", "text"]).output.trimmed
                == "arn:aws:iam::123456789012:role/app")
        try await cloud.expect(
            "eks", "delete-pod-identity-association", "--cluster-name", "prod-eu", "--association-id", id)
        #expect(try await cloud.aws(described).errorCode == "ResourceNotFoundException")
    }

    @Test func goesWrongAsAsked() async throws {
        let cloud = try await filled()
        defer { cloud.stop() }
        try await cloud.fault([
            CloudFault(kind: "error", operation: "GetUser", times: 1),
            CloudFault(kind: "throttle", operation: "GetUser", skip: 1),
            CloudFault(kind: "half", operation: "CreateUser"),
        ])
        func code(_ operation: String) async throws -> String {
            let run = try await cloud.aws("iam", operation, "--user-name", operation == "get-user" ? "shared" : "made")
            return run.status == 0 ? "" : run.errorCode
        }
        #expect(try await code("get-user") == "ServiceFailure")
        #expect(try await code("get-user") == "")
        // What was asked for has been done, and nobody was told.
        #expect(try await cloud.aws("iam", "create-user", "--user-name", "made").status != 0)
        #expect(try await cloud.world()["123456789012"]?.users.keys.contains("made") == true)
    }

    static let podTrust =
        #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"pods.eks.amazonaws.com"},"Action":["sts:AssumeRole","sts:TagSession"]}]}"#

    private func filled() async throws -> CloudServer {
        let cloud = try CloudServer()
        let use = #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}"#
        try await cloud.seed(
            CloudSeed(accounts: [
                CloudServer.account: CloudSeed.Account(
                    users: [
                        "operator": CloudSeed.User(keys: [CloudServer.operatorKey: CloudServer.operatorSecret]),
                        "shared": CloudSeed.User(keys: [key: secret], policies: ["use": use]),
                    ], clusters: ["prod-eu": CloudSeed.Cluster(issuer: APIServer.issuer)])
            ]))
        return cloud
    }
}

extension String {
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

extension Run {
    /// The code in what the `aws` command line says of a refusal: `An error occurred (CODE) when …`.
    var errorCode: String {
        errors.firstMatch(of: #/An error occurred \(([A-Za-z]+)\)/#).map { String($0.1) } ?? "none: \(everything)"
    }
}

extension CloudServer {
    /// Runs `aws`, which has to end well.
    @discardableResult
    func expect(_ words: String..., location: SourceLocation = #_sourceLocation) async throws -> String {
        let run = try await aws(words)
        #expect(run.status == 0, "\(words): \(run.everything)", sourceLocation: location)
        return run.output.trimmed
    }
}
