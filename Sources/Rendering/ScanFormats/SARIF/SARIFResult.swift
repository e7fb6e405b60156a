internal import MigrationModel
internal import StructuredText

/// A key at a place as a result (SARIF 2.1.0, section 3.27).
struct SARIFResult {
    let key: StaticKey
    let sighting: Sighting
    /// The services that receive the key.
    let services: [KeyService]
    let fingerprint: String

    var value: StructuredValue {
        let rule = SARIFRules.rule(for: key.identity.kind)
        var members: [StructuredValue.Member] = [
            .init("ruleId", .string(rule.rule.kind.rawValue)),
            .init("ruleIndex", .integer(rule.index)),
            .init("level", .string(SARIFLevel(of: sighting).rawValue)),
            .init("message", ["text": .string(message(rule.rule))]),
            .init("locations", [SARIFLocation(of: sighting.place).value]),
            .init("partialFingerprints", fingerprints),
        ]
        if let allowed = key.allowed {
            members.append(.init("suppressions", [Self.suppression(allowed)]))
        }
        members.append(.init("properties", properties))
        return .mapping(members)
    }

    /// The same value twice, since GitHub reads no other than `primaryLocationLineHash`.
    ///
    /// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
    private var fingerprints: StructuredValue {
        ["keyshift/v1": .string(fingerprint), "primaryLocationLineHash": .string(fingerprint)]
    }

    private func message(_ rule: SARIFRule) -> String {
        let place = sighting.place
        let holder = place.object.map { SARIFMessage.shortened($0.description, to: 200) }
        let whole = [
            "\(rule.noun) \(SARIFMessage.shortened(key.identity.id, to: 100))", Self.half(sighting.confidence),
            "in \(holder ?? SARIFMessage.shortened(place.input, to: 200))", "at",
            SARIFMessage.shortened(place.path.description, to: 300) + ".",
        ]
        return SARIFMessage.text(whole.joined(separator: " ") + remark + receivers)
    }

    /// Who would break, by one name: the message is to fit, and the properties name more.
    private var receivers: String {
        guard let first = services.first else { return "" }
        let name = SARIFMessage.shortened(first.facts.name.object.description, to: 80)
        let rest = services.count > 1 ? " and \(Wording.count(services.count - 1, "other service"))" : ""
        return " \(first.isPossible ? "Possibly received" : "Received") by \(name)\(rest)."
    }

    /// As many as a person reads; the key has a result for each place.
    private static let mostServices = 20

    private static func half(_ confidence: Confidence) -> String {
        switch confidence {
        case .paired: "with its secret half"
        case .named: "in a field named like a credential,"
        case .bare: "without its secret half,"
        }
    }

    private var remark: String {
        switch sighting.nature {
        case .ordinary: ""
        case .bait: " Its account belongs to a canary-token service: using the key raises an alarm."
        case .thirdParty(let host):
            " It is for a service that is not the key's cloud"
                + (host.isEmpty ? "." : ": \(SARIFMessage.shortened(host, to: 100)).")
        }
    }

    private static func suppression(_ allowance: Allowance) -> StructuredValue {
        let until = " (allowed until \(allowance.expires))"
        return [
            "kind": "external",
            "status": "accepted",
            "justification": .string(SARIFMessage.text(SARIFMessage.shortened(allowance.reason, to: 500) + until)),
        ]
    }

    private var properties: StructuredValue {
        [
            "key": .string(key.identity.id),
            "account": .optional(key.identity.account),
            "principal": .optional(key.identity.principal),
            "lifetime": .string(key.identity.kind.lifetime),
            "nature": .string(sighting.nature.label),
            "endpoint": .optional(sighting.nature.endpoint),
            "confidence": .string(sighting.confidence.rawValue),
            "path": .string(sighting.place.path.description),
            "decodings": .sequence(sighting.place.path.decodings.map { .string($0.rawValue) }),
            "repeatedBy": .sequence(sighting.repeatedBy.map { .string($0.description) }),
            "services": .strings(services.prefix(Self.mostServices).map(\.facts.name.object.description)),
            "serviceCount": .integer(services.count),
        ]
    }
}
