/// What programs complain about, without anything that could be a secret.
///
/// An API server repeats in its errors what it was sent, and a webhook says whatever it likes.
enum SafeErrors {
    /// Longer texts are cut.
    private static let longest = 300
    /// A run of this many letters and digits, without a dot or dash, could be a key.
    private static let opaque = 18

    /// What an API server found wrong, by place only: `spec.replicas: Invalid value`.
    static func invalidFields(in text: String) -> [String] {
        var fields: [String] = []
        for reason in reasons {
            var rest = text[...]
            while let end = rest.firstRange(of: ": " + reason) {
                let field = String(rest[..<end.lowerBound].reversed().prefix { isPart($0) }.reversed())
                let line = field + ": " + reason
                if !field.isEmpty, fields.count < 8, !fields.contains(line) { fields.append(line) }
                rest = rest[end.upperBound...]
            }
        }
        return fields
    }

    /// One line, cut, with an ellipsis in the place of everything that could be a key.
    static func line(_ text: String) -> String {
        var result = ""
        var run = ""
        for scalar in text.unicodeScalars.prefix(4 * longest) {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "+/=_".unicodeScalars.contains(scalar)
            {
                run.unicodeScalars.append(scalar)
                continue
            }
            result += shown(run)
            run = ""
            // A line break, or worse, would end the sentence in which the text stands.
            let isHidden = scalar.value < 0x20 || scalar.properties.generalCategory == .format
            result.unicodeScalars.append(isHidden ? " " : scalar)
        }
        result += shown(run)
        return result.unicodeScalars.count > longest
            ? String(String.UnicodeScalarView(result.unicodeScalars.prefix(longest))) + "…" : result
    }

    /// The first line that is no warning.
    static func first(of errors: String) -> String {
        let lines = errors.split(whereSeparator: \.isNewline).map(String.init)
        return lines.first { !$0.isEmpty && !$0.hasPrefix("Warning:") && !$0.hasPrefix("W1") && !$0.hasPrefix("I1") }
            ?? ""
    }

    private static func shown(_ run: String) -> String {
        let digits = run.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
        let isWord = !digits && !run.utf8.contains { "+=".utf8.contains($0) }
        return run.utf8.count >= opaque && !isWord ? Redaction.mark : run
    }

    private static func isPart(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "._-[]/".contains(character))
    }

    /// See [field errors](https://pkg.go.dev/k8s.io/apimachinery/pkg/util/validation/field#ErrorType).
    private static let reasons = [
        "Invalid value", "Required value", "Forbidden", "Duplicate value", "Unsupported value", "Not found",
        "Too long", "Too many", "Internal error",
    ]
}
