import ClusterDump

extension AllowlistProblem.Code: ExplainedCode {
    static var family: String { "What is wrong with an allowlist" }

    static let stories: [AllowlistProblem.Code: CodeStory] = [
        .notYAML: CodeStory(
            "The allowlist is not one YAML document.", "Wrong indentation, an empty file, or several documents.",
            "Mend the named line; the README has an example."),
        .wrongShape: CodeStory(
            "A list or mapping stands where a text should, or the other way round.", "A missing dash or quote.",
            "Write the field as the message says."),
        .unsupportedVersion: CodeStory(
            "The version is one that this program does not know.",
            "The file is for a newer keyshift, or has no version.", "Write version: 1."),
        .unknownField: CodeStory(
            "There is no such field.", "A misspelling; nothing is passed over, so that no slip hides a key.",
            "Write it as the message proposes."),
        .missingField: CodeStory(
            "A field that must be there is not.", "Every entry needs key, reason and expires.", "Add it."),
        .emptyField: CodeStory("A field is there and says nothing.", "A placeholder was left.", "Fill it in."),
        .invalidDate: CodeStory(
            "expires is not a day of the calendar.", "Another order of day and month, or a day that does not exist.",
            "Write it as 2026-12-31."),
        .duplicateField: CodeStory("A field stands twice in one entry.", "A merge that went wrong.", "Keep one."),
        .duplicateEntry: CodeStory(
            "Two entries are for the same key and place.", "A merge that went wrong.",
            "Keep the one whose reason still holds."),
    ]
}
