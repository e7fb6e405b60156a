internal import StructuredText

/// The part of [JMESPath](https://jmespath.org/specification.html) in which command lines ask for single values: members,
/// indices, projections, filters, lists, pipes, `contains` and `to_string`.
struct JMESPath {
    private let whole: String
    private var rest: Substring

    /// The value of an expression.
    static func select(_ expression: String, in value: StructuredValue) throws(AWSFailure) -> StructuredValue {
        guard !expression.isEmpty else { return value }
        var path = JMESPath(whole: expression, rest: expression[...])
        let result = try path.pipe(value)
        guard path.rest.isEmpty else { throw path.failure }
        return result
    }

    private var failure: AWSFailure { .unknown(["--query", whole]) }

    private mutating func skipSpaces() { rest = rest.drop { $0 == " " } }

    private mutating func takes(_ token: String) -> Bool {
        skipSpaces()
        guard rest.hasPrefix(token) else { return false }
        rest = rest.dropFirst(token.count)
        return true
    }

    private mutating func pipe(_ value: StructuredValue) throws(AWSFailure) -> StructuredValue {
        var result = try either(value)
        while !rest.hasPrefix("||"), takes("|") { result = try either(result) }
        return result
    }

    private mutating func either(_ value: StructuredValue) throws(AWSFailure) -> StructuredValue {
        var result = try both(value)
        while takes("||") {
            let other = try both(value)
            result = result.isTrue ? result : other
        }
        return result
    }

    private mutating func both(_ value: StructuredValue) throws(AWSFailure) -> StructuredValue {
        var result = try comparison(value)
        while takes("&&") {
            let other = try comparison(value)
            result = result.isTrue ? other : result
        }
        return result
    }

    private mutating func comparison(_ value: StructuredValue) throws(AWSFailure) -> StructuredValue {
        if takes("!") { return .bool(!(try chain(value)).isTrue) }
        let left = try chain(value)
        if takes("==") { return .bool(left == (try chain(value))) }
        if takes("!=") { return .bool(left != (try chain(value))) }
        skipSpaces()
        return left
    }

    /// A first part and what follows it.
    private mutating func chain(_ value: StructuredValue) throws(AWSFailure) -> StructuredValue {
        skipSpaces()
        if rest.hasPrefix("[") { return try bracket(value) }
        return try follow(try start(value))
    }

    private mutating func start(_ value: StructuredValue) throws(AWSFailure) -> StructuredValue {
        if takes("@") { return value }
        if takes("'") { return .string(quoted("'")) }
        if takes("`") { return StructuredValue.reading(json: quoted("`")) ?? .null }
        if takes("(") {
            let inner = try pipe(value)
            guard takes(")") else { throw failure }
            return inner
        }
        let name = takes("\"") ? quoted("\"") : word()
        guard !name.isEmpty else { throw failure }
        return takes("(") ? try call(name, value) : value.at(name) ?? .null
    }

    private mutating func word() -> String {
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        rest = rest.dropFirst(name.count)
        return String(name)
    }

    private mutating func quoted(_ mark: Character) -> String {
        let text = rest.prefix { $0 != mark }
        rest = rest.dropFirst(text.count + 1)
        return String(text)
    }

    private mutating func call(_ name: String, _ value: StructuredValue) throws(AWSFailure) -> StructuredValue {
        var arguments = [try pipe(value)]
        while takes(",") { arguments.append(try pipe(value)) }
        guard takes(")") else { throw failure }
        switch (name, arguments.count) {
        case ("to_string", 1):
            return .string(arguments[0].text ?? JSONWriter.text(for: arguments[0], pretty: false))
        case ("length", 1): return .integer(max(arguments[0].elements.count, arguments[0].members.count))
        case ("contains", 2):
            if let text = arguments[0].text { return .bool(text.contains(arguments[1].text ?? "\0")) }
            return .bool(arguments[0].elements.contains(arguments[1]))
        default: throw failure
        }
    }

    /// `.member`, `[0]`, `[]` and so on behind a value; a projection takes the rest of the chain for each of its elements.
    private mutating func follow(_ value: StructuredValue) throws(AWSFailure) -> StructuredValue {
        if rest.hasPrefix("[") { return try bracket(value) }
        guard rest.hasPrefix(".") else { return value }
        rest.removeFirst()
        if rest.hasPrefix("[") {
            rest.removeFirst()
            return try follow(try list(value))
        }
        let name = takes("\"") ? quoted("\"") : word()
        guard !name.isEmpty else { throw failure }
        return try follow(value.at(name) ?? .null)
    }

    private mutating func bracket(_ value: StructuredValue) throws(AWSFailure) -> StructuredValue {
        rest.removeFirst()
        if takes("]") {
            let flat = value.elements.flatMap { $0.elements.isEmpty ? [$0] : $0.elements }
            return try project(flat)
        }
        if takes("*") {
            guard takes("]") else { throw failure }
            return try project(value.elements)
        }
        if takes("?") { return try filter(value) }
        let digits = rest.prefix { $0.isNumber || $0 == "-" }
        guard let index = Int(digits) else { return try follow(try list(value)) }
        rest = rest.dropFirst(digits.count)
        guard takes("]") else { throw failure }
        let place = index < 0 ? value.elements.count + index : index
        return try follow(value.elements.indices.contains(place) ? value.elements[place] : .null)
    }

    /// Several expressions of one value: `[Name, @]`.
    private mutating func list(_ value: StructuredValue) throws(AWSFailure) -> StructuredValue {
        var results = [try pipe(value)]
        while takes(",") { results.append(try pipe(value)) }
        guard takes("]") else { throw failure }
        return .sequence(results)
    }

    private mutating func filter(_ value: StructuredValue) throws(AWSFailure) -> StructuredValue {
        let condition = rest
        var (kept, end) = ([StructuredValue](), condition)
        for element in value.elements {
            rest = condition
            if try either(element).isTrue { kept.append(element) }
            end = rest
        }
        // Of no element the end of the condition is found all the same.
        if value.elements.isEmpty {
            _ = try either(.null)
            end = rest
        }
        rest = end
        guard takes("]") else { throw failure }
        return try project(kept)
    }

    private mutating func project(_ elements: [StructuredValue]) throws(AWSFailure) -> StructuredValue {
        let step = rest
        var results: [StructuredValue] = []
        for element in elements {
            rest = step
            let result = try follow(element)
            if result != .null { results.append(result) }
        }
        if elements.isEmpty { _ = try follow(.null) }
        return .sequence(results)
    }
}

extension StructuredValue {
    /// Whether it counts as true in an expression.
    fileprivate var isTrue: Bool {
        switch self {
        case .null, .bool(false), .string(""), .sequence([]), .mapping([]): false
        default: true
        }
    }
}
