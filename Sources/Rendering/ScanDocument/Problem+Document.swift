internal import MigrationModel
internal import StructuredText

extension Problem {
    /// The problem as an element of `problems`.
    var document: StructuredValue {
        [
            "code": .string(code.rawValue),
            "severity": .string(severity.rawValue),
            "input": .string(input),
            "line": .optional(line),
            "offset": .optional(offset),
            "object": object?.document ?? .null,
            "message": .string(message),
            "advice": .string(advice),
        ]
    }
}

extension Allowance {
    /// The entry of the allowlist, as a key's `allowed` and in the lists of expired and unused entries.
    var document: StructuredValue {
        [
            "key": .string(key),
            "place": .optional(place),
            "reason": .string(reason),
            "expires": .string(expires),
        ]
    }
}

extension ScannedInput {
    /// The input as an element of `inputs`.
    var document: StructuredValue {
        ["name": .string(name), "bytes": .integer(bytes), "objects": .integer(objects)]
    }
}
