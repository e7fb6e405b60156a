import MigrationModel
import StructuredText

/// Reads `env` and `envFrom` of a container.
enum EnvironmentReader {
    /// Reads one entry of `env`; `nil` for one without a name.
    static func entry(_ entry: Branch) -> EnvironmentEntry? {
        guard let name = entry["name"]?.commonName else { return nil }
        return EnvironmentEntry(name: name, source: source(of: entry, named: name))
    }

    private static func source(of entry: Branch, named name: String) -> EnvironmentEntry.Source {
        guard let from = entry["valueFrom"], from.isMapping else { return .literal(literal(entry["value"], of: name)) }
        if let reference = entryReference(from["secretKeyRef"]) { return .secret(reference) }
        if let reference = entryReference(from["configMapKeyRef"]) { return .configMap(reference) }
        return .other
    }

    private static func entryReference(_ reference: Branch?) -> EntryReference? {
        guard let reference, let name = reference["name"]?.name, let key = reference["key"]?.commonName else {
            return nil
        }
        let optional = reference["optional"]?.flag
        return EntryReference(object: name, entry: key, optional: optional == true, saysOptional: optional != nil)
    }

    private static func literal(_ value: Branch?, of name: String) -> LiteralValue {
        value?.withText { text in
            var literal = LiteralValue(shape: text.shape, references: VariableReferences.names(in: text))
            guard literal.shape != .empty else { return literal }
            if let reference = literal.references.first, literal.references.count == 1 {
                literal.isOneReference = text.count == reference.utf8.count + 3
            }
            literal.text = LocatorName.text(String(copying: text), of: name)
            literal.resource = ResourceSetting.text(text, of: name.utf8.span)
            if JavaProperties.areIn(variable: name.utf8.span) { JavaProperties.add(text, to: &literal.properties) }
            return literal
        } ?? LiteralValue(shape: .empty)
    }

    /// Reads one entry of `envFrom`; `nil` for one that names nothing.
    static func origin(_ entry: Branch) -> EnvironmentFrom? {
        for (field, kind) in [("secretRef", .secret), ("configMapRef", .configMap)] as [(StaticString, CarrierKind)] {
            guard let reference = entry[field], let name = reference["name"]?.name else { continue }
            let optional = reference["optional"]?.flag
            return EnvironmentFrom(
                kind: kind, object: name, prefix: entry["prefix"]?.text ?? "", optional: optional == true,
                saysOptional: optional != nil)
        }
        return nil
    }
}
