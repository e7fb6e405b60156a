public import StructuredText

/// What `kubectl` or a cloud printed, as a value without what must not be kept.
///
/// Values of Secrets and ConfigMaps become empty texts, and so do their annotations and every `last-applied-configuration`,
/// which repeats values. Numbers with a fraction or an exponent become texts.
public enum ObservedDocument {
    /// Reads a JSON text.
    ///
    /// - Parameter bytes: the text.
    /// - Returns: its value; `nil` for what is no JSON, such as an answer that was cut off.
    public static func reading(_ bytes: [UInt8]) -> StructuredValue? {
        let tree = ObservedTree()
        var reader = JSONReader()
        do throws(SyntaxProblem) {
            try reader.read(bytes.span, into: tree)
        } catch {
            return nil
        }
        return tree.value()
    }

    /// Takes over what was parsed.
    ///
    /// - Parameters:
    ///   - node: the document.
    ///   - kind: the kind that a typed list gives to an item which does not repeat it.
    /// - Returns: its value.
    static func value(of node: Node, kind: String = "") -> StructuredValue {
        switch node {
        case .mapping(let members): mapping(members, kind: kind)
        case .sequence(let elements): .sequence(elements.map { value(of: $0) })
        case .scalar(let scalar): self.scalar(scalar)
        }
    }

    private static func scalar(_ scalar: Node.Scalar) -> StructuredValue {
        let text = String(decoding: scalar.bytes, as: UTF8.self)
        if scalar.quoted { return .string(text) }
        switch text {
        case "null", "~", "": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        default: return Int(text).map { .integer($0) } ?? .string(text)
        }
    }

    private static func mapping(_ members: [Node.Member], kind: String) -> StructuredValue {
        let holdsValues =
            carriers.contains(kind)
            || members.contains { member in
                guard member.key == "kind", case .scalar(let scalar) = member.value else { return false }
                return carriers.contains(String(decoding: scalar.bytes, as: UTF8.self))
            }
        return .mapping(
            members.map { member in
                switch member.key {
                case "data", "stringData", "binaryData":
                    .init(member.key, holdsValues ? emptied(member.value) : value(of: member.value))
                case "metadata": .init(member.key, metadata(member.value, holdsValues))
                default: .init(member.key, value(of: member.value))
                }
            })
    }

    private static func metadata(_ node: Node, _ holdsValues: Bool) -> StructuredValue {
        guard case .mapping(let members) = node else { return value(of: node) }
        return .mapping(
            members.map { member in
                guard member.key == "annotations", case .mapping(let annotations) = member.value else {
                    return .init(member.key, value(of: member.value))
                }
                let kept = annotations.map { annotation in
                    let isCopy = annotation.key == "kubectl.kubernetes.io/last-applied-configuration"
                    return StructuredValue.Member(
                        annotation.key, holdsValues || isCopy ? .string("") : value(of: annotation.value))
                }
                return .init(member.key, .mapping(kept))
            })
    }

    private static let carriers: Set<String> = ["Secret", "ConfigMap"]

    /// The names of the entries alone.
    private static func emptied(_ node: Node) -> StructuredValue {
        guard case .mapping(let members) = node else { return .null }
        return .mapping(members.map { StructuredValue.Member($0.key, .string("")) })
    }
}
