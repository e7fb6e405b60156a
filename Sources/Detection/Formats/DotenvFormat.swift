import StructuredText

/// `KEY=value` lines, with `export`, quotes and values over several lines, and whatever else assigns line by line.
struct DotenvFormat: TextFormat {
    func recognises(_ text: Span<UInt8>, named name: String) -> Bool {
        let range = text.trimmed
        guard let first = range.first, let equals = text.position(of: UInt8(ascii: "="), in: range), equals > first
        else {
            return false
        }
        // A text that only ends in equals signs is base64 that did not decode.
        guard equals + 2 < range.upperBound else { return false }
        let survey = SettingSurvey(text)
        return survey.assignments > 0 && survey.others * 4 <= survey.assignments && survey.colons <= survey.assignments
            && survey.openings == 0
    }

    func emit(_ text: Span<UInt8>, into fields: FieldExpansion, at position: FieldPosition) -> Bool {
        var reader = SettingReader(text, .assignments, into: fields, at: position)
        return reader.read(text)
    }
}
