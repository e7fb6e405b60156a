public import MigrationModel
internal import StructuredText

/// Reads a policy that a person gives for a service, in the JSON of IAM.
public enum PolicyFile {
    /// Largest file that is read; IAM takes policies of 10,240 characters.
    public static let limit = 1 << 20

    /// The policy of a file.
    ///
    /// Nothing is taken by guess: of two members with one name most readers keep the last and drop the first in silence, so such
    /// a file is refused, as is everything that IAM would refuse or that is no policy of an identity.
    ///
    /// - Parameter bytes: the file.
    /// - Returns: the policy.
    /// - Throws: ``PolicyRefusal`` with the line of each problem and what to do.
    public static func read(_ bytes: [UInt8]) throws(PolicyRefusal) -> PolicyDocument {
        let problems = FieldProblems(lines: LineNumbers(of: bytes))
        let document = root(of: bytes, problems).flatMap { PolicyDocumentReader.read($0, problems) }
        guard let document, problems.found.isEmpty else {
            throw PolicyRefusal(
                problems: problems.inOrder.map { .init(line: $0.line, message: $0.message, advice: $0.advice) })
        }
        return document
    }

    private static func root(of bytes: [UInt8], _ problems: FieldProblems) -> LocatedNode? {
        let builder = LocatedNodeBuilder()
        var reader = JSONReader()
        do throws(SyntaxProblem) {
            try reader.read(bytes.span, into: builder)
        } catch {
            problems.report(
                .notYAML, at: error.offset, "The policy is not JSON: \(error.message).",
                advice: "Correct the line, or what comes just before it.")
            return nil
        }
        for (key, offset) in builder.duplicateKeys {
            problems.report(
                .duplicateField, at: offset, "The member\(PlainWord.quoted(key)) stands twice in one object.",
                advice: "Keep one of the two, or put the values of both into one list.")
        }
        return builder.root
    }
}

/// Why a policy cannot be used: everything that is wrong with it.
public struct PolicyRefusal: Error, Hashable, Sendable {
    /// One thing that is wrong.
    public struct Problem: Hashable, Sendable {
        /// The line of the file, from 1.
        public var line: Int
        /// What is wrong, in one sentence.
        public var message: String
        /// What to do, in one or two sentences.
        public var advice: String

        /// Creates a problem.
        public init(line: Int, message: String, advice: String) {
            self.line = line
            self.message = message
            self.advice = advice
        }
    }

    /// What is wrong, in the order of lines; never empty.
    public var problems: [Problem]

    /// Creates a refusal.
    public init(problems: [Problem]) { self.problems = problems }
}
