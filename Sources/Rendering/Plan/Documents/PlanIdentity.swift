public import MigrationModel
internal import StructuredText

/// Tells plans apart by their contents.
public enum PlanIdentity {
    /// The id of a plan: SHA-256 of its canonical encoding, 64 hexadecimal digits.
    ///
    /// The canonical encoding is the JSON of the plan on one line without spaces, members sorted by key, as `jq -cS` prints
    /// it; comments, order of members and quoting of `plan.yaml` do not count.
    public static func id(of plan: Plan) -> String { id(of: PlanDocument.value(of: plan)) }

    /// The same for a plan that was encoded already.
    static func id(of document: StructuredValue) -> String { SHA256Text.hex(of: canonical(document)) }

    /// The canonical encoding of a plan that was encoded already, or of a part of it.
    static func canonical(_ document: StructuredValue) -> String {
        JSONWriter.text(for: document.sortedByKey, pretty: false)
    }
}

extension StructuredValue {
    /// The value with the members of every mapping in the order of their keys.
    fileprivate var sortedByKey: StructuredValue {
        switch self {
        case .mapping(let members):
            .mapping(members.sorted { $0.key < $1.key }.map { Member($0.key, $0.value.sortedByKey) })
        case .sequence(let elements): .sequence(elements.map(\.sortedByKey))
        case .null, .bool, .integer, .decimal, .string: self
        }
    }
}
