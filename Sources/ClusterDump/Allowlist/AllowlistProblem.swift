/// Why an allowlist is not accepted; nothing is scanned with a list that could mean something else than its author thinks.
public struct AllowlistProblem: Error, Hashable, Sendable {
    /// What is wrong, as a stable name.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The file is not YAML.
        case malformed = "allowlist-malformed"
        /// The file, or an entry in it, is not a mapping or list of the form that is expected.
        case wrongShape = "allowlist-wrong-shape"
        /// `version` is missing or one that this program does not know.
        case unknownVersion = "allowlist-unknown-version"
        /// A field that allowlists do not have.
        case unknownField = "allowlist-unknown-field"
        /// A field stands twice in one mapping.
        case duplicateField = "allowlist-duplicate-field"
        /// A field that every entry needs is missing or empty.
        case missingField = "allowlist-missing-field"
        /// `expires` is not a day of the calendar.
        case invalidDate = "allowlist-invalid-date"
        /// Two entries are for the same key and place.
        case duplicateEntry = "allowlist-duplicate-entry"
    }

    /// What is wrong.
    public var code: Code
    /// Where in the file, from 1.
    public var line: Int
    /// What is wrong there, in one sentence; names fields and entries and never repeats values.
    public var message: String
    /// What to do about it, in one sentence.
    public var advice: String

    /// Creates a problem from its parts.
    public init(_ code: Code, line: Int, message: String, advice: String) {
        self.code = code
        self.line = line
        self.message = message
        self.advice = advice
    }
}
