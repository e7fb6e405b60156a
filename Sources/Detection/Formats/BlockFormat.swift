import StructuredText

/// Settings in blocks of braces, as HCL has them: `provider "aws" { access_key = "…" }`.
struct BlockFormat: TextFormat {
    func recognises(_ text: Span<UInt8>, named name: String) -> Bool {
        guard text.contains(UInt8(ascii: "{"), in: 0..<text.count) else { return false }
        let survey = SettingSurvey(text)
        return survey.openings > 0 && survey.assignments > 0 && survey.others <= survey.assignments
    }

    func emit(_ text: Span<UInt8>, into fields: FieldExpansion, at position: FieldPosition) -> Bool {
        var reader = SettingReader(text, .assignments, into: fields, at: position)
        return reader.read(text)
    }
}
