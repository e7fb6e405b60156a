import StructuredText

extension StructuredValue {
    /// Whether an API server would say that it is the same: in any order of members, and with `null` for what is not there.
    func isSame(as other: StructuredValue?) -> Bool {
        switch (self, other ?? .null) {
        case (.mapping(let own), .mapping(let others)):
            let (own, others) = (Self.members(own), Self.members(others))
            return own.count == others.count && own.allSatisfy { key, value in value.isSame(as: others[key]) }
        case (.sequence(let own), .sequence(let others)):
            return own.count == others.count && zip(own, others).allSatisfy { $0.isSame(as: $1) }
        case (let own, let other): return own == other
        }
    }

    /// Whether it has everything that another value has, and perhaps more that an API server has added.
    ///
    /// - Parameters:
    ///   - other: what has to be there; `null` means that it does not matter.
    ///   - inAnyList: whether lists may have further entries as well.
    /// - Returns: whether all of it is there.
    func covers(_ other: StructuredValue, inAnyList: Bool = false) -> Bool {
        switch (self, other) {
        case (_, .null): return true
        case (.mapping(let own), .mapping(let others)):
            let own = Self.members(own)
            return others.allSatisfy { (own[$0.key] ?? .null).covers($0.value, inAnyList: inAnyList) }
        case (.null, .mapping(let others)): return others.allSatisfy { $0.value == .null }
        // A list that has lost its last entry is gone from the object.
        case (.null, .sequence(let others)): return others.isEmpty
        case (.sequence(let own), .sequence(let others)) where inAnyList:
            return others.allSatisfy { other in own.contains { $0.covers(other, inAnyList: true) } }
        case (.sequence(let own), .sequence(let others)):
            return own.count == others.count && zip(own, others).allSatisfy { $0.covers($1) }
        case (let own, let other): return own == other
        }
    }

    /// Whether it has nothing where another value says so with `null`.
    func lacks(nullsOf other: StructuredValue) -> Bool {
        switch (self, other) {
        case (.mapping(let own), .mapping(let others)):
            let own = Self.members(own)
            return others.allSatisfy { member in
                guard let value = own[member.key] else { return true }
                return member.value != .null && value.lacks(nullsOf: member.value)
            }
        case (.sequence(let own), .sequence(let others)): return zip(own, others).allSatisfy { $0.lacks(nullsOf: $1) }
        default: return true
        }
    }

    /// The value as an API server keeps it: without `null`, and without lists that have no entry left.
    var stored: StructuredValue {
        switch self {
        case .mapping(let members):
            .mapping(
                members.filter { $0.value != .null && $0.value != .sequence([]) }.map { .init($0.key, $0.value.stored) }
            )
        case .sequence(let elements): .sequence(elements.map(\.stored))
        default: self
        }
    }

    /// The last member of each name that is not `null`.
    private static func members(_ members: [Member]) -> [String: StructuredValue] {
        Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 }).filter { $0.value != .null }
    }

    /// What stands at a JSON pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)); `nil` for nothing, and for `null`.
    func value(at pointer: String) -> StructuredValue? {
        guard let tokens = JSONPointer.tokens(pointer) else { return nil }
        var value = self
        for token in tokens {
            switch value {
            case .mapping:
                guard let member = value[token] else { return nil }
                value = member
            case .sequence(let elements):
                guard let index = JSONPointer.index(token), elements.indices.contains(index) else { return nil }
                value = elements[index]
            default: return nil
            }
        }
        return value == .null ? nil : value
    }

    /// The text; `nil` for what is none.
    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The whole number; `nil` for what is none.
    var number: Int? {
        guard case .integer(let number) = self else { return nil }
        return number
    }

    /// The elements of a sequence; none for anything else.
    var elements: [StructuredValue] {
        guard case .sequence(let elements) = self else { return [] }
        return elements
    }

    /// The members of a mapping; none for anything else.
    var members: [Member] {
        guard case .mapping(let members) = self else { return [] }
        return members
    }
}

/// The parts of JSON pointers.
enum JSONPointer {
    /// The tokens, unescaped; `nil` for what is no pointer.
    static func tokens(_ pointer: String) -> [String]? {
        guard !pointer.isEmpty else { return [] }
        guard pointer.utf8.first == UInt8(ascii: "/") else { return nil }
        return pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { token in
            token.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
                .split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
        }
    }

    /// A position in a list, without leading zeros or signs.
    static func index(_ token: String) -> Int? { Int(token).flatMap { String($0) == token && $0 >= 0 ? $0 : nil } }

    /// A name as a token.
    static func token(_ name: String) -> String {
        name.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
            .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
    }
}
