import MigrationModel

/// `services` of a configuration file.
struct ServiceSection {
    private static let fields = [
        "service", "mechanism", "sdk", "exempt", "targetAccount", "accountAccess", "usesDefaultChain", "acceptDraft",
        "policy",
    ]

    private static let policy = "the JSON file of the policy that its role gets, beside the configuration"

    /// The ids that `sdk` may name.
    var sdkFamilies: [String]
    /// What `mechanism` may be.
    var limits: MechanismLimits

    /// The entries in their order.
    func read(_ file: LocatedFields) -> [ServiceConfiguration] {
        guard let list = file.section("services") else { return [] }
        guard case .sequence(let nodes, _) = list else {
            file.problems.report(
                .wrongShape, at: list.offset, "`services` is not a list.",
                advice: "Begin each entry with `- service:`.")
            return []
        }
        var lines: [String: Int] = [:]
        return nodes.compactMap { node in
            guard let entry = entry(node, file.problems) else { return nil }
            if let first = lines.updateValue(file.problems.line(at: node.offset), forKey: entry.service) {
                file.problems.report(
                    .duplicateEntry, at: node.offset,
                    "The service entry is for the same `service` as the one on line \(first).",
                    advice: "Put everything into the first one, which alone counts.")
            }
            return entry
        }
    }

    private func entry(_ node: LocatedNode, _ problems: FieldProblems) -> ServiceConfiguration? {
        let fields = LocatedFields(node, owner: "The service entry", known: Self.fields, problems: problems)
        guard let fields else { return nil }
        let pattern = fields.text("service", meaning: ServicePattern.meaning)
            .flatMap { ServicePattern.read($0, "service", of: fields) }
        let sdk = fields.texts("sdk", meaning: "the SDKs of its containers")?
            .filter { fields.isKnown($0, "sdk", among: sdkFamilies) }
        let entry = ServiceConfiguration(
            service: pattern ?? "",
            mechanism: limits.mechanism(of: fields, meaning: "the mechanism that it has to use"),
            sdk: sdk?.map(\.text) ?? [], exemption: exemption(of: fields),
            targetAccount: fields.identifier("targetAccount", .account) ?? "",
            accountAccess: access(of: fields),
            usesDefaultChain: fields.flag(
                "usesDefaultChain", meaning: "whether it looks as its SDK does when it is given no key") ?? false,
            acceptsDraft: fields.flag("acceptDraft", meaning: "whether somebody accepted the drafted permissions")
                ?? false,
            policy: fields.formed(
                fields.optionalText("policy", meaning: Self.policy), "policy", { !$0.utf8.contains(0) },
                meaning: Self.policy) ?? "")
        return pattern == nil ? nil : entry
    }

    private func access(of fields: LocatedFields) -> ServiceConfiguration.AccountAccess? {
        guard
            let access = fields.choice(
                "accountAccess", of: ServiceConfiguration.AccountAccess.self, meaning: "how it reaches `targetAccount`")
        else { return nil }
        guard let place = fields.place(of: "accountAccess"), fields.place(of: "targetAccount") == nil else {
            return access
        }
        fields.problems.report(
            .contradiction, at: place, "`accountAccess` is there without `targetAccount`, which it is about.",
            advice: "Add `targetAccount`, or remove `accountAccess`.")
        return nil
    }

    private func exemption(of fields: LocatedFields) -> ServiceConfiguration.Exemption? {
        let meaning = "why the service keeps its key, and until when: {reason: …, expires: YYYY-MM-DD}"
        guard let node = fields.optionalValue("exempt", meaning: meaning),
            let exempt = LocatedFields(
                node, owner: "The exemption", known: ["reason", "expires"], problems: fields.problems)
        else { return nil }
        let reason = exempt.text("reason", meaning: "why the service keeps its key")
        let expires = exempt.day("expires", meaning: "the last day on which it does")
        guard let reason, let expires else { return nil }
        return ServiceConfiguration.Exemption(reason: reason.text, expires: expires)
    }
}
