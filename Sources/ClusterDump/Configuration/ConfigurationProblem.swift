/// One thing that is wrong with a configuration file.
public struct ConfigurationProblem: Hashable, Sendable {
    /// What kind of problem it is.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The file is not YAML, or holds nothing or several documents.
        case notYAML = "configuration-not-yaml"
        /// A list, mapping, text, number or truth value stands where another should.
        case wrongShape = "configuration-wrong-shape"
        /// Its `version` is one that this program does not know.
        case unsupportedVersion = "configuration-unsupported-version"
        /// A field that does not exist at its place; usually a misspelling.
        case unknownField = "configuration-unknown-field"
        /// A field that must be there is not.
        case missingField = "configuration-missing-field"
        /// A field is there and says nothing.
        case emptyField = "configuration-empty-field"
        /// `expires` is not a day of the calendar.
        case invalidDate = "configuration-invalid-date"
        /// A field stands twice in one mapping.
        case duplicateField = "configuration-duplicate-field"
        /// Two clusters have one name, or two entries are for the same services.
        case duplicateEntry = "configuration-duplicate-entry"
        /// An account, issuer, region, pattern or other name has not the form that such a name has.
        case invalidValue = "configuration-invalid-value"
        /// A number is too small or too large.
        case outOfRange = "configuration-out-of-range"
        /// A platform, mechanism, SDK or owner of the infrastructure that does not exist.
        case unknownName = "configuration-unknown-name"
        /// `roleName` has a placeholder in braces that does not exist.
        case unknownPlaceholder = "configuration-unknown-placeholder"
        /// Two fields cannot both be right, such as a Fargate namespace of a GKE cluster.
        case contradiction = "configuration-contradiction"
    }

    /// What kind of problem it is.
    public var code: Code
    /// The line of the file, from 1.
    public var line: Int
    /// What is wrong, in one sentence that names the field, and never a value that may be more than a word.
    public var message: String
    /// What to do, in one or two sentences.
    public var advice: String

    /// Creates a problem from its parts.
    public init(_ code: Code, line: Int, message: String, advice: String) {
        self.code = code
        self.line = line
        self.message = message
        self.advice = advice
    }

    init(_ problem: FieldProblem) {
        // Every kind of problem has a code here; a test compares the two lists.
        let code = Code(rawValue: "configuration-" + problem.code.rawValue) ?? .wrongShape
        self.init(code, line: problem.line, message: problem.message, advice: problem.advice)
    }
}

/// Why a configuration file cannot be used: everything that is wrong with it, so that it is corrected in one go.
public struct ConfigurationRefusal: Error, Hashable, Sendable {
    /// What is wrong, at most a hundred things, in the order of lines; never empty.
    public var problems: [ConfigurationProblem]

    /// Creates a refusal.
    public init(problems: [ConfigurationProblem]) { self.problems = problems }
}
