import StructuredText

/// One value of an object that ``ObjectTree`` has read: a scalar, or a collection with what is in it.
///
/// Valid only as long as the call that hands it out.
struct Branch {
    private let entries: UnsafeBufferPointer<ObjectTree.Entry>
    private let texts: UnsafeBufferPointer<UInt8>
    private let index: Int
    // The tree that hands this out outlives it, and its table does with it.
    private unowned(unsafe) let table: NameTable

    /// The value of an entry.
    init(
        entries: UnsafeBufferPointer<ObjectTree.Entry>, texts: UnsafeBufferPointer<UInt8>, index: Int,
        table: NameTable
    ) {
        (self.entries, self.texts, self.index, self.table) = (entries, texts, index, table)
    }

    private var entry: ObjectTree.Entry { entries[index] }

    /// Whether it has members.
    var isMapping: Bool { entry.kind == .mapping }
    /// Whether it has elements.
    var isSequence: Bool { entry.kind == .sequence }
    /// Whether it is a scalar in quotes, which is a text whatever it looks like.
    var isQuoted: Bool { entry.kind == .quoted }

    /// The value of the last member with this key, which is the one that a reader of Go would take.
    subscript(name: StaticString) -> Branch? {
        guard isMapping else { return nil }
        var found: Branch?
        for member in children where member.isNamed(name) { found = member }
        return found
    }

    /// Whether it is a member with this key.
    @inline(__always)
    func isNamed(_ name: StaticString) -> Bool {
        entry.keyCount == name.utf8CodeUnitCount && withKey { $0.equals(name) }
    }

    /// Calls back with its key, which is empty for elements.
    func withKey<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        let start = Int(entry.keyStart)
        return body(UnsafeBufferPointer(rebasing: texts[start..<start + Int(entry.keyCount)]).span)
    }

    /// Its key; empty for elements.
    var key: String { withKey { table.text($0) } }

    /// The members of a mapping; none for anything else.
    var members: Children { isMapping ? children : Children(branch: self, position: 0, end: 0) }

    /// The elements of a sequence; none for anything else.
    var elements: Children { isSequence ? children : Children(branch: self, position: 0, end: 0) }

    private var children: Children { Children(branch: self, position: index + 1, end: Int(entry.end)) }

    /// Calls back with the text of a scalar, `nil` for `null` and for collections.
    func withText<Result>(_ body: (Span<UInt8>) -> Result) -> Result? {
        guard entry.kind == .quoted || entry.kind == .plain else { return nil }
        let start = Int(entry.textStart)
        let text = UnsafeBufferPointer(rebasing: texts[start..<start + Int(entry.textCount)]).span
        if entry.kind == .plain, Self.isNull(text) { return nil }
        return body(text)
    }

    /// The text of a scalar, invalid UTF-8 repaired; `nil` for `null` and for collections.
    var text: String? { withText { String(copying: $0) } }

    /// Same, without the empty text, with which Kubernetes says "not set".
    var name: String? { text.flatMap { $0.isEmpty ? nil : $0 } }

    /// Same, for names that stand in one object after another.
    var commonName: String? { withText { table.text($0) }.flatMap { $0.isEmpty ? nil : $0 } }

    /// A text that may stand in one object after another; see ``NameTable``.
    func shared(_ text: Span<UInt8>) -> String { table.text(text) }

    /// Whether it says yes; `nil` when it says neither yes nor no.
    ///
    /// Manifests may use the words of [YAML 1.1](https://yaml.org/type/bool.html).
    var flag: Bool? {
        switch text {
        case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON": true
        case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF": false
        default: nil
        }
    }

    /// The number that it is.
    var number: Int? { text.flatMap { Int($0) } }

    private static func isNull(_ text: Span<UInt8>) -> Bool {
        switch text.count {
        case 0: true
        case 1: text[0] == UInt8(ascii: "~")
        case 4: text.equals("null") || text.equals("Null") || text.equals("NULL")
        default: false
        }
    }
}

extension Branch {
    /// Goes through members or elements in document order.
    struct Children: Sequence, IteratorProtocol {
        fileprivate let branch: Branch
        fileprivate var position: Int
        fileprivate let end: Int

        mutating func next() -> Branch? {
            guard position < end else { return nil }
            let child = Branch(entries: branch.entries, texts: branch.texts, index: position, table: branch.table)
            position = Int(child.entry.end)
            return child
        }
    }

    /// The members whose values are texts, as of labels.
    var settings: [String: String] {
        let count = members.reduce(0) { count, _ in count + 1 }
        guard count > 0 else { return [:] }
        var settings = [String: String](minimumCapacity: count)
        for member in members {
            if let text = member.text { settings[member.key] = text }
        }
        return settings
    }

    /// The names of the elements, `[{name: a}, {name: b}]`.
    var names: [String] { elements.compactMap { $0["name"]?.name } }
}
