import StructuredText

/// `key: value` lines that are no YAML yet: templates of Helm, and YAML behind an error.
struct TemplateFormat: TextFormat {
    func recognises(_ text: Span<UInt8>, named name: String) -> Bool {
        guard text.contains(UInt8(ascii: ":"), in: 0..<text.count) else { return false }
        let isTemplate = text.position(of: "{{", in: 0..<text.count) != nil
        let survey = SettingSurvey(text)
        return survey.colons > 0 && (isTemplate || survey.colons >= survey.others)
    }

    func emit(_ text: Span<UInt8>, into fields: FieldExpansion, at position: FieldPosition) -> Bool {
        var reader = SettingReader(text, .template, into: fields, at: position)
        return reader.read(text)
    }
}
