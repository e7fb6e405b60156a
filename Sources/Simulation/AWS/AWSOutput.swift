internal import StructuredText

/// Prints answers of `aws`: as JSON, or as text with tabs.
enum AWSOutput {
    static func text(of value: StructuredValue, _ request: AWSRequest) throws(AWSFailure) -> String {
        let selected = try JMESPath.select(request.query, in: value)
        switch request.output {
        case "text": return lines(selected)
        case "json": return JSONWriter.text(for: selected, pretty: true) + "\n"
        default: throw .unknown(["--output", request.output])
        }
    }

    /// One line for a value or a list of values, one for each list in a list.
    private static func lines(_ value: StructuredValue) -> String {
        if case .sequence(let elements) = value, elements.contains(where: { !$0.elements.isEmpty }) {
            return elements.map(lines).joined()
        }
        if case .sequence(let elements) = value {
            return elements.isEmpty ? "" : elements.map(word).joined(separator: "\t") + "\n"
        }
        return word(value) + "\n"
    }

    private static func word(_ value: StructuredValue) -> String {
        switch value {
        case .null: "None"
        case .bool(let bool): bool ? "True" : "False"
        case .integer(let number): String(number)
        case .decimal(let text), .string(let text): text
        case .sequence(let elements): elements.map(word).joined(separator: "\t")
        case .mapping(let members): members.map { word($0.value) }.joined(separator: "\t")
        }
    }
}
