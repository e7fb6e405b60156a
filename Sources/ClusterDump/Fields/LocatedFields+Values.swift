/// Fields that are more than any text.
extension LocatedFields {
    /// `true` or `false`, as [YAML 1.2](https://yaml.org/spec/1.2.2/#10212-boolean) writes them; `nil` where it is missing.
    func flag(_ name: String, meaning: String) -> Bool? {
        guard let node = optionalValue(name, meaning: meaning) else { return nil }
        if case .scalar(let text, isQuoted: false, _) = node {
            if ["true", "True", "TRUE"].contains(text) { return true }
            if ["false", "False", "FALSE"].contains(text) { return false }
        }
        problems.report(
            .wrongShape, at: node.offset, "`\(name)` of \(theOwner) is neither `true` nor `false`.",
            advice: "Write `true` or `false` without quotes: \(meaning).")
        return nil
    }

    /// A whole decimal number; `nil` where it is missing.
    func number(_ name: String, in range: ClosedRange<Int>, meaning: String) -> Int? {
        guard let node = optionalValue(name, meaning: meaning) else { return nil }
        guard case .scalar(let text, isQuoted: false, _) = node, Self.isDecimal(text) else {
            problems.report(
                .wrongShape, at: node.offset, "`\(name)` of \(theOwner) is not a whole number.",
                advice: "Write digits alone, without quotes or unit: \(meaning).")
            return nil
        }
        if let number = Int(text), range.contains(number) { return number }
        problems.report(
            .outOfRange, at: node.offset,
            "`\(name)` of \(theOwner) is not between \(range.lowerBound) and \(range.upperBound).",
            advice: "Write a number in that range: \(meaning).")
        return nil
    }

    /// Texts of a list that may be missing, but not empty; `nil` where it is missing or no list of texts.
    func texts(_ name: String, meaning: String) -> [Text]? {
        guard let node = optionalValue(name, meaning: meaning) else { return nil }
        return texts(in: node, name, meaning: meaning)
    }

    /// Texts of a list that must not be empty.
    func texts(in node: LocatedNode, _ name: String, meaning: String) -> [Text]? {
        guard case .sequence(let elements, _) = node else {
            problems.report(
                .wrongShape, at: node.offset, "`\(name)` of \(theOwner) is not a list of texts.",
                advice: "Write a list such as `[one, two]`: \(meaning).")
            return nil
        }
        guard !elements.isEmpty else {
            problems.report(
                .emptyField, at: node.offset, "`\(name)` of \(theOwner) is an empty list.",
                advice: "Fill in `\(name)`, or leave it out: \(meaning).")
            return nil
        }
        return elements.compactMap { text($0, name, meaning: meaning) }
    }

    /// One of the names of a closed set; `nil` where it is missing.
    func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ name: String, of type: Choice.Type, meaning: String
    ) -> Choice? {
        optionalText(name, meaning: meaning).flatMap { choice($0, name, of: type) }
    }

    /// The member of a closed set that a text names.
    func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ text: Text, _ name: String, of type: Choice.Type
    ) -> Choice? {
        isKnown(text, name, among: Choice.allCases.map(\.rawValue)) ? Choice(rawValue: text.text) : nil
    }

    /// Whether a text is one of some names; says so where it is not.
    func isKnown(_ text: Text, _ name: String, among known: [String]) -> Bool {
        if known.contains(text.text) { return true }
        problems.report(
            .unknownName, at: text.offset,
            "`\(name)` of \(theOwner) is\(PlainWord.quoted(text.text)) none of the known names.",
            advice: PlainWord.suggestion(for: text.text, among: known)
                + "Write one of \(known.joined(separator: ", ")).")
        return false
    }

    /// A text that has to have a form; `nil` where it is missing or has not.
    func formed(
        _ text: Text?, _ name: String, _ isFormed: (String) -> Bool, meaning: String
    ) -> String? {
        guard let text else { return nil }
        if isFormed(text.text) { return text.text }
        problems.report(
            .invalidValue, at: text.offset, "`\(name)` of \(theOwner) does not have the right form.",
            advice: "Write \(meaning).")
        return nil
    }

    /// A day of the calendar that must be there.
    func day(_ name: String, meaning: String) -> String? {
        guard let day = text(name, meaning: "\(meaning), YYYY-MM-DD") else { return nil }
        if CalendarDay.isValid(day.text) { return day.text }
        problems.report(
            .invalidDate, at: day.offset, "`\(name)` of \(theOwner) is not a day of the calendar.",
            advice: "Write \(meaning) as YYYY-MM-DD, such as 2027-01-31.")
        return nil
    }

    /// Says so where the file is of another version than the first.
    func checkVersion() {
        guard let version = text("version", meaning: "the version of the file, `version: 1`"), version.text != "1"
        else { return }
        problems.report(
            .unsupportedVersion, at: version.offset, "\(owner) has a `version` other than 1.",
            advice: "Write `version: 1`, or use the release of keyshift that the file was written for.")
    }

    /// Numbers of other bases are refused: readers of YAML 1.1 and 1.2 disagree about `010`.
    private static func isDecimal(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        return !digits.isEmpty && digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            && (digits == "0" || !digits.hasPrefix("0"))
    }
}
