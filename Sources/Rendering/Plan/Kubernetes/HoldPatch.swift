import MigrationModel
internal import StructuredText

/// The update strategy that keeps all Pods but one at the former template, and its end.
enum HoldPatch {
    private static let place = "/spec/updateStrategy"

    /// Holds the other Pods back; the strategy before is not expected, since manifests may leave out what is the default.
    static func holding(_ hold: UpdateHold) -> JSONPatch {
        var patch = JSONPatch()
        patch.add(place, StructuredValue.reading(json: hold.held) ?? .null)
        return patch
    }

    /// Lets them go, if they are held.
    static func releasing(_ hold: UpdateHold) -> JSONPatch {
        var patch = JSONPatch()
        let held = StructuredValue.reading(json: hold.held)
        patch.test(place + "/type", held?["type"])
        if let partition = held?["rollingUpdate"]?["partition"] {
            patch.test(place + "/rollingUpdate/partition", partition)
        }
        patch.add(place, StructuredValue.reading(json: hold.former) ?? .null)
        return patch
    }
}
