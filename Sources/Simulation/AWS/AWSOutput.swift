internal import StructuredText

/// Prints answers of `aws`: as JSON, or as text, after the simple kinds of queries.
enum AWSOutput {
    static func text(of value: StructuredValue, _ request: AWSRequest) throws(AWSFailure) -> String {
        let selected = try select(request.query, in: value)
        if request.output == "text" { return plain(selected) + "\n" }
        guard request.output == "json" else { throw .unknown(["--output", request.output]) }
        return JSONWriter.text(for: selected, pretty: true) + "\n"
    }

    /// A path of members, indices and projections: `Keys[0].Id`, `Keys[].Id`, `Keys[?Id=='a'].Status`
    /// ([JMESPath](https://jmespath.org/specification.html)).
    private static func select(_ query: String, in value: StructuredValue) throws(AWSFailure) -> StructuredValue {
        guard !query.isEmpty else { return value }
        let name = query.prefix { $0 != "." && $0 != "[" && $0 != " " && $0 != "|" }
        var rest = query.dropFirst(name.count)
        var found = name.isEmpty || name == "@" ? value : value.at(String(name)) ?? .null
        if rest.hasPrefix("[") {
            guard let end = rest.firstIndex(of: "]") else { throw .unknown(["--query", query]) }
            let inner = String(rest[rest.index(after: rest.startIndex)..<end])
            rest = rest[rest.index(after: end)...]
            if let index = Int(inner) {
                let elements = found.elements
                let position = index < 0 ? elements.count + index : index
                found = elements.indices.contains(position) ? elements[position] : .null
            } else {
                return try project(inner, found.elements, String(rest), query)
            }
        }
        if rest.isEmpty { return found }
        guard rest.hasPrefix(".") || rest.hasPrefix("[") else { throw .unknown(["--query", query]) }
        return try select(String(rest.hasPrefix(".") ? rest.dropFirst() : rest), in: found)
    }

    private static func project(
        _ selection: String, _ elements: [StructuredValue], _ rest: String, _ query: String
    ) throws(AWSFailure) -> StructuredValue {
        var chosen = elements
        if selection.hasPrefix("?") {
            let parts = selection.dropFirst().split(separator: "=", omittingEmptySubsequences: true).map(String.init)
            guard parts.count == 2 else { throw .unknown(["--query", query]) }
            let path = parts[0].filter { $0 != " " }.split(separator: ".").map(String.init)
            let wanted = parts[1].filter { !" '`\"".contains($0) }
            chosen = elements.filter { $0.at(path[...])?.text == wanted }
        } else if selection != "", selection != "*" {
            throw .unknown(["--query", query])
        }
        let (step, end) = rest.cut(at: "|")
        var results: [StructuredValue] = []
        for element in chosen {
            let path = step.hasPrefix(".") ? String(step.dropFirst()) : step
            let value = try select(path, in: element)
            if value != .null { results.append(value) }
        }
        let list = StructuredValue.sequence(results)
        return end.isEmpty ? list : try select(end, in: list)
    }

    private static func plain(_ value: StructuredValue) -> String {
        switch value {
        case .null: "None"
        case .bool(let bool): bool ? "True" : "False"
        case .integer(let number): String(number)
        case .string(let text): text
        case .sequence(let elements):
            elements.map(plain).joined(separator: elements.contains { !$0.elements.isEmpty } ? "\n" : "\t")
        case .mapping(let members): members.map { plain($0.value) }.joined(separator: "\t")
        }
    }
}

extension String {
    /// The parts before and behind a character, without spaces around them.
    fileprivate func cut(at character: Character) -> (String, String) {
        guard let index = firstIndex(of: character) else { return (self, "") }
        let trimmed = { (text: Substring) in String(text.drop { $0 == " " }) }
        var first = String(self[..<index])
        while first.hasSuffix(" ") { first.removeLast() }
        return (first, trimmed(self[self.index(after: index)...]))
    }
}
