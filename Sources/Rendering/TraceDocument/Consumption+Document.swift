internal import MigrationModel
internal import StructuredText

extension KeyService {
    /// The service as an element of a key's `services`.
    var document: StructuredValue {
        let members: [StructuredValue.Member] = [
            .init("certainty", .string((isPossible ? Consumption.Certainty.possible : .certain).rawValue)),
            .init("consumptions", .sequence(consumptions.map(\.document))),
        ]
        return .mapping(facts.name.document.members + members)
    }
}

extension WorkloadName {
    /// The workload as every part of the document names it.
    var document: StructuredValue { ["input": .string(input), "object": object.document] }
}

extension KeyName {
    /// The key as other parts of the document refer to it.
    var document: StructuredValue { ["kind": .string(kind.rawValue), "id": .string(id)] }
}

extension Consumption {
    /// The way on which a key gets to a service.
    var document: StructuredValue {
        [
            "object": object.document,
            "container": .optional(container),
            "role": .optional(role?.rawValue),
            "way": .string(reception.name),
            "target": .string(reception.target),
            "expands": .optional(reception.expanded),
            "carrier": carrier?.document ?? .null,
            "entry": .optional(entry),
            "optional": .bool(optional),
            "certainty": .string(certainty.rawValue),
        ]
    }
}

extension Reception {
    /// The variable that is named as `$(VAR)`.
    var expanded: String? {
        switch self {
        case .expansion(_, let source), .argument(let source): source
        default: nil
        }
    }
}
