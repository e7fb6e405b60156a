import Rendering

/// What there is to say about a code: what it means, why it is seen, and what to do.
struct CodeStory: Hashable, Sendable {
    var meaning: String
    var cause: String
    var fix: String

    init(_ meaning: String, _ cause: String, _ fix: String) {
        (self.meaning, self.cause, self.fix) = (meaning, cause, fix)
    }
}

/// A closed set of codes, each of which has a page.
protocol ExplainedCode: CaseIterable, Hashable {
    /// What kind of codes these are, as the list of all codes heads them.
    static var family: String { get }
    /// What there is to say about each; a test holds that none is left out.
    static var stories: [Self: CodeStory] { get }
    /// The code as the program prints it.
    var codeText: String { get }
}

extension ExplainedCode where Self: RawRepresentable, RawValue == String {
    var codeText: String { rawValue }
}

extension ExplainedCode {
    /// The pages of the set, in the order of its codes.
    static var pages: [CodePage] {
        allCases.map { code in
            CodePage(code: code.codeText, family: family, story: stories[code])
        }
    }
}

/// A page of `keyshift explain`.
struct CodePage: Hashable, Sendable {
    var code: String
    /// What kind of code it is.
    var family: String
    /// What there is to say; `nil` only where a test fails.
    var story: CodeStory?

    /// The page for a person at a terminal.
    var text: String {
        guard let story else { return "" }
        return """
            \(code)  (\(family))

            \(story.meaning)

            Why:  \(story.cause)
            Do:   \(story.fix)

            """
    }
}
