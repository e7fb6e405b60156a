import MigrationModel

/// What inventories for people say about one ServiceAccount.
///
/// The words may hold names from the cluster as they are.
struct RecordDescription {
    let record: IdentityRecord
    /// The time of the report, RFC 3339.
    let now: String
    /// Whether the input has to be named, since there are several.
    let namesInput: Bool

    /// The ServiceAccount.
    var name: String { record.serviceAccount.words }

    /// What it may be, by which mechanism.
    var identities: [String] {
        record.identities.isEmpty ? ["no federated identity"] : record.identities.map(\.words)
    }

    /// Whom to ask.
    var owner: String? { record.owner.isEmpty ? nil : "owner \(record.owner)" }

    /// When it was last changed.
    var change: String? {
        record.lastChange.flatMap { Age.text(from: $0, to: now) }.map { "changed \($0) ago" }
    }

    /// Who uses it.
    var workloads: String {
        let names = record.services.map { "\($0.object.kind) \($0.object.name)" }
        return names.isEmpty ? "no workload uses it" : Wording.list(names, most: 3)
    }

    /// Who would undo a change to it.
    var managers: [String] { record.managers.map(\.words) }

    /// The input.
    var input: String? { namesInput ? record.input : nil }
}

extension LegacyToken {
    /// Whose token it is, and how old.
    func facts(now: String) -> [String] {
        let age = created.flatMap { Age.text(from: $0, to: now) }.map { "\($0) old" }
        return ["of ServiceAccount \(serviceAccount)", age].compactMap(\.self)
    }
}
