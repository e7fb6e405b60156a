import StructuredText

/// One operation of a JSON patch ([RFC 6902](https://www.rfc-editor.org/rfc/rfc6902)), as an API server takes it.
struct PatchOperation: Hashable, Sendable {
    /// What there is to do.
    enum Verb: String, Hashable, Sendable {
        case test, add, replace, remove, move, copy
    }

    var verb: Verb
    var path: String
    var from = ""
    var value = StructuredValue.null

    /// Reads the operations of a patch; `nil` for what is no patch.
    static func reading(_ text: String) -> [PatchOperation]? {
        guard case .sequence(let elements)? = StructuredValue.reading(json: text) else { return nil }
        let operations = elements.compactMap(PatchOperation.init)
        return operations.count == elements.count ? operations : nil
    }

    private init?(_ value: StructuredValue) {
        guard let verb = value["op"]?.text.flatMap(Verb.init), let path = value["path"]?.text else { return nil }
        self.init(verb, path, value["value"] ?? .null, from: value["from"]?.text ?? "")
    }

    /// Creates an operation.
    init(_ verb: Verb, _ path: String, _ value: StructuredValue = .null, from: String = "") {
        self.verb = verb
        self.path = path
        self.value = value
        self.from = from
    }

    /// It as JSON.
    var json: StructuredValue {
        var members: [StructuredValue.Member] = [.init("op", .string(verb.rawValue)), .init("path", .string(path))]
        switch verb {
        case .test, .add, .replace: members.append(.init("value", value))
        case .move, .copy: members.append(.init("from", .string(from)))
        case .remove: break
        }
        return .mapping(members)
    }

    /// Whether it changes anything.
    var isChange: Bool { verb != .test }
}

extension [PatchOperation] {
    /// The patch as `kubectl` reads it.
    var bytes: [UInt8] { [UInt8](JSONWriter.text(for: .sequence(map(\.json)), pretty: false).utf8) }

    /// The object after all operations.
    ///
    /// A test for `null` holds where nothing is, as in [json-patch](https://github.com/evanphx/json-patch), which API servers use.
    ///
    /// - Throws: the first operation that does not fit.
    func applied(to object: StructuredValue) throws(PatchMismatch) -> StructuredValue {
        var object = object
        for operation in self { object = try operation.applied(to: object) }
        return object
    }
}

/// An operation that does not fit an object.
struct PatchMismatch: Error {
    var operation: PatchOperation
    /// What stands there; `nil` for nothing.
    var found: StructuredValue?
}

extension PatchOperation {
    fileprivate func applied(to object: StructuredValue) throws(PatchMismatch) -> StructuredValue {
        let found = object.value(at: path)
        let mismatch = PatchMismatch(operation: self, found: found)
        let result: StructuredValue?
        switch verb {
        case .test: result = value.isSame(as: found) ? object : nil
        case .add: result = tokens(path).flatMap { object.edited(at: $0, .add(value)) }
        case .replace: result = tokens(path).flatMap { object.edited(at: $0, .replace(value)) }
        case .remove: result = tokens(path).flatMap { object.edited(at: $0, .remove) }
        case .copy: result = object.value(at: from).flatMap { moved in object.edited(at: tokens(path), .add(moved)) }
        case .move:
            result = object.value(at: from).flatMap { moved in
                object.edited(at: tokens(from), .remove)?.edited(at: tokens(path), .add(moved))
            }
        }
        guard let result else { throw mismatch }
        return result
    }

    private func tokens(_ pointer: String) -> ArraySlice<String>? { JSONPointer.tokens(pointer).map { $0[...] } }
}

extension StructuredValue {
    fileprivate enum Edit {
        case add(StructuredValue)
        case replace(StructuredValue)
        case remove
    }

    /// The value with a change at a place; `nil` where it cannot be made.
    fileprivate func edited(at tokens: ArraySlice<String>?, _ edit: Edit) -> StructuredValue? {
        guard let tokens else { return nil }
        guard let token = tokens.first else {
            switch edit {
            case .add(let value), .replace(let value): return value
            case .remove: return nil
            }
        }
        let rest = tokens.dropFirst()
        switch self {
        case .mapping(let members): return Self.edited(members, token, rest, edit)
        case .sequence(let elements): return Self.edited(elements, token, rest, edit)
        default: return nil
        }
    }

    private static func edited(
        _ members: [Member], _ token: String, _ rest: ArraySlice<String>, _ edit: Edit
    ) -> StructuredValue? {
        var members = members
        let index = members.firstIndex { $0.key == token }
        if !rest.isEmpty {
            guard let index, let value = members[index].value.edited(at: rest, edit) else { return nil }
            members[index].value = value
            return .mapping(members)
        }
        switch (edit, index) {
        case (.add(let value), let index?), (.replace(let value), let index?): members[index].value = value
        case (.add(let value), nil): members.append(Member(token, value))
        case (.remove, let index?): members.remove(at: index)
        case (.replace, nil), (.remove, nil): return nil
        }
        return .mapping(members)
    }

    private static func edited(
        _ elements: [StructuredValue], _ token: String, _ rest: ArraySlice<String>, _ edit: Edit
    ) -> StructuredValue? {
        var elements = elements
        if rest.isEmpty, token == "-", case .add(let value) = edit { return .sequence(elements + [value]) }
        guard let index = JSONPointer.index(token), index <= elements.count else { return nil }
        if rest.isEmpty, case .add(let value) = edit {
            elements.insert(value, at: index)
            return .sequence(elements)
        }
        guard index < elements.count else { return nil }
        if !rest.isEmpty {
            guard let value = elements[index].edited(at: rest, edit) else { return nil }
            elements[index] = value
            return .sequence(elements)
        }
        switch edit {
        case .add: return nil
        case .replace(let value): elements[index] = value
        case .remove: elements.remove(at: index)
        }
        return .sequence(elements)
    }
}
