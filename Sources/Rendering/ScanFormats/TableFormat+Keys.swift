import MigrationModel

/// The line of a key, and the columns in which its first facts stand when the terminal has room for columns.
///
/// Columns are those of a kind: ids of one kind are of one length, and reports list kinds together.
struct TableColumns {
    private var widths: [KeyKind: [Int]] = [:]

    /// - Parameters:
    ///   - keys: all keys of the report.
    ///   - now: the time of the report.
    ///   - width: columns of the terminal, if it is one.
    init(_ keys: [StaticKey], now: String, width: Int?) {
        for key in keys {
            for (index, fact) in Self.facts(KeyDescription(key, now: now)).enumerated() {
                let widest = widths[key.identity.kind, default: Self.none][index]
                widths[key.identity.kind, default: Self.none][index] = max(widest, min(fact.width, Self.widest))
            }
        }
        guard let width else { return }
        widths = widths.filter { $0.value.reduce(2 * (Self.none.count - 1), +) <= width }
    }

    /// Columns beyond which one long name does not push all others away.
    private static let widest = 44
    private static let none = [0, 0, 0, 0, 0]

    /// The pieces of the line: facts that every key has, then marks that some have.
    func row(_ key: KeyDescription) -> [StyledText] {
        var pieces = Self.facts(key)
        let columns = widths[key.key.identity.kind] ?? []
        for index in columns.indices { pieces[index] = pieces[index].padded(to: columns[index]) }
        let marks = Self.marks(key)
        return (key.age == nil ? pieces.dropLast() : pieces) + marks
    }

    private static func facts(_ key: KeyDescription) -> [StyledText] {
        [
            StyledText(key.key.identity.id, .bold),
            StyledText(key.key.identity.kind.words),
            StyledText(key.owner),
            StyledText(key.credential, key.key.secretHalfPresent ? .red : .plain),
            StyledText(key.age.map { "\($0) old" } ?? ""),
        ]
    }

    private static func marks(_ key: KeyDescription) -> [StyledText] {
        var marks: [StyledText] = []
        if let warning = key.warning { marks.append(StyledText(warning, .yellow)) }
        if let doubt = key.doubt { marks.append(StyledText(doubt)) }
        marks += key.managers.map { StyledText($0) }
        if let immutability = key.immutability { marks.append(StyledText(immutability)) }
        if let permission = key.permission { marks.append(StyledText(permission, .plain, .wraps)) }
        return marks
    }
}
