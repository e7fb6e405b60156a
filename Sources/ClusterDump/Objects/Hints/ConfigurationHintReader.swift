import MigrationModel
import StructuredText

/// Takes from a ConfigMap what names resources of a cloud, in entries that are settings and in files of settings.
struct ConfigurationHintReader: ObjectReader {
    /// How many hints of one ConfigMap are kept; more than a workload has resources.
    private static let limit = 64

    var pruning: Pruning { .configuration }

    func read(_ object: DumpedObject, into objects: inout ClusterObjects) {
        var entries: [ConfigurationHints.Entry] = []
        for entry in object.root["data"]?.members ?? object.root.members where entries.count < Self.limit {
            entry.withText { text in
                Self.hints(in: text, named: entry.key, room: Self.limit - entries.count) { hint in
                    entries.append(ConfigurationHints.Entry(entry: entry.key, hint: hint))
                }
            }
        }
        guard !entries.isEmpty else { return }
        objects.hints.append(ConfigurationHints(input: object.input, object: object.reference, entries: entries))
    }

    private static func hints(in text: Span<UInt8>, named name: String, room: Int, _ add: (ResourceHint) -> Void) {
        guard SettingLines.areSeveral(in: text) else {
            let value = text.extracting(text.visible(0..<text.count))
            ResourceSetting.text(value, of: name.utf8.span).map { add(ResourceHint(name: name, value: $0)) }
            return
        }
        var left = room
        SettingLines.forEach(in: text) { key, value in
            guard left > 0, let kept = ResourceSetting.text(value, of: key) else { return }
            add(ResourceHint(name: String(copying: key), value: kept))
            left -= 1
        }
    }
}
