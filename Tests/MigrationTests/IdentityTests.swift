import Foundation
import KubernetesHarness
import Testing

/// How roles are had with tokens that the real API server issued: the trust policy decides, which moto alone never looks at.
@Suite(.serialized, .enabled(if: Script.isPossible && APIServer.isAvailable, "needs a Kubernetes API server and moto"))
struct IdentityTests {
    @Test func givesRolesToTheRightServiceAccountOnly() async throws {
        let server = try await APIServer.shared()
        let cloud = try await filled(server)
        defer { cloud.stop() }
        try await cloud.expect(
            "iam", "create-role", "--role-name", "web", "--assume-role-policy-document", webTrust("right"))
        let right = try await server.token(of: "right", in: "identities", audience: "sts.amazonaws.com")
        #expect(try await taken(cloud, right) == "arn:aws:sts::123456789012:assumed-role/web/session")
        let other = try await server.token(of: "wrong", in: "identities", audience: "sts.amazonaws.com")
        #expect(try await taken(cloud, other) == "AccessDenied")
        let audience = try await server.token(of: "right", in: "identities", audience: "elsewhere")
        #expect(try await taken(cloud, audience) == "InvalidIdentityToken")
        #expect(try await taken(cloud, forged(right)) == "InvalidIdentityToken")
        #expect(try await taken(cloud, right, role: "nobody") == "AccessDenied")
        let providers = "arn:aws:iam::123456789012:oidc-provider/oidc.example.test/id/TEST"
        try await cloud.expect("iam", "delete-open-id-connect-provider", "--open-id-connect-provider-arn", providers)
        #expect(try await taken(cloud, right) == "InvalidIdentityToken")
    }

