internal import MigrationModel
internal import StructuredText

/// One place of a key as a result, SARIF 2.1.0 section 3.27.
enum SARIFResult {
    /// The result; an allowed key is a suppressed one, so that a service closes the alert and keeps the reason.
    static func value(of sighting: Sighting, _ key: StaticKey, _ presentation: Presentation) -> StructuredValue {
        let fingerprint = StructuredValue.string(PlaceFingerprint.text(of: sighting))
        var members: [StructuredValue.Member] = [
            .init("ruleId", .string(key.identity.kind.rawValue)),
            .init("ruleIndex", .integer(SARIFRule.index(of: key.identity.kind))),
            .init("level", level(of: sighting, key)),
            .init("message", ["text": .string(message(sighting, key))]),
            .init("locations", [SARIFLocation.value(of: sighting.place, presentation)]),
            // The second is the only one that GitHub's code scanning compares.
            .init("partialFingerprints", ["keyPlace/v1": fingerprint, "primaryLocationLineHash": fingerprint]),
        ]
        if let allowed = key.allowed { members.append(.init("suppressions", [suppression(allowed)])) }
        members.append(.init("properties", properties(sighting, key)))
        return .mapping(members)
    }

    private static func level(of sighting: Sighting, _ key: StaticKey) -> StructuredValue {
        switch key.nature {
        case .bait: "note"
        case .thirdParty: "warning"
        case .ordinary: key.identity.kind == .awsTemporaryKey || sighting.confidence == .bare ? "warning" : "error"
        }
    }

    private static func message(_ sighting: Sighting, _ key: StaticKey) -> String {
        let place = sighting.place
        let holder = place.object.map(\.description) ?? place.input
        var facts: [String] = []
        if let owner = key.identity.owner { facts.append(owner) }
        facts.append(key.secretHalfPresent ? "secret half present" : "secret half not seen")
        switch key.nature {
        case .bait: facts.append("bait of a canary-token service: leave it in place")
        case .thirdParty(let host): facts.append("for \(host), which is not AWS")
        case .ordinary: break
        }
        if let repetition = sighting.repetition { facts.append(repetition) }
        return SARIFText.message(
            "\(key.identity.kind.words) \(key.identity.id) in \(holder) at \(place.path) (\(facts.joined(separator: "; "))).")
    }

    private static func suppression(_ allowed: Allowance) -> StructuredValue {
        [
            "kind": "external", "status": "accepted",
            "justification": .string("\(allowed.reason) (until \(allowed.expires))"),
        ]
    }

    private static func properties(_ sighting: Sighting, _ key: StaticKey) -> StructuredValue {
        [
            "keyId": .string(key.identity.id), "nature": .string(key.nature.label),
            "confidence": .string(sighting.confidence.rawValue),
            "valuePath": .string(sighting.place.path.description),
        ]
    }
}
