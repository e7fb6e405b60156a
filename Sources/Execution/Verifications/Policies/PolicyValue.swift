import StructuredText

/// A policy document as what it means: neither the order of its parts nor lists of one element make a difference.
///
/// Names of statements say nothing and do not count. See
/// [the grammar of policies](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html).
struct PolicyValue: Hashable, Sendable {
    /// The version of the language; the oldest where the document says none.
    let version: String
    /// The statements in an order of their own.
    let statements: [[String: PolicyPart]]

    /// The policy of a value, or of the JSON text, percent-encoded or not, that a value holds; `nil` for what is none.
    init?(_ value: StructuredValue) {
        var value = value
        if case .string(let text) = value {
            let plain = text.hasPrefix("%7B") ? Self.decoded(text) : text
            guard let parsed = ObservedDocument.reading(Array(plain.utf8)) else { return nil }
            value = parsed
        }
        guard let statement = value["Statement"] else { return nil }
        let list = if case .sequence(let elements) = statement { elements } else { [statement] }
        version = value["Version"]?.asText ?? "2008-10-17"
        statements = list.map(Self.statement).sorted { "\($0.sortText)" < "\($1.sortText)" }
    }

    /// The policy in a JSON text.
    init?(json: String) { self.init(StructuredValue.string(json)) }

    /// Where two policies differ first, as a path without values; `nil` where they mean the same.
    func difference(from planned: PolicyValue) -> String? {
        if self == planned { return nil }
        if version != planned.version { return "Version" }
        if statements.count != planned.statements.count {
            return "it has \(Self.count(statements.count)) where \(planned.statements.count) "
                + (planned.statements.count == 1 ? "is" : "are") + " planned"
        }
        for (index, pair) in zip(statements, planned.statements).enumerated() where pair.0 != pair.1 {
            let names = Set(pair.0.keys).union(pair.1.keys).sorted()
            guard let name = names.first(where: { pair.0[$0] != pair.1[$0] }) else { continue }
            return "Statement[\(index)].\(name)"
        }
        return "Statement"
    }

    private static func count(_ statements: Int) -> String {
        statements == 1 ? "1 statement" : "\(statements) statements"
    }

    private static func statement(_ value: StructuredValue) -> [String: PolicyPart] {
        var parts: [String: PolicyPart] = [:]
        for member in value.asMembers where member.key != "Sid" {
            switch member.key {
            case "Action", "NotAction": parts[member.key] = .texts(texts(member.value).map { $0.lowercased() })
            case "Principal", "NotPrincipal": parts[member.key] = .groups(principals(member.value))
            case "Condition":
                for test in member.value.asMembers {
                    for key in test.value.asMembers {
                        parts["Condition.\(test.key).\(key.key.lowercased())"] = .texts(texts(key.value))
                    }
                }
            default: parts[member.key] = .texts(texts(member.value))
            }
        }
        return parts
    }

    /// `"*"` is `{"AWS": "*"}`, and an account is its root user.
    private static func principals(_ value: StructuredValue) -> [String: Set<String>] {
        if case .string(let all) = value { return ["AWS": [all]] }
        return value.asMembers.reduce(into: [:]) { groups, member in
            groups[member.key, default: []].formUnion(
                texts(member.value).map { text in
                    let isAccount = text.utf8.count == 12 && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
                    return isAccount ? "arn:aws:iam::\(text):root" : text
                })
        }
    }

    private static func texts(_ value: StructuredValue) -> [String] {
        switch value {
        case .string(let text): [text]
        case .bool(let truth): [truth ? "true" : "false"]
        case .integer(let number): [String(number)]
        case .decimal(let text): [text]
        case .sequence(let elements): elements.flatMap(texts)
        case .null, .mapping: []
        }
    }

    private static func decoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let decoded = UInt8(digits, radix: 16) {
                bytes.append(decoded)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// One element of a statement.
enum PolicyPart: Hashable, Sendable {
    /// Patterns, or values of a condition, of which the order does not matter.
    case set(Set<String>)
    /// Principals by their type.
    case groups([String: Set<String>])

    /// Patterns in any order.
    static func texts(_ texts: [String]) -> PolicyPart { .set(Set(texts)) }

    fileprivate var sortText: String {
        switch self {
        case .set(let texts): texts.sorted().joined(separator: "\u{1}")
        case .groups(let groups):
            groups.sorted { $0.key < $1.key }.map { $0.key + "\u{2}" + $0.value.sorted().joined(separator: "\u{1}") }
                .joined(separator: "\u{3}")
        }
    }
}

extension [String: PolicyPart] {
    fileprivate var sortText: String {
        sorted { $0.key < $1.key }.map { $0.key + "\u{4}" + $0.value.sortText }.joined(separator: "\u{5}")
    }
}
