public import MigrationModel
public import StructuredText

/// Finds the places in which an object refers to Secrets and ConfigMaps.
///
/// Fields of Kubernetes are known by their names. In a custom resource every text counts that is the name of one, where its field
/// or one around it speaks of secrets, configuration or credentials.
public enum CarrierReferences {
    /// The references of an object; none of a Pod or Job that has ended or is being deleted, as nothing starts from it any more.
    ///
    /// - Parameters:
    ///   - object: the object.
    ///   - carriers: the Secrets and ConfigMaps; those of another namespace than the object's are not meant.
    /// - Returns: the places, in the order of the object.
    public static func references(
        in object: StructuredValue, to carriers: Set<ObjectReference>
    ) -> [CarrierReference] {
        let seen = SeenObject(object)
        let meant = carriers.filter { $0.namespace == seen.reference.namespace }
        guard !meant.isEmpty, !seen.isOver, !passedOver.contains(seen.reference.kind) else { return [] }
        var search = ReferenceSearch(seen, meant)
        for member in object.asMembers where !["metadata", "status", "apiVersion", "kind"].contains(member.key) {
            search.visit(member.value, [member.key])
        }
        return search.found
    }

    private static let passedOver: Set<String> = ["Secret", "ConfigMap", "Event"]
}

/// Walks one object.
private struct ReferenceSearch {
    /// What is nested deeper than anything of use is not looked at, so that nothing overflows.
    private static let depthLimit = 200

    private let object: SeenObject
    private let byName: [String: [ObjectReference]]
    private let isBuiltIn: Bool
    var found: [CarrierReference] = []

    init(_ object: SeenObject, _ carriers: Set<ObjectReference>) {
        self.object = object
        byName = Dictionary(grouping: carriers.sorted(), by: \.name)
        isBuiltIn = ["v1", "apps/v1", "batch/v1", "batch/v1beta1", "policy/v1", "policy/v1beta1"].contains(
            object.reference.apiVersion)
    }

    mutating func visit(_ value: StructuredValue, _ path: [String]) {
        guard path.count < Self.depthLimit else { return }
        switch value {
        case .mapping(let members):
            note(mapping: value, path)
            for member in members { visit(member.value, path + [member.key]) }
        case .sequence(let elements):
            for (index, element) in elements.enumerated() { visit(element, path + ["[\(index)]"]) }
        case .string(let text): note(text, path)
        case .null, .bool, .integer, .decimal: return
        }
    }

    /// A mapping that names an object: `secretKeyRef`, `configMap`, an element of `imagePullSecrets`.
    private mutating func note(mapping value: StructuredValue, _ path: [String]) {
        guard let kind = Self.kind(at: path), let name = Self.name(in: value),
            let carrier = byName[name]?.first(where: { $0.kind == kind })
        else { return }
        if let key = value["key"]?.asText { return add(carrier, key, path, isCertain: isBuiltIn) }
        let items = value["items"]?.asElements ?? []
        guard !items.isEmpty else { return add(carrier, nil, path, isCertain: isBuiltIn) }
        for item in items { add(carrier, item["key"]?.asText, path, isCertain: isBuiltIn) }
    }

    /// A text that is the name of one, unless it belongs to a mapping that was understood.
    private mutating func note(_ text: String, _ path: [String]) {
        guard let carriers = byName[text] else { return }
        let isUnderstood =
            ["name", "secretName"].contains(path.last ?? "") && Self.kind(at: Array(path.dropLast())) != nil
        guard !isUnderstood else { return }
        guard !isBuiltIn else {
            // Some volumes name a Secret without a mapping of its own: `azureFile`.
            guard path.last == "secretName", let carrier = carriers.first(where: { $0.kind == "Secret" }) else {
                return
            }
            return add(carrier, nil, path, isCertain: true)
        }
        for carrier in carriers where Self.speaks(of: carrier.kind, path) { add(carrier, nil, path, isCertain: false) }
    }

    private mutating func add(_ carrier: ObjectReference, _ entry: String?, _ path: [String], isCertain: Bool) {
        let place = path.reduce(into: "") { text, part in
            text += text.isEmpty || part.hasPrefix("[") ? part : "." + part
        }
        found.append(
            CarrierReference(
                object: object.reference, owners: object.owners.map(\.name), carrier: carrier, entry: entry,
                place: place, isCertain: isCertain))
    }

    private static func name(in value: StructuredValue) -> String? {
        value["name"]?.asText ?? value["secretName"]?.asText
    }

    /// What kind of object a mapping at a path names; `nil` where it names none.
    private static func kind(at path: [String]) -> String? {
        guard let last = path.last else { return nil }
        if last.hasPrefix("[") {
            let list = path.dropLast().last ?? ""
            return ["imagePullSecrets", "secrets"].contains(list) ? "Secret" : nil
        }
        let field = last.lowercased()
        if ["secret", "secretref", "secretkeyref"].contains(where: field.hasSuffix) { return "Secret" }
        return ["configmap", "configmapref", "configmapkeyref"].contains(where: field.hasSuffix) ? "ConfigMap" : nil
    }

    private static func speaks(of kind: String, _ path: [String]) -> Bool {
        let words = kind == "Secret" ? ["secret", "credential", "auth", "key"] : ["config"]
        return path.suffix(3).contains { part in words.contains { part.lowercased().contains($0) } }
    }
}
