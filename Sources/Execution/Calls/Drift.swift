import MigrationModel
import StructuredText

/// An object that is neither as planned nor as it would be afterwards.
enum Drift {
    /// What anybody does about it.
    static let advice = "See who has changed it, then plan again from a fresh dump: keyshift plan --revise"

    /// An object that a patch does not fit.
    static func problem(_ object: ObjectReference, _ mismatch: PatchMismatch) -> AccessProblem {
        let operation = mismatch.operation
        let redaction = Redaction(hidesData: ["Secret", "ConfigMap"].contains(object.kind))
        let place = JSONPointer.tokens(operation.path) ?? []
        let found = mismatch.found.map { redaction.text($0, at: place) } ?? "not there"
        let expected =
            switch operation.verb {
            case .test:
                operation.value == .null
                    ? "expected not to be there" : "expected to be \(redaction.text(operation.value, at: place))"
            case .add: "to be added"
            case .replace: "to be replaced"
            case .remove: "to be removed"
            case .move, .copy: "to be taken from \(operation.from)"
            }
        return AccessProblem(
            .drifted,
            "\(object) is not as it was planned: \(operation.path) is \(expected), and is \(SafeErrors.cut(found)).",
            advice: advice)
    }

    /// An object that has to be there, and is not.
    static func missing(_ object: ObjectReference) -> AccessProblem {
        AccessProblem(.drifted, "\(object) is not there.", advice: advice)
    }

    /// An object that has something else than what was planned.
    static func other(_ object: ObjectReference, _ what: String) -> AccessProblem {
        AccessProblem(.drifted, "\(object) is not as it was planned: \(what).", advice: advice)
    }

    /// A plan whose patches cannot be read.
    static func unreadable(_ object: ObjectReference) -> AccessProblem {
        AccessProblem(
            .refused, "The plan has no patch for \(object) that can be read.", advice: "Plan again: keyshift plan")
    }
}

extension SafeErrors {
    /// A text that is safe, but may be long.
    static func cut(_ text: String) -> String {
        text.unicodeScalars.count > 200 ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(200))) + "…" : text
    }
}
