extension StructuredValue {
    /// Reads a JSON text.
    ///
    /// - Parameter json: the text.
    /// - Returns: its value, members in their order; `nil` for what is no JSON.
    public static func reading(json: String) -> StructuredValue? { reading(json: Array(json.utf8)) }

    /// Reads the bytes of a JSON text.
    ///
    /// - Parameter json: the bytes.
    /// - Returns: its value, members in their order; `nil` for what is no JSON.
    public static func reading(json: [UInt8]) -> StructuredValue? {
        let builder = TreeBuilder()
        var reader = JSONReader()
        do throws(SyntaxProblem) {
            try reader.read(json.span, into: builder)
        } catch {
            return nil
        }
        return builder.finish().flatMap(value)
    }

    private static func value(of node: Node) -> StructuredValue? {
        switch node {
        case .mapping(let members):
            var result: [Member] = []
            for member in members {
                guard let value = value(of: member.value) else { return nil }
                result.append(Member(member.key, value))
            }
            return .mapping(result)
        case .sequence(let elements):
            let values = elements.compactMap(value)
            return values.count == elements.count ? .sequence(values) : nil
        case .scalar(let scalar):
            let text = String(decoding: scalar.bytes, as: UTF8.self)
            if scalar.quoted { return .string(text) }
            switch text {
            case "null": return .null
            case "true": return .bool(true)
            case "false": return .bool(false)
            // The reader has seen that it is a number; of "-0" a fraction may be meant.
            default: return Int(text).map { String($0) == text ? .integer($0) : .decimal(text) } ?? .decimal(text)
            }
        }
    }

    /// The member of a mapping with this key; `nil` for what is no mapping, too.
    public subscript(member: String) -> StructuredValue? {
        guard case .mapping(let members) = self else { return nil }
        return members.first { $0.key == member }?.value
    }
}
