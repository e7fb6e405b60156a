/// Why an allowlist file cannot be used; no entry of such a file counts, so that a slip never hides a key.
public struct AllowlistProblem: Error, Hashable, Sendable {
    /// What kind of problem it is.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The file is not YAML, or holds nothing or several documents.
        case notYAML = "allowlist-not-yaml"
        /// A list or mapping stands where a text should, or the other way round.
        case wrongShape = "allowlist-wrong-shape"
        /// Its `version` is one that this program does not know.
        case unsupportedVersion = "allowlist-unsupported-version"
        /// A field that entries or the file do not have; usually a misspelling.
        case unknownField = "allowlist-unknown-field"
        /// A field that must be there is not.
        case missingField = "allowlist-missing-field"
        /// A field is there and says nothing.
        case emptyField = "allowlist-empty-field"
        /// `expires` is not a day of the calendar.
        case invalidDate = "allowlist-invalid-date"
        /// A field stands twice in one entry.
        case duplicateField = "allowlist-duplicate-field"
        /// Two entries are for the same key and place.
        case duplicateEntry = "allowlist-duplicate-entry"
    }

    /// What kind of problem it is.
    public var code: Code
    /// The line of the file, from 1.
    public var line: Int
    /// What is wrong, in one sentence that names the field.
    public var message: String
    /// What to do, in one sentence.
    public var advice: String

    /// Creates a problem from its parts.
    public init(_ code: Code, line: Int, message: String, advice: String) {
        self.code = code
        self.line = line
        self.message = message
        self.advice = advice
    }

    init(_ problem: FieldProblem) {
        // The other kinds of problems are of values that an allowlist does not have.
        let code = Code(rawValue: "allowlist-" + problem.code.rawValue) ?? .wrongShape
        self.init(code, line: problem.line, message: problem.message, advice: problem.advice)
    }
}