    @Test func givesRolesToPodsThatAreAssociated() async throws {
        let server = try await APIServer.shared()
        let cloud = try await filled(server)
        defer { cloud.stop() }
        let token = try await server.token(of: "right", in: "identities", audience: "pods.eks.amazonaws.com")
        func exchange(_ token: String) async throws -> String {
            let run = try await cloud.aws(
                "eks-auth", "assume-role-for-pod-identity", "--cluster-name", "prod-eu", "--token", token, "--query",
                "assumedRoleUser.arn", "--output", "text")
            return run.status == 0 ? run.output.trimmed : run.errorCode
        }
        #expect(try await exchange(token) == "ResourceNotFoundException")
        let narrow = CloudTests.podTrust.replacingOccurrences(of: #","sts:TagSession""#, with: "")
        for (role, trust) in [("pod", CloudTests.podTrust), ("narrow", narrow)] {
            try await cloud.expect("iam", "create-role", "--role-name", role, "--assume-role-policy-document", trust)
        }
        try await associate(cloud, "right", "pod")
        try await associate(cloud, "wrong", "narrow")
        #expect(try await exchange(token) == "arn:aws:sts::123456789012:assumed-role/pod/eks-prod-eu-right")
        let other = try await server.token(of: "wrong", in: "identities", audience: "pods.eks.amazonaws.com")
        #expect(try await exchange(other) == "AccessDeniedException")
        let audience = try await server.token(of: "right", in: "identities", audience: "sts.amazonaws.com")
        #expect(try await exchange(audience) == "InvalidTokenException")
    }

    @Test func chainsRolesAsTheirTrustSays() async throws {
        let server = try await APIServer.shared()
        let cloud = try await filled(server)
        defer { cloud.stop() }
        try await cloud.expect(
            "iam", "create-role", "--role-name", "web", "--assume-role-policy-document", webTrust("right"))
        for (role, principal) in [("next", "role/web"), ("closed", "user/operator")] {
            let trust =
                #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:\#(principal)"},"Action":"sts:AssumeRole"}]}"#
            try await cloud.expect("iam", "create-role", "--role-name", role, "--assume-role-policy-document", trust)
        }
        let token = try await server.token(of: "right", in: "identities", audience: "sts.amazonaws.com")
        let file = FileManager.default.temporaryDirectory.appending(path: "keyshift-token-\(UUID().uuidString)")
        try Data(token.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        // As a Pod has it: the role and the file, and no key.
        var pod = cloud.environment().filter { !["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"].contains($0.key) }
        pod["AWS_ROLE_ARN"] = "arn:aws:iam::123456789012:role/web"
        pod["AWS_WEB_IDENTITY_TOKEN_FILE"] = file.path
        func take(_ role: String) async throws -> String {
            let run = try await cloud.aws(
                "sts", "assume-role", "--role-session-name", "session", "--query", "AssumedRoleUser.Arn", "--output",
                "text",
                "--role-arn", "arn:aws:iam::123456789012:role/" + role, environment: pod)
            return run.status == 0 ? run.output.trimmed : run.errorCode
        }
        let next = try await take("next")
        #expect(next == "arn:aws:sts::123456789012:assumed-role/next/session")
        let closed = try await take("closed")
        #expect(closed == "AccessDenied")
        let used = try await cloud.expect(
            "iam", "get-role", "--role-name", "web", "--query", "Role.RoleLastUsed.LastUsedDate")
        #expect(used != "null")
    }

    // MARK: Parts

    private func taken(_ cloud: CloudServer, _ token: String, role: String = "web") async throws -> String {
        let run = try await cloud.aws(
            "sts", "assume-role-with-web-identity", "--role-arn", "arn:aws:iam::123456789012:role/" + role,
            "--role-session-name", "session", "--web-identity-token", token, "--query", "AssumedRoleUser.Arn",
            "--output", "text")
        return run.status == 0 ? run.output.trimmed : run.errorCode
    }

    /// The same claims for another subject, under the signature of the former.
    private func forged(_ token: String) -> String {
        let parts = token.split(separator: ".").map(String.init)
        let padded = parts[1].replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        let claims = Data(base64Encoded: padded + String(repeating: "=", count: (4 - padded.count % 4) % 4)) ?? Data()
        let text = String(decoding: claims, as: UTF8.self).replacingOccurrences(of: "exp\":1", with: "exp\":2")
        let encoded = Data(text.utf8).base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
        return [parts[0], encoded, parts[2]].joined(separator: ".")
    }

    private func webTrust(_ account: String) -> String {
        let issuer = "oidc.example.test/id/TEST"
        return """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity",
            "Principal":{"Federated":"arn:aws:iam::123456789012:oidc-provider/\(issuer)"},
            "Condition":{"StringEquals":{"\(issuer):aud":"sts.amazonaws.com",
            "\(issuer):sub":"system:serviceaccount:identities:\(account)"}}}]}
            """
    }

    private func associate(_ cloud: CloudServer, _ account: String, _ role: String) async throws {
        try await cloud.expect(
            "eks", "create-pod-identity-association", "--cluster-name", "prod-eu", "--namespace", "identities",
            "--service-account", account, "--role-arn", "arn:aws:iam::123456789012:role/" + role)
    }

    private func filled(_ server: APIServer) async throws -> CloudServer {
        let manifest = """
            {"apiVersion": "v1", "kind": "List", "items": [
            {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "identities"}},
            {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "right", "namespace": "identities"}},
            {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "wrong", "namespace": "identities"}}]}
            """
        try await server.kubectl(["apply", "-f", "-"], input: manifest)
        let cloud = try CloudServer()
        let keys = [CloudServer.operatorKey: CloudServer.operatorSecret]
        try await cloud.seed(
            CloudSeed(
                accounts: [
                    CloudServer.account: CloudSeed.Account(
                        users: ["operator": CloudSeed.User(keys: keys)], providers: [APIServer.issuer],
                        clusters: ["prod-eu": CloudSeed.Cluster(issuer: APIServer.issuer)])
                ], issuers: [APIServer.issuer: try await server.publishedKeys()]))
        return cloud
    }
}
