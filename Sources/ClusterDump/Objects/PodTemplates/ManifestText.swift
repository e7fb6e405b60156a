import StructuredText

/// A small part of an object as JSON, so that a patch can put it back exactly as it was.
enum ManifestText {
    /// The value on one line, members in the order of the input.
    static func json(of branch: Branch) -> String { JSONWriter.text(for: value(of: branch), pretty: false) }

    private static func value(of branch: Branch) -> StructuredValue {
        if branch.isMapping {
            return .mapping(branch.members.map { StructuredValue.Member($0.key, value(of: $0)) })
        }
        if branch.isSequence { return .sequence(branch.elements.map(value)) }
        guard let text = branch.text else { return .null }
        return branch.isQuoted ? .string(text) : scalar(text)
    }

    /// A scalar without quotes as Kubernetes reads it: `0400` is octal, as in
    /// [YAML 1.1](https://yaml.org/type/int.html), and there is none in JSON.
    private static func scalar(_ text: String) -> StructuredValue {
        if text.count > 1, text.utf8.first == UInt8(ascii: "0"), let octal = Int(text, radix: 8) {
            return .integer(octal)
        }
        if let number = Int(text) { return .integer(number) }
        switch text {
        case "true": return .bool(true)
        case "false": return .bool(false)
        default: return .string(text)
        }
    }
}
