extension StructuredValue {
    /// Reads a JSON text that one of the writers wrote.
    ///
    /// - Parameter json: the text.
    /// - Returns: its value, members in their order; `nil` for what is no JSON, and for numbers with a fraction or an exponent.
    public static func reading(json: String) -> StructuredValue? {
        let builder = TreeBuilder()
        var reader = JSONReader()
        do throws(SyntaxProblem) {
            try reader.read(Array(json.utf8).span, into: builder)
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
            default: return Int(text).map { .integer($0) }
            }
        }
    }

    /// The member of a mapping with this key; `nil` for what is no mapping, too.
    public subscript(member: String) -> StructuredValue? {
        guard case .mapping(let members) = self else { return nil }
        return members.first { $0.key == member }?.value
    }
}
