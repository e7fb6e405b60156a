import MigrationModel

/// The sections of `expected.json` about who receives keys, whose fields `Fixtures/README.md` explains.
extension Scenario {
    /// One entry of `consumers`.
    struct Consumer: Hashable, Decodable {
        var service: String
        var container: String?
        var role: String?
        var way: String
        var target: String
        var carrier: String?
        var entry: String?
        var optional: Bool
        var certainty: String
    }

    /// One entry of `services`.
    struct ServiceFacts: Hashable, Decodable {
        struct Manager: Hashable, Decodable {
            var program: String
            var instance: String
        }

        struct Budget: Hashable, Decodable {
            var object: String
            var rule: String
        }

        var service: String
        var serviceAccounts: [String]
        var replicas: Int?
        var containers: [String]
        var managers: [Manager]
        var disruptionBudgets: [Budget]
    }

    /// One entry of `identityFindings`.
    struct IdentityFinding: Hashable, Decodable {
        var input: String
        var code: String
        var object: String
        var container: String?
        var families: [String]?
    }

    /// One entry of `inventory`.
    struct Identity: Hashable, Decodable {
        var input: String
        var serviceAccount: String
        var mechanism: String?
        var principal: String?
        var services: [String]
        var legacyTokens: [String]
        var mountsNeedlessToken: Bool?
    }
}

extension Scenario.Consumer {
    /// A consumption of a report, as `expected.json` writes it.
    init(_ consumption: Consumption) {
        self.init(
            service: consumption.service.object.description, container: consumption.container,
            role: consumption.role?.rawValue, way: consumption.reception.name, target: consumption.reception.target,
            carrier: consumption.carrier?.description, entry: consumption.entry, optional: consumption.optional,
            certainty: consumption.certainty.rawValue)
    }
}

extension Scenario.ServiceFacts {
    /// A service of a report, as `expected.json` writes it.
    init(_ service: Service) {
        self.init(
            service: service.name.object.description, serviceAccounts: service.serviceAccounts,
            replicas: service.replicas, containers: service.containers,
            managers: service.managers.map { Manager(program: $0.program, instance: $0.instance) },
            disruptionBudgets: service.disruptionBudgets.map { Budget(object: $0.object.description, rule: $0.rule) })
    }
}

extension Scenario.IdentityFinding {
    /// A finding of a report, as `expected.json` writes it where the SDK families are left open.
    init(_ finding: IdentityFinding, in scenario: Scenario) {
        self.init(
            input: scenario.name(ofInput: finding.input), code: finding.code.rawValue,
            object: finding.object.description, container: finding.container)
    }

    /// The same without its families.
    var withoutFamilies: Self {
        var copy = self
        copy.families = nil
        return copy
    }
}

extension Scenario.Identity {
    /// The rows of one ServiceAccount, as `expected.json` writes them: one for each of its identities.
    static func rows(of record: IdentityRecord, in scenario: Scenario) -> [Self] {
        let row = Self(
            input: scenario.name(ofInput: record.input), serviceAccount: record.serviceAccount.description,
            services: record.services.map(\.object.description).sorted(),
            legacyTokens: record.legacyTokens.map(\.object.description).sorted(),
            mountsNeedlessToken: record.mountsNeedlessToken)
        guard !record.identities.isEmpty else { return [row] }
        return record.identities.map { identity in
            var copy = row
            (copy.mechanism, copy.principal) = (identity.mechanism.rawValue, identity.principal)
            return copy
        }
    }
}
