extension Action {
    /// The names of actions in a plan file.
    private enum Name: String, CodingKey {
        case trustIssuer = "trust-issuer"
        case createIdentity = "create-identity"
        case createTargetRole = "create-target-role"
        case bindIdentity = "bind-identity"
        case createServiceAccount = "create-service-account"
        case moveLiteral = "move-literal"
        case runCanary = "run-canary"
        case removeCanary = "remove-canary"
        case changeWorkload = "change-workload"
        case forgetRevisions = "forget-revisions"
        case removeCarrier = "remove-carrier"
        case deactivateKey = "deactivate-key"
        case deleteKey = "delete-key"
        case deleteUser = "delete-user"
        case removeCopy = "remove-copy"
    }

    /// Writes a mapping of one member, whose name says what the action is.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        switch self {
        case .trustIssuer(let action): try container.encode(action, forKey: .trustIssuer)
        case .createIdentity(let action): try container.encode(action, forKey: .createIdentity)
        case .createTargetRole(let action): try container.encode(action, forKey: .createTargetRole)
        case .bindIdentity(let action): try container.encode(action, forKey: .bindIdentity)
        case .createServiceAccount(let action): try container.encode(action, forKey: .createServiceAccount)
        case .moveLiteral(let action): try container.encode(action, forKey: .moveLiteral)
        case .runCanary(let action): try container.encode(action, forKey: .runCanary)
        case .removeCanary(let action): try container.encode(action, forKey: .removeCanary)
        case .changeWorkload(let action): try container.encode(action, forKey: .changeWorkload)
        case .forgetRevisions(let action): try container.encode(action, forKey: .forgetRevisions)
        case .removeCarrier(let action): try container.encode(action, forKey: .removeCarrier)
        case .deactivateKey(let action): try container.encode(action, forKey: .deactivateKey)
        case .deleteKey(let action): try container.encode(action, forKey: .deleteKey)
        case .deleteUser(let action): try container.encode(action, forKey: .deleteUser)
        case .removeCopy(let action): try container.encode(action, forKey: .removeCopy)
        }
    }

    /// Reads what ``encode(to:)`` wrote.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Name.self)
        guard let name = container.allKeys.first, container.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "no action, or several"))
        }
        switch name {
        case .trustIssuer: self = .trustIssuer(try container.decode(TrustIssuer.self, forKey: name))
        case .createIdentity: self = .createIdentity(try container.decode(CreateIdentity.self, forKey: name))
        case .createTargetRole: self = .createTargetRole(try container.decode(CreateTargetRole.self, forKey: name))
        case .bindIdentity: self = .bindIdentity(try container.decode(BindIdentity.self, forKey: name))
        case .createServiceAccount:
            self = .createServiceAccount(try container.decode(CreateServiceAccount.self, forKey: name))
        case .moveLiteral: self = .moveLiteral(try container.decode(MoveLiteral.self, forKey: name))
        case .runCanary: self = .runCanary(try container.decode(RunCanary.self, forKey: name))
        case .removeCanary: self = .removeCanary(try container.decode(RemoveCanary.self, forKey: name))
        case .changeWorkload: self = .changeWorkload(try container.decode(ChangeWorkload.self, forKey: name))
        case .forgetRevisions:
            self = .forgetRevisions(try container.decode(ForgetRevisions.self, forKey: name))
        case .removeCarrier: self = .removeCarrier(try container.decode(RemoveCarrier.self, forKey: name))
        case .deactivateKey: self = .deactivateKey(try container.decode(DeactivateKey.self, forKey: name))
        case .deleteKey: self = .deleteKey(try container.decode(DeleteKey.self, forKey: name))
        case .deleteUser: self = .deleteUser(try container.decode(DeleteUser.self, forKey: name))
        case .removeCopy: self = .removeCopy(try container.decode(RemoveCopy.self, forKey: name))
        }
    }
}
