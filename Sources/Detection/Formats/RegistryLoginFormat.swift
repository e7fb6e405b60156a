import StructuredText

/// `user:password`, as the `auth` of a registry in `.dockerconfigjson` has it, and Google's `_json_key:{…}` anywhere.
///
/// Source: https://cloud.google.com/artifact-registry/docs/docker/authentication#json-key
struct RegistryLoginFormat: TextFormat {
    func recognises(_ text: Span<UInt8>, named name: String) -> Bool {
        if text.has("_json_key:", at: 0) || text.has("_json_key_base64:", at: 0) { return true }
        guard name == "auth" || name == "_auth", !text.has("Basic ", at: 0) else { return false }
        guard let colon = text.position(of: UInt8(ascii: ":"), in: 0..<text.count), colon > 0 else { return false }
        for index in text.indices where text[index] == 10 || text[index].isBlank { return false }
        return colon + 1 < text.count
    }

    func emit(_ text: Span<UInt8>, into fields: FieldExpansion, at position: FieldPosition) -> Bool {
        guard let colon = text.position(of: UInt8(ascii: ":"), in: 0..<text.count) else { return false }
        let scope = fields.openScope(in: position.scope)
        fields.expand(text.extracting(0..<colon), field: "user", scope: scope)
        fields.expand(text.extracting(colon + 1..<text.count), field: "password", scope: scope)
        return true
    }
}
