import CredentialChains
import MigrationModel
import Testing

/// The order of every family, written down once more by hand, and asked for every pair of sources.
struct OrderTests {
    /// One source, as a container holds it.
    enum Held: String, Sendable, CaseIterable {
        case environment, amazonEnvironment, properties, webIdentity
        case role, roleOfSource, profileIdentity, sso, login, process, processOfCredentials
        case credentialsFile, configFile, boto, container, relative, node
    }

    struct Order: Sendable, CustomTestStringConvertible {
        let family: String
        let sources: [Held]
        var testDescription: String { family }

        init(_ family: String, _ sources: Held...) {
            self.family = family
            self.sources = sources
        }
    }

    static let orders = [
        Order(
            "boto3", .environment, .role, .webIdentity, .profileIdentity, .sso, .credentialsFile, .login, .process,
            .configFile, .boto, .container, .node),
        Order(
            "go-v1", .environment, .webIdentity, .role, .credentialsFile, .configFile, .roleOfSource, .profileIdentity,
            .sso, .process, .container, .node),
        Order(
            "go-v2", .environment, .webIdentity, .role, .credentialsFile, .configFile, .roleOfSource, .profileIdentity,
            .sso, .process, .container, .node),
        Order(
            "java-v1", .environment, .properties, .webIdentity, .role, .process, .credentialsFile, .configFile,
            .container, .node),
        Order(
            "java-v2", .properties, .environment, .webIdentity, .profileIdentity, .sso, .role, .process,
            .credentialsFile, .configFile, .container, .node),
        Order(
            "kotlin", .properties, .environment, .webIdentity, .role, .profileIdentity, .sso, .process,
            .credentialsFile, .configFile, .container, .node),
        Order(
            "javascript-v2", .environment, .amazonEnvironment, .role, .credentialsFile, .configFile, .container,
            .process, .webIdentity, .node),
        Order(
            "javascript-v3", .environment, .role, .credentialsFile, .configFile, .profileIdentity, .process, .sso,
            .webIdentity, .container, .node),
        Order(
            "ruby", .environment, .webIdentity, .profileIdentity, .sso, .role, .credentialsFile, .configFile, .process,
            .container, .node),
        Order(
            "php", .environment, .webIdentity, .profileIdentity, .sso, .processOfCredentials, .role, .credentialsFile,
            .process, .configFile, .container, .node),
        Order(
            "dotnet-v3", .webIdentity, .role, .process, .credentialsFile, .configFile, .environment, .container, .node),
        Order(
            "dotnet-v4", .environment, .webIdentity, .role, .process, .credentialsFile, .configFile, .container, .node),
        Order(
            "cpp", .environment, .credentialsFile, .configFile, .process, .webIdentity, .sso, .container, .node),
        Order(
            "rust", .environment, .role, .profileIdentity, .sso, .process, .credentialsFile, .configFile, .webIdentity,
            .container, .node),
        Order("swift", .environment, .credentialsFile, .configFile, .webIdentity, .container, .node),
        Order("soto", .environment, .webIdentity, .relative, .node, .role, .credentialsFile, .configFile, .sso, .login),
    ]

    @Test func coversEveryFamilyOfAWS() {
        #expect(Set(Self.orders.map(\.family)) == Set(CredentialChains.chains(of: .aws).map(\.family.id)))
    }

