import Foundation
import KubernetesHarness

extension APIServer {
    /// The issuer of the tokens of every server of the harness.
    static let issuer = "https://oidc.example.test/id/TEST"

    /// The keys that the API server publishes for its tokens; see
    /// [issuer discovery](https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#service-account-issuer-discovery).
    func publishedKeys() async throws -> CloudSeed.KeySet {
        let text = try await kubectl(["get", "--raw", "/openid/v1/jwks"])
        return try JSONDecoder().decode(CloudSeed.KeySet.self, from: Data(text.utf8))
    }

    /// A token that the API server issues, as a Pod with such a volume would have it.
    func token(of account: String, in namespace: String, audience: String) async throws -> String {
        struct Answer: Decodable {
            struct Status: Decodable { var token: String }
            var status: Status
        }
        let request = """
            {"apiVersion": "authentication.k8s.io/v1", "kind": "TokenRequest",
             "spec": {"audiences": ["\(audience)"], "expirationSeconds": 600}}
            """
        let text = try await kubectl(
            [
                "create", "--raw", "/api/v1/namespaces/\(namespace)/serviceaccounts/\(account)/token", "-f", "-",
            ], input: request)
        return try JSONDecoder().decode(Answer.self, from: Data(text.utf8)).status.token
    }
}
