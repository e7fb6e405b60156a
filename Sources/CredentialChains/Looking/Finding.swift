import MigrationModel

/// What one place holds, as one family reads it, whatever the places before it hold.
enum Finding {
    /// Nothing is there.
    case absent(Reason)
    /// Something is there that the family passes over.
    case ignored(Reason)
    /// Something that the family uses, if it gets here, and the identity that it gives.
    case complete(CredentialSource.Nature, Reason)
    /// Something at which the family stops with an error, if it gets here and does not swallow errors.
    case fails(Reason)
    /// The input does not show whether something is there.
    case unknown(Reason)
}

/// Why a place fared as it did; put into words only for those who read them.
struct Reason {
    /// The variable, property or setting that it is about; empty when the predicate says all.
    var subject: String
    /// What is the matter with it.
    var predicate: String

    /// A reason about a named thing.
    init(_ subject: String, _ predicate: String) {
        self.subject = subject
        self.predicate = predicate
    }

    /// A reason that is a clause by itself.
    init(_ clause: String) { self.init("", clause) }

    /// The clause.
    var text: String { subject.isEmpty ? predicate : subject + " " + predicate }
}

extension Reason {
    /// A variable, property or setting that is not there.
    static func notSet(_ name: String) -> Reason { Reason(name, "is not set") }

    /// A value that is there and too empty to count.
    static func hollow(_ name: String, _ shape: ValueShape) -> Reason {
        Reason(name, shape == .empty ? "is empty" : "is blank")
    }

    /// A file that a variable or setting names and the container does not have.
    static func missingFile(_ name: String) -> Reason { Reason(name, "names a file that is not there") }

    /// A file that a variable or setting names and of which the input does not tell whether it is there.
    static func obscureFile(_ name: String) -> Reason { Reason(name, "names a file that the input does not show") }

    /// Everything that a place asks for.
    static let allThere = Reason("all that it needs is there")
}
