public import MigrationModel
internal import StructuredText

/// An AWS account in memory: users with their keys, roles, policies, OIDC providers, Pod Identity associations.
public struct SimulatedAccount: Sendable {
    /// A use of a key or a role.
    struct Use: Hashable, Sendable {
        var time: Timestamp
        var region: String
        var service: String
    }

    /// An access key; what is secret of it is not simulated.
    struct Key: Sendable {
        var id: String
        var user: String
        var status = "Active"
        var created: Timestamp
        var use: Use?
    }

    struct User: Sendable {
        var name: String
        var id: String
        var created: Timestamp
        var groups: [String] = []
        var attached: [String] = []
        var inline: [String: StructuredValue] = [:]
    }

    struct Role: Sendable {
        var name: String
        var id: String
        var created: Timestamp
        var trust: StructuredValue
        var description = ""
        var maximum = 3600
        var boundary = ""
        var tags: [(String, String)] = []
        var attached: [String] = []
        var inline: [String: StructuredValue] = [:]
        var use: Use?
    }

    struct Policy: Sendable {
        var name: String
        var id: String
        var created: Timestamp
        /// The documents by their number; the last one is the default.
        var versions: [(number: Int, document: StructuredValue)]
        var tags: [(String, String)] = []
    }

    struct Provider: Sendable {
        var url: String
        var audiences: [String]
        var created: Timestamp
        var tags: [(String, String)] = []
    }

    struct Association: Sendable {
        var id: String
        var cluster: String
        var namespace: String
        var serviceAccount: String
        var role: String
        var target: String
        var created: Timestamp
        var tags: [(String, String)] = []
    }

    /// The number of the account.
    public let id: String
    /// The profile that reaches it; empty for any.
    public let profile: String
    var keys: [String: Key] = [:]
    var users: [String: User] = [:]
    var roles: [String: Role] = [:]
    /// Customer managed policies, by ARN.
    var policies: [String: Policy] = [:]
    var providers: [String: Provider] = [:]
    var associations: [String: Association] = [:]
    private var made = 0

    /// Creates an account.
    ///
    /// - Parameters:
    ///   - id: its number, of 12 digits.
    ///   - profile: the profile that reaches it; empty for any.
    ///   - users: the ids of the access keys of each user, by name.
    ///   - issuers: the OIDC issuers that it trusts already, `https://…`.
    ///   - time: since when the keys are there.
    public init(
        id: String, profile: String = "", users: [String: [String]], issuers: [String] = [], at time: Timestamp
    ) {
        self.id = id
        self.profile = profile
        for (name, keys) in users.sorted(by: { $0.key < $1.key }) {
            self.users[name] = User(name: name, id: nextID("AIDA"), created: time)
            for key in keys { self.keys[key] = Key(id: key, user: name, created: time) }
        }
        for issuer in issuers {
            let url = Self.withoutScheme(issuer)
            providers[providerARN(url)] = Provider(url: url, audiences: ["sts.amazonaws.com"], created: time)
        }
    }

    /// An id of a kind that AWS makes: `AROA…`.
    mutating func nextID(_ prefix: String) -> String {
        made += 1
        return prefix + StableHash.letters("\(prefix) \(made)", count: 17).uppercased()
    }

    func arn(_ resource: String) -> String { "arn:aws:iam::\(id):\(resource)" }
    func providerARN(_ url: String) -> String { arn("oidc-provider/" + Self.withoutScheme(url)) }

    /// An issuer as ARNs and conditions name it.
    static func withoutScheme(_ url: String) -> String {
        url.hasPrefix("https://") ? String(url.dropFirst("https://".count)) : url
    }

    // MARK: What others ask

    /// Whether calls with a key are let in.
    public func isActive(key: String) -> Bool { keys[key]?.status == "Active" }

    /// The ids of keys that there still are, in order.
    public var keyIDs: [String] { keys.keys.sorted() }
    /// The names of users that there still are, in order.
    public var userNames: [String] { users.keys.sorted() }

    mutating func setStatus(_ status: String, ofKey id: String) { keys[id]?.status = status }

    mutating func noteUse(ofKey id: String, in region: String, _ time: Timestamp) {
        keys[id]?.use = Use(time: time, region: region, service: "s3")
    }

    mutating func noteUse(ofRole arn: String, in region: String, _ time: Timestamp) {
        roles[Self.lastPart(arn)]?.use = Use(time: time, region: region, service: "s3")
    }

    /// The name at the end of an ARN.
    static func lastPart(_ arn: String) -> String { String(arn.split(separator: "/").last ?? "") }

    func association(_ cluster: String, _ namespace: String, _ account: String) -> Association? {
        associations.values.first {
            $0.cluster == cluster && $0.namespace == namespace && $0.serviceAccount == account
        }
    }

    /// Whether a role may be taken with a token of a ServiceAccount.
    func trusts(_ arn: String, issuer: String, _ namespace: String, _ account: String) -> Bool {
        guard let role = roles[Self.lastPart(arn)], arn.hasPrefix("arn:aws:iam::\(id):role/") else { return false }
        let url = Self.withoutScheme(issuer)
        let provider = providerARN(url)
        guard let audiences = providers[provider]?.audiences, audiences.contains("sts.amazonaws.com") else {
            return false
        }
        return role.trust.statements.contains { statement in
            let condition = { (name: String) in
                (statement.at("Condition", "StringEquals", url + ":" + name)?.listed ?? [])
            }
            let subjects = condition("sub")
            return statement.at("Effect")?.text == "Allow"
                && statement.at("Principal", "Federated")?.listed.contains(provider) == true
                && statement.at("Action")?.listed.contains("sts:AssumeRoleWithWebIdentity") == true
                && subjects.contains("system:serviceaccount:\(namespace):\(account)")
                && (condition("aud").isEmpty || condition("aud").contains("sts.amazonaws.com"))
        }
    }

    /// Whether the agents on nodes may take a role.
    func trustsPods(_ arn: String) -> Bool {
        roles[Self.lastPart(arn)]?.trust.statements.contains { statement in
            let actions = statement.at("Action")?.listed ?? []
            return statement.at("Effect")?.text == "Allow"
                && statement.at("Principal", "Service")?.listed.contains("pods.eks.amazonaws.com") == true
                && actions.contains("sts:AssumeRole") && actions.contains("sts:TagSession")
        } ?? false
    }
}

extension StructuredValue {
    /// The statements of a policy, of which there may be one without a list.
    var statements: [StructuredValue] {
        guard let statement = at("Statement") else { return [] }
        return statement.elements.isEmpty ? [statement] : statement.elements
    }

    /// One text, or the texts of a list.
    var listed: [String] { text.map { [$0] } ?? elements.compactMap(\.text) }
}
