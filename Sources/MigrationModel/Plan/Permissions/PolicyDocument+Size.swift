extension PolicyDocument {
    /// How many characters it has as JSON without white space between its tokens, which is what quotas count.
    ///
    /// IAM does not count white space inside of texts either, so this is never too little; see
    /// [IAM quotas](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).
    public var size: Int {
        // {"Version":"…","Statement":[…]}
        29 + version.characters + statements.reduce(0) { $0 + $1.size + 1 } - (statements.isEmpty ? 0 : 1)
    }
}

extension PolicyStatement {
    /// The characters of the statement in a policy.
    var size: Int {
        let head = sid.isEmpty ? 0 : #""Sid":"","#.utf8.count + sid.characters
        let selections =
            (actions.isNegated ? 12 : 9) + actions.patterns.characters
            + (resources.isNegated ? 14 : 11) + resources.patterns.characters
        // {"Effect":"Allow",…,…}
        return 2 + head + 11 + effect.rawValue.characters + 1 + selections + 1
            + (conditions.isEmpty ? 0 : 1 + 12 + conditionSize)
    }

    /// The characters of an object such as `{"StringEquals":{"a":"b","c":"d"}}`.
    private var conditionSize: Int {
        var tests: [String] = []
        for condition in conditions where !tests.contains(condition.test) { tests.append(condition.test) }
        let members = conditions.reduce(0) { $0 + $1.key.characters + 3 + $1.values.characters }
        return 2 + tests.reduce(0) { $0 + $1.characters + 5 } + members + conditions.count - 1
    }
}

extension [String] {
    /// The characters of a text, or of a list of texts.
    fileprivate var characters: Int {
        let texts = reduce(0) { $0 + $1.characters + 2 }
        return count == 1 ? texts : texts + 2 + Swift.max(0, count - 1)
    }
}

extension String {
    /// The characters of a text in JSON, without its quotes.
    fileprivate var characters: Int {
        unicodeScalars.reduce(0) { count, scalar in
            switch scalar {
            case "\"", "\\", "\n", "\r", "\t", "\u{8}", "\u{C}": count + 2
            default: count + (scalar.value < 0x20 ? 6 : 1)
            }
        }
    }
}
