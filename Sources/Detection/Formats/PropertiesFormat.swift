import StructuredText

/// Java properties (`java.util.Properties.load`), and `spark-defaults.conf`, which is read by the same rules.
struct PropertiesFormat: TextFormat {
    func recognises(_ text: Span<UInt8>, named name: String) -> Bool {
        guard text.contains(UInt8(ascii: "."), in: 0..<text.count) else { return false }
        let survey = SettingSurvey(text)
        // One line in which a dotted word stands before others is a sentence.
        let needed = text.contains(UInt8(ascii: "\n"), in: text.trimmed) ? 1 : survey.colons + survey.assignments
        return survey.dotted > 0 && survey.dotted >= needed && survey.openings == 0 && needed > 0
            && survey.others * 4 <= survey.dotted && survey.dotted * 2 >= survey.assignments
    }

    func emit(_ text: Span<UInt8>, into fields: FieldExpansion, at position: FieldPosition) -> Bool {
        var reader = SettingReader(text, .properties, into: fields, at: position)
        return reader.read(text)
    }
}
