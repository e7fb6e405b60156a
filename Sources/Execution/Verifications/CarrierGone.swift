import MigrationModel
import StructuredText

/// The carrier is gone, or the entries with the key are; of the copy that was kept for the undo, that it is gone.
enum CarrierGone: LookingVerification {
    static let verification = Verification.carrierGone

    static func look(_ step: Step, in scene: Scene) async throws(AccessProblem) -> Verdict {
        switch step.action {
        case .removeCarrier(let action):
            try await look(action.carrier, action.entries, action.annotations, step, scene)
        case .removeCopy(let action):
            try await look(
                ObjectReference(
                    apiVersion: "v1", kind: "Secret", namespace: action.carrier.namespace, name: action.copy), nil, [],
                step, scene)
        default: .cannotTell("\(step.id) takes no carrier away.")
        }
    }

    private static func look(
        _ carrier: ObjectReference, _ entries: [String]?, _ annotations: [String], _ step: Step, _ scene: Scene
    ) async throws(AccessProblem) -> Verdict {
        let answer = try await scene.reading(step.cluster).object(carrier)
        guard let value = answer.value else {
            return .satisfied("\(carrier) is gone.", [answer.evidence("There is no \(carrier).")])
        }
        let object = SeenObject(value)
        guard let entries else {
            let shown = [answer.evidence("\(carrier) is there.")]
            if object.isTerminating { return .notYet("\(carrier) is being deleted.", shown) }
            return scene.missing(step, "\(carrier) is still there\(object.managedBy).", shown)
        }
        let found = self.entries(of: value)
        if let left = entries.first(where: found.contains) {
            return scene.missing(
                step, "\(carrier) still has the entry \(left)\(object.managedBy).",
                [answer.evidence("It has the entry \(left).")])
        }
        if let left = annotations.first(where: { object.metadata["annotations"]?[$0] != nil }) {
            return scene.missing(
                step, "\(carrier) still has the annotation \(left), which repeats what the entries held.",
                [answer.evidence("It has the annotation \(left).")])
        }
        return .satisfied(
            "\(carrier) no longer has \(entries.joined(separator: ", ")).",
            [answer.evidence("Its entries are \(found.isEmpty ? "none" : found.sorted().joined(separator: ", ")).")])
    }

    /// The names of the entries of a Secret or ConfigMap.
    static func entries(of value: StructuredValue) -> Set<String> {
        Set(["data", "binaryData", "stringData"].flatMap { value[$0]?.asMembers ?? [] }.map(\.key))
    }
}
