/// What is wrong with one line of a file that people write; each kind of file has its own codes made from these.
struct FieldProblem {
    /// What kind of problem it is; the text is what codes of all kinds of files end in.
    enum Code: String, CaseIterable {
        case notYAML = "not-yaml"
        case wrongShape = "wrong-shape"
        case unsupportedVersion = "unsupported-version"
        case unknownField = "unknown-field"
        case missingField = "missing-field"
        case emptyField = "empty-field"
        case invalidDate = "invalid-date"
        case duplicateField = "duplicate-field"
        case duplicateEntry = "duplicate-entry"
        case invalidValue = "invalid-value"
        case outOfRange = "out-of-range"
        case unknownName = "unknown-name"
        case unknownPlaceholder = "unknown-placeholder"
        case contradiction
    }

    var code: Code
    var line: Int
    var message: String
    var advice: String
}

/// Gathers what is wrong with a file while all of it is read.
final class FieldProblems {
    /// More than a person corrects at a time; a hostile file has no more of them either.
    static let limit = 100

    private let lines: LineNumbers
    /// The problems in the order in which they were found.
    private(set) var found: [FieldProblem] = []

    init(lines: LineNumbers) { self.lines = lines }

    /// The problems in the order of lines; on one line in the order in which they were found.
    var inOrder: [FieldProblem] {
        found.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
    }

    func line(at offset: Int) -> Int { lines.line(at: offset) }

    func report(_ code: FieldProblem.Code, at offset: Int, _ message: String, advice: String) {
        guard found.count < Self.limit else { return }
        found.append(FieldProblem(code: code, line: line(at: offset), message: message, advice: advice))
    }
}