    @Test(arguments: orders)
    func eachSourceAloneIsUsed(_ order: Order) throws {
        let chain = try #require(CredentialChains.chain(order.family))
        for held in order.sources { #expect(winner(chain, [held]) == held.winner, "\(held)") }
    }

    @Test(arguments: orders)
    func theEarlierOfEveryPairIsUsed(_ order: Order) throws {
        let chain = try #require(CredentialChains.chain(order.family))
        for (index, first) in order.sources.enumerated() {
            for second in order.sources.dropFirst(index + 1) where !Held.excludeEachOther(first, second) {
                #expect(winner(chain, [first, second]) == first.winner, "\(first) and \(second)")
                #expect(winner(chain, [second, first]) == first.winner, "\(second) and \(first)")
            }
        }
    }

    /// A role cannot have two backings in one profile, so that no order can be asked.
    @Test func aRoleOfWebIdentityIsNoOtherRole() throws {
        let boto = try #require(CredentialChains.chain("boto3"))
        #expect(winner(boto, [.role, .profileIdentity]) == Held.profileIdentity.winner)
    }

    @Test(arguments: orders)
    func aSourceThatTheFamilyDoesNotKnowChangesNothing(_ order: Order) throws {
        let chain = try #require(CredentialChains.chain(order.family))
        let known = Set(order.sources)
        for held in [Held.properties, .boto, .amazonEnvironment] where !known.contains(held) {
            if order.family == "ruby" && held == .amazonEnvironment { continue }
            #expect(winner(chain, [held]) == nil, "\(held)")
        }
    }

    /// The source that wins and the names that show which row it is.
    private func winner(_ chain: CredentialChain, _ held: [Held]) -> Held.Winner? {
        let resolution = chain.resolve(.holding(held.map(\.piece)))
        guard let attempt = resolution.attempts.first(where: { $0.verdict == .wins }) else { return nil }
        return Held.Winner(
            source: attempt.source, isAmazon: attempt.parts.contains("AMAZON_ACCESS_KEY_ID"))
    }
}

extension OrderTests.Held {
    struct Winner: Hashable {
        let source: CredentialSource
        var isAmazon = false
    }

    /// Settings that are the backing of one role.
    static func excludeEachOther(_ first: Self, _ second: Self) -> Bool {
        let backings: [Self] = [.role, .roleOfSource, .profileIdentity]
        return backings.contains(first) && backings.contains(second)
    }

    var winner: Winner {
        switch self {
        case .environment: Winner(source: .environment)
        case .amazonEnvironment: Winner(source: .environment, isAmazon: true)
        case .properties: Winner(source: .systemProperties)
        case .webIdentity: Winner(source: .webIdentity)
        case .role, .roleOfSource: Winner(source: .assumeRoleProfile)
        case .profileIdentity: Winner(source: .webIdentityProfile)
        case .sso: Winner(source: .ssoProfile)
        case .login: Winner(source: .loginProfile)
        case .process, .processOfCredentials: Winner(source: .process)
        case .credentialsFile: Winner(source: .credentialsFile)
        case .configFile: Winner(source: .configFile)
        case .boto: Winner(source: .botoFile)
        case .container, .relative: Winner(source: .container)
        case .node: Winner(source: .instanceMetadata)
        }
    }

    var piece: Piece {
        switch self {
        case .environment: .environment
        case .amazonEnvironment:
            .secrets(["AMAZON_ACCESS_KEY_ID": .present, "AMAZON_SECRET_ACCESS_KEY": .present])
        case .properties: .properties("aws.accessKeyId", "aws.secretKey", "aws.secretAccessKey")
        case .webIdentity: .webIdentity
        case .role:
            .both(
                .profile(["role_arn": "r", "source_profile": "base"]),
                .section("profile base", of: Piece.configPath, Piece.keys))
        case .roleOfSource:
            // Something must back the role, and the node is what shadows least.
            .both(.profile(["role_arn": "r", "credential_source": "Ec2InstanceMetadata"]), .node)
        case .profileIdentity:
            .both(.profile(["role_arn": "r", "web_identity_token_file": "/token"]), .file("/token", .token))
        case .sso:
            .profile(["sso_account_id": "a", "sso_role_name": "r", "sso_start_url": "u", "sso_region": "x"])
        case .login: .profile(["login_session": "a"])
        case .process: .profile(["credential_process": "p"])
        case .processOfCredentials: .section("default", of: Piece.credentialsPath, ["credential_process": "p"])
        case .credentialsFile: .credentialsFile
        case .configFile: .configFile
        case .boto: .section("Credentials", of: "/etc/boto.cfg", Piece.keys)
        case .container: .podIdentity
        case .relative: .relativeURI
        case .node: .node
        }
    }
}
