internal import MigrationModel
internal import StructuredText

/// An explanation as the document that JSON and YAML print; `Schemas/explanation.v1.schema.json` describes it.
struct ExplanationDocument {
    /// The version of the document; it changes when a reader of the old one would be misled.
    static let version = "keyshift.explanation/v1"

    let explanation: Explanation
    let toolVersion: String

    /// The whole document.
    var parts: [DocumentPart] {
        [
            .member("version", .string(Self.version)),
            .member("tool", ScanDocument.tool(toolVersion)),
            .member("generated", .string(explanation.generated)),
            .member("partial", .bool(explanation.isPartial)),
            .member("subject", explanation.subject.document),
            .member("key", key),
            .list("services", explanation.services, \.document),
            .member("blindSpots", .strings(explanation.blindSpots)),
        ]
    }

    private var key: StructuredValue {
        guard let key = explanation.key else { return .null }
        let facts = Dictionary(explanation.services.map { ($0.service.name, $0.service) }) { first, _ in first }
        let services = KeyServices(explanation.services.flatMap(\.consumptions), facts)
        return key.document(with: services[key.name])
    }
}

extension Explanation.Subject {
    /// What was asked for.
    var document: StructuredValue {
        switch self {
        case .key(let name): ["key": name.document, "workload": .null]
        case .workload(let name): ["key": .null, "workload": name.document]
        }
    }
}

extension ServiceExplanation {
    /// The service as an element of `services`.
    var document: StructuredValue {
        [
            "service": service.document,
            "serviceAccounts": .sequence(identities.map(\.document)),
            "consumptions": .sequence(
                consumptions.map { .mapping([.init("key", $0.key.document)] + $0.document.members) }),
            "containers": .sequence(containers.map(\.document)),
            "findings": .sequence(findings.map(\.document)),
        ]
    }
}

extension ContainerExplanation {
    /// The container as an element of a service's `containers`.
    var document: StructuredValue {
        let orders = orders.map { $0.document(in: identity.setting) }
        let versions = minimumVersions.map { minimum -> StructuredValue in
            [
                "family": .string(minimum.family), "mechanism": .string(minimum.mechanism.rawValue),
                "version": .string(minimum.version),
            ]
        }
        return .mapping(
            identity.document.members
                + [.init("minimumVersions", .sequence(versions)), .init("orders", .sequence(orders))])
    }
}

extension ContainerExplanation.Order {
    /// The order as an element of a container's `orders`.
    func document(in setting: CredentialSetting) -> StructuredValue {
        let families = families.map { family -> StructuredValue in
            ["id": .string(family.id), "name": .string(family.name)]
        }
        let head: [StructuredValue.Member] = [
            .init("families", .sequence(families)),
            .init("attempts", .sequence(resolution.attempts.map { $0.document(in: setting) })),
        ]
        let tail: [StructuredValue.Member] = [
            .init("certain", .bool(resolution.isCertain)), .init("onRefusal", resolution.onRefusal.document),
        ]
        return .mapping(head + resolution.outcome.members + tail)
    }
}

extension CredentialAttempt {
    /// The attempt as an element of an order's `attempts`.
    func document(in setting: CredentialSetting) -> StructuredValue {
        let parts = parts.map { part -> StructuredValue in
            ["name": .string(part), "origin": .optional(setting.origin(of: part)?.words)]
        }
        return [
            "source": .string(source.rawValue),
            "nature": .string(nature.rawValue),
            "verdict": .string(verdict.rawValue),
            "reason": .string(reason),
            "parts": .sequence(parts),
        ]
    }
}

extension RefusalBehaviour {
    /// What an SDK does when the cloud refuses what won.
    var document: StructuredValue {
        switch self {
        case .stops: ["behaviour": "stops", "to": .null]
        case .slides(let target): ["behaviour": "slides", "to": .optional(target?.rawValue)]
        }
    }
}
