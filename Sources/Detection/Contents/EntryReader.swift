import MigrationModel
import StructuredText

/// Tells what one entry of a Secret or ConfigMap is good for, as a variable and as a file.
enum EntryReader {
    /// Reads one entry.
    ///
    /// - Parameters:
    ///   - value: its value as it stands in the object.
    ///   - quoted: whether that is certainly a text.
    ///   - name: its name.
    ///   - isEncoded: whether it is base64; what turns out not to be is read as it is.
    ///   - kind: what holds it: nothing of a Secret is kept.
    ///   - scratch: room for what it holds.
    /// - Returns: what it is good for.
    static func contents(
        of value: Span<UInt8>, quoted: Bool, named name: String, isEncoded: Bool, in kind: CarrierKind,
        _ scratch: ScratchBuffer
    ) -> EntryContents {
        guard quoted || !(value.count == 4 && value.has("null", at: 0)) else { return EntryContents(shape: .empty) }
        guard isEncoded, Base64Decoder.decode(value, into: scratch) != nil else {
            return contents(of: value, named: name, in: kind)
        }
        return scratch.withBytes { contents(of: $0, named: name, in: kind) }
    }

    private static func contents(of text: Span<UInt8>, named name: String, in kind: CarrierKind) -> EntryContents {
        let shape = text.trimmed.isEmpty ? ValueShape(of: String(copying: text)) : .present
        guard shape == .present else { return EntryContents(shape: shape) }
        // A longer text is no setting.
        let setting = kind == .configMap && text.count <= 1024 ? LocatorName.text(String(copying: text), of: name) : nil
        return EntryContents(shape: shape, text: setting, file: file(text))
    }

    private static func file(_ text: Span<UInt8>) -> FileContents {
        if let type = GoogleCredentialFile.type(of: text) { return .google(type: type) }
        if let profiles = ProfileFile.profiles(in: text) { return .profiles(profiles) }
        return isToken(text) ? .token : .other
    }

    /// Whether a text is a JSON Web Token, <https://www.rfc-editor.org/rfc/rfc7519#section-3>.
    private static func isToken(_ text: Span<UInt8>) -> Bool {
        let range = text.trimmed
        guard text.has("eyJ", at: range.lowerBound) else { return false }
        var dots = 0
        for index in range {
            if text[index] == UInt8(ascii: ".") { dots += 1 } else if !text[index].isBase64URL { return false }
        }
        return dots == 2
    }
}
