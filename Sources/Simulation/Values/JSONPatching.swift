internal import StructuredText

/// Applies JSON patches ([RFC 6902](https://www.rfc-editor.org/rfc/rfc6902)) as the API server does: a test for `null` holds
/// where nothing is ([json-patch](https://github.com/evanphx/json-patch)).
enum JSONPatching {
    /// Why a patch does not fit.
    struct Misfit: Error, Hashable {
        /// What the API server says of it.
        var message: String
    }

    /// Applies all operations, or none.
    static func apply(_ operations: [StructuredValue], to value: StructuredValue) throws(Misfit) -> StructuredValue {
        var result = value
        for operation in operations {
            guard let name = operation.at("op")?.text, let path = operation.at("path")?.text else {
                throw Misfit(message: "Unexpected kind: ")
            }
            let value = operation.at("value") ?? .null
            switch name {
            case "test":
                let found = try find(path, in: result)
                guard (found ?? .null).sorted == value.sorted else {
                    throw Misfit(message: "testing value \(path) failed: test failed")
                }
            case "add": result = try edit(result, tokens(path)[...], path, .add(value))
            case "replace": result = try edit(result, tokens(path)[...], path, .replace(value))
            case "remove": result = try edit(result, tokens(path)[...], path, .remove)
            case "move", "copy":
                let from = operation.at("from")?.text ?? ""
                guard let moved = try find(from, in: result) else {
                    throw Misfit(message: "error in \(name) for path: '\(from)': missing value")
                }
                if name == "move" { result = try edit(result, tokens(from)[...], from, .remove) }
                result = try edit(result, tokens(path)[...], path, .add(moved))
            default: throw Misfit(message: "Unexpected kind: \(name)")
            }
        }
        return result
    }

    /// A pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)) in its parts.
    private static func tokens(_ pointer: String) -> [String] {
        pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { token in
            token.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
                .split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
        }
    }

    private static func find(_ pointer: String, in value: StructuredValue) throws(Misfit) -> StructuredValue? {
        value.at(tokens(pointer)[...])
    }

    private enum Edit {
        case add(StructuredValue), replace(StructuredValue), remove
    }

    private static func edit(
        _ value: StructuredValue, _ tokens: ArraySlice<String>, _ path: String, _ change: Edit
    ) throws(Misfit) -> StructuredValue {
        guard let token = tokens.first else {
            switch change {
            case .add(let new), .replace(let new): return new
            case .remove: return .null
            }
        }
        switch value {
        case .mapping(var members):
            let index = members.firstIndex { $0.key == token }
            guard tokens.count == 1 else {
                guard let index else { throw missing(path) }
                members[index].value = try edit(members[index].value, tokens.dropFirst(), path, change)
                return .mapping(members)
            }
            switch (change, index) {
            case (.add(let new), let index?), (.replace(let new), let index?): members[index].value = new
            case (.add(let new), nil): members.append(.init(token, new))
            case (.remove, let index?): members.remove(at: index)
            case (.replace, nil), (.remove, nil): throw missing(path)
            }
            return .mapping(members)
        case .sequence(let elements): return try edit(elements, token, tokens, path, change)
        default: throw missing(path)
        }
    }

    private static func edit(
        _ elements: [StructuredValue], _ token: String, _ tokens: ArraySlice<String>, _ path: String, _ change: Edit
    ) throws(Misfit) -> StructuredValue {
        var elements = elements
        if tokens.count == 1, case .add(let new) = change {
            let index = token == "-" ? elements.count : Int(token) ?? -1
            guard (0...elements.count).contains(index) else { throw missing(path) }
            elements.insert(new, at: index)
            return .sequence(elements)
        }
        guard let index = Int(token), elements.indices.contains(index) else { throw missing(path) }
        if tokens.count > 1 {
            elements[index] = try edit(elements[index], tokens.dropFirst(), path, change)
        } else if case .replace(let new) = change {
            elements[index] = new
        } else {
            elements.remove(at: index)
        }
        return .sequence(elements)
    }

    private static func missing(_ path: String) -> Misfit {
        Misfit(message: "replace operation does not apply: doc is missing path: \(path): missing value")
    }
}
