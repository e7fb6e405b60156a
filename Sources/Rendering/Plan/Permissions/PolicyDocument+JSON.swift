import MigrationModel
internal import StructuredText

extension PolicyDocument {
    /// The policy as IAM takes it.
    var json: StructuredValue {
        ["Version": .string(version), "Statement": .sequence(statements.map(\.json))]
    }

    /// The policy as people review it.
    var text: String { MachineText.block(json, indentation: 0) + "\n" }
}

extension PolicyStatement {
    fileprivate var json: StructuredValue {
        var members: [StructuredValue.Member] = []
        if !sid.isEmpty { members.append(.init("Sid", .string(sid))) }
        members.append(.init("Effect", .string(effect.rawValue)))
        members.append(.init(actions.isNegated ? "NotAction" : "Action", Self.texts(actions.patterns)))
        members.append(.init(resources.isNegated ? "NotResource" : "Resource", Self.texts(resources.patterns)))
        if !conditions.isEmpty { members.append(.init("Condition", .mapping(Self.tests(conditions)))) }
        return .mapping(members)
    }

    /// One object for each operator, and in it one member for each key: of two with one name most readers drop one.
    private static func tests(_ conditions: [PolicyCondition]) -> [StructuredValue.Member] {
        var tests: [(name: String, keys: [(name: String, values: [String])])] = []
        for condition in conditions {
            let test = tests.firstIndex { $0.name == condition.test } ?? tests.count
            if test == tests.count { tests.append((condition.test, [])) }
            if let key = tests[test].keys.firstIndex(where: { $0.name == condition.key }) {
                tests[test].keys[key].values += condition.values
            } else {
                tests[test].keys.append((condition.key, condition.values))
            }
        }
        return tests.map { test in
            .init(test.name, .mapping(test.keys.map { .init($0.name, texts($0.values)) }))
        }
    }

    private static func texts(_ texts: [String]) -> StructuredValue {
        texts.count == 1 ? .string(texts[0]) : .sequence(texts.map { .string($0) })
    }
}
