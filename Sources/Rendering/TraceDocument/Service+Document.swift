internal import MigrationModel
internal import StructuredText

extension Service {
    /// The service as an element of `services`.
    var document: StructuredValue {
        let members: [StructuredValue.Member] = [
            .init("serviceAccounts", .strings(serviceAccounts)),
            .init("replicas", .optional(replicas)),
            .init("updateStrategy", .string(updateStrategy)),
            .init("schedule", .string(schedule)),
            .init("idle", .bool(isIdle)),
            .init("disruptionBudgets", .sequence(disruptionBudgets.map(\.document))),
            .init("managers", .sequence(managers.map(\.document))),
            .init("containers", .strings(containers)),
            .init("pods", .integer(pods)),
        ]
        return .mapping(name.document.members + members)
    }
}

extension DisruptionBudget {
    /// The budget as an element of a service's `disruptionBudgets`.
    var document: StructuredValue { ["object": object.document, "rule": .string(rule)] }
}

extension ServiceGroup {
    /// The group as an element of `groups`.
    var document: StructuredValue {
        ["keys": .sequence(keys.map(\.document)), "services": .sequence(services.map(\.document))]
    }
}
