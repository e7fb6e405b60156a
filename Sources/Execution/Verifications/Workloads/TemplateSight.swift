import MigrationModel
import StructuredText

/// A Pod template, or a Pod, held against what a plan changes in it.
struct TemplateSight {
    /// What has `metadata` and `spec`.
    let value: StructuredValue

    private var spec: StructuredValue { value["spec"] ?? .null }

    /// What of a change is not made: what is still there, and what is not there yet, each as a clause without values.
    func shortcomings(of change: TemplateChange) -> (left: [String], missing: [String]) {
        let left = change.removals.filter(isLeft).map(words)
        var missing: [String] = []
        if let account = change.serviceAccount, accountName != account {
            missing.append("its ServiceAccount is \(accountName), not \(account)")
        }
        for (name, text) in change.labels.sorted(by: { $0.key < $1.key })
        where value["metadata"]?["labels"]?[name]?.asText != text {
            missing.append("it does not have the label \(name)=\(text)")
        }
        for kept in change.keeps where variable(kept.name, of: kept.container) == nil {
            missing.append("container \(kept.container) does not have \(kept.name)")
        }
        return (left, missing)
    }

    /// What of literals that were moved into a Secret does not come from there.
    func shortcomings(of action: MoveLiteral) -> [String] {
        action.variables.filter { name in
            let reference = variable(name, of: action.container)?["valueFrom"]?["secretKeyRef"]
            return reference?["name"]?.asText != action.secret || reference?["key"]?.asText != name
        }.map { "container \(action.container) does not take \($0) from the Secret \(action.secret)" }
    }

    /// The ServiceAccount, which is `default` where none is named.
    var accountName: String {
        let name = spec["serviceAccountName"]?.asText ?? spec["serviceAccount"]?.asText ?? ""
        return name.isEmpty ? "default" : name
    }

    private func containers(_ name: String) -> [StructuredValue] {
        ["initContainers", "containers"].flatMap { spec[$0]?.asElements ?? [] }
            .filter { $0["name"]?.asText == name }
    }

    private func variable(_ name: String, of container: String) -> StructuredValue? {
        containers(container).flatMap { $0["env"]?.asElements ?? [] }.first { $0["name"]?.asText == name }
    }

    private func isLeft(_ removal: TemplateChange.Removal) -> Bool {
        switch removal.kind {
        case .variable:
            guard let found = variable(removal.name, of: removal.container) else { return false }
            // What takes its place has the same name.
            return removal.successor.isEmpty || !(entry(removal.successor).map(found.holds) ?? false)
        case .environmentFrom:
            return containers(removal.container).flatMap { $0["envFrom"]?.asElements ?? [] }.contains { source in
                entry(removal.entry).map(source.holds) ?? Self.names(source, removal.name)
            }
        case .mount:
            return containers(removal.container).flatMap { $0["volumeMounts"]?.asElements ?? [] }.contains { mount in
                // Another volume may be mounted at the same path by now.
                mount["mountPath"]?.asText == removal.name
                    && (entry(removal.entry)?["name"]).map { $0 == mount["name"] } ?? true
            }
        case .volume:
            return !volumes(removal.name).isEmpty
        case .files:
            return volumes(removal.name).contains { volume in entry(removal.entry).map(volume.holds) ?? false }
        case .byHand: return false
        }
    }

    private func volumes(_ name: String) -> [StructuredValue] {
        (spec["volumes"]?.asElements ?? []).filter { $0["name"]?.asText == name }
    }

    private func entry(_ text: String) -> StructuredValue? {
        text.isEmpty ? nil : ObservedDocument.reading(Array(text.utf8))
    }

    private static func names(_ source: StructuredValue, _ name: String) -> Bool {
        source["secretRef"]?["name"]?.asText == name || source["configMapRef"]?["name"]?.asText == name
    }

    private func words(_ removal: TemplateChange.Removal) -> String {
        switch removal.kind {
        case .variable: "container \(removal.container) still has \(removal.name)"
        case .environmentFrom: "container \(removal.container) still takes all of \(removal.name)"
        case .mount: "container \(removal.container) still mounts \(removal.name)"
        case .volume: "it still has the volume \(removal.name)"
        case .files: "its volume \(removal.name) still has the files of the key"
        case .byHand: "\(removal.name) is still there"
        }
    }
}
