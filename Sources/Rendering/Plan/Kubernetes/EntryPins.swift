internal import StructuredText

/// What a patch expects of an entry before it takes it: what names things, and nothing that an API server adds by itself.
enum EntryPins {
    private static let fields: [[String]] = [
        ["name"], ["mountPath"], ["subPath"], ["value"], ["prefix"], ["secretRef", "name"], ["configMapRef", "name"],
        ["valueFrom", "secretKeyRef", "name"], ["valueFrom", "secretKeyRef", "key"],
        ["valueFrom", "configMapKeyRef", "name"], ["valueFrom", "configMapKeyRef", "key"], ["secret", "secretName"],
        ["configMap", "name"],
    ]

    /// Expects an entry.
    static func add(
        _ entry: StructuredValue, at pointer: String, to patch: inout JSONPatch, literalsIn moved: Set<String> = []
    ) {
        let reference = entry["valueFrom"]?["secretKeyRef"]?["name"]
        let isMoved = moved.contains { reference == .string($0) }
        for path in fields where !isMoved || path == ["name"] {
            var value: StructuredValue? = entry
            for field in path { value = value?[field] }
            if let value { patch.test(pointer + "/" + path.joined(separator: "/"), value) }
        }
        guard case .sequence(let sources)? = entry["projected"]?["sources"] else { return }
        for (index, source) in sources.enumerated() {
            for field in ["secret", "configMap"] {
                guard let name = source[field]?["name"] else { continue }
                patch.test("\(pointer)/projected/sources/\(index)/\(field)/name", name)
            }
        }
    }

    /// Expects that a list holds at a position what a pin of it names.
    static func add(name: String, at pointer: String, in list: String, to patch: inout JSONPatch) {
        switch list.split(separator: "/").last {
        case "envFrom":
            let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return }
            patch.test("\(pointer)/\(parts[0])/name", .string(String(parts[1])))
        case "volumeMounts": patch.test(pointer + "/mountPath", .string(name))
        default: patch.test(pointer + "/name", .string(name))
        }
    }
}
