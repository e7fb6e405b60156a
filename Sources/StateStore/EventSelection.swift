internal import GRDB
public import MigrationModel

/// Which events of a ledger are meant; what is given has to hold together.
public struct EventSelection: Hashable, Sendable {
    /// Only those about this step.
    public var step: String?
    /// Only those about the key with this id, of whichever kind.
    public var keyID: String?
    /// Only those of these kinds; `nil` for all.
    public var kinds: [EventKind]?
    /// Only those behind this one.
    public var after: Int

    /// Creates a selection.
    public init(step: String? = nil, keyID: String? = nil, kinds: [EventKind]? = nil, after: Int = 0) {
        self.step = step
        self.keyID = keyID
        self.kinds = kinds
        self.after = after
    }

    /// What the database looks for.
    var condition: (sql: String, arguments: StatementArguments) {
        var terms: [String] = []
        var arguments = StatementArguments()
        if after > 0 {
            terms.append("sequence > ?")
            arguments += [after]
        }
        if let step {
            terms.append("step = ?")
            arguments += [step]
        }
        if let keyID {
            let names = KeyKind.allCases.map { "\($0.rawValue)/\(keyID)" }
            terms.append("\"key\" IN (\(names.map { _ in "?" }.joined(separator: ", ")))")
            arguments += StatementArguments(names)
        }
        if let kinds {
            terms.append("kind IN (\(kinds.map { _ in "?" }.joined(separator: ", ")))")
            arguments += StatementArguments(kinds.map(\.rawValue))
        }
        return (terms.isEmpty ? "true" : terms.joined(separator: " AND "), arguments)
    }
}
