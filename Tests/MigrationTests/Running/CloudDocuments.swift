import Foundation

/// What is in one account.
struct CloudWorld: Decodable, Equatable {
    struct User: Decodable, Equatable {
        /// The states of keys, by id.
        var keys: [String: String]
        var policies: [String]
        var attached: [String]
    }

    struct Role: Decodable, Equatable {
        /// The trust policy as a JSON text.
        var trust: String
        /// Inline policies as JSON texts, by name.
        var policies: [String: String]
        var attached: [String]
    }

    var users: [String: User]
    var roles: [String: Role]
    var policies: [String]
    var providers: [String]
    /// The roles of ServiceAccounts: ARN by `CLUSTER/NAMESPACE/NAME`.
    var associations: [String: String]
}

/// What workloads did with the credentials that they had.
struct CredentialUses: Decodable {
    struct Failure: Decodable {
        var workload: String
        var pod: String
        var source: String
        var error: String
    }

    /// How often one was used.
    var uses: Int
    /// The uses that did not work: a service without working credentials.
    var failures: [Failure]
    /// For each workload whom AWS knew it by, and one Pod that was.
    var identities: [String: [String: String]]
}

/// One request as the cloud wrote it down.
struct CloudRequest: Decodable {
    var time: String
    var caller: String
    var service: String
    var operation: String
    /// 0 for an answer that broke off.
    var status: Int
    var roleName: String?
    var userName: String?
    var accessKeyId: String?
    var serviceAccount: String?

    private enum CodingKeys: String, CodingKey {
        case time, caller, service, operation, status, serviceAccount
        case roleName = "RoleName"
        case userName = "UserName"
        case accessKeyId = "AccessKeyId"
    }

    /// What it was about.
    var subject: String { roleName ?? accessKeyId ?? userName ?? serviceAccount ?? "" }
}

/// A fault that is asked for; see Cloud/faults.py.
struct CloudFault: Encodable {
    var kind: String
    var operation: String?
    var caller: String? = CloudServer.operatorKey
    var skip = 0
    var times = 1
    var when = "before"
    var seconds: Double?
}

/// What a cloud is filled with; see `fill` of Cloud/world.py.
struct CloudSeed: Encodable {
    struct User: Encodable {
        /// Secrets by key id.
        var keys: [String: String]
        /// Inline policies as JSON texts, by name.
        var policies: [String: String] = [:]
    }

    struct Cluster: Encodable {
        var region = "us-east-1"
        var issuer: String
    }

    struct Account: Encodable {
        var users: [String: User]
        var providers: [String] = []
        var clusters: [String: Cluster] = [:]
    }

    struct KeySet: Codable {
        struct Key: Codable {
            var kty: String
            var kid: String
            var n: String
            var e: String
        }

        var keys: [Key]
    }

    var accounts: [String: Account]
    /// The published keys of issuers.
    var issuers: [String: KeySet] = [:]
}
