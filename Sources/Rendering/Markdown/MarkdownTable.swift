/// A table of GitHub-flavoured Markdown; its cells are Markdown already.
enum MarkdownTable {
    /// The line of the column names and the one under it.
    static func head(_ columns: [String]) -> String {
        row(columns) + row(columns.map { _ in "---" })
    }

    /// One line.
    static func row(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |\n"
    }
}
