import MigrationModel
internal import StructuredText

/// The calls that take a carrier, or entries of it, away behind a copy that stays in the cluster, and bring it back.
struct CarrierCalls {
    private let action: RemoveCarrier

    init(_ action: RemoveCarrier) { self.action = action }

    var procedure: StepProcedure {
        guard !action.copy.isEmpty else { return StepProcedure(byHand: [action.summary]) }
        let copy = KeptCopy(
            object: action.carrier, copy: action.copy, entries: action.entries, annotations: action.annotations,
            isImmutable: action.isImmutable)
        return StepProcedure(
            apply: [.keepCopy(copy), removal], undo: [.restoreCopy(copy)],
            byHand: action.source.isEmpty
                ? [] : ["Take it out of \(action.source) first, which would fill \(action.carrier) again."])
    }

    private var removal: Call {
        guard let entries = action.entries else { return .delete(action.carrier) }
        var patch = JSONPatch.expecting(action.carrier)
        var gone = patch
        let places =
            entries.map { "/data/" + JSONPatch.token($0) }
            + action.annotations.map { "/metadata/annotations/" + JSONPatch.token($0) }
        for place in places {
            patch.remove(place)
            gone.test(place, nil)
        }
        if action.isImmutable {
            return .derive(
                DerivedObject(
                    source: action.carrier, object: action.carrier, operations: patch.text, reverse: gone.text,
                    copy: action.copy))
        }
        return .patch(ObjectPatch(object: action.carrier, operations: patch.text, reverse: gone.text))
    }

    /// Deletes the copy for good.
    static func removal(of action: RemoveCopy) -> StepProcedure {
        guard !action.copy.isEmpty else { return StepProcedure() }
        let copy = ObjectReference(
            apiVersion: "v1", kind: "Secret", namespace: action.carrier.namespace, name: action.copy)
        return StepProcedure(apply: [.delete(copy)])
    }
}
