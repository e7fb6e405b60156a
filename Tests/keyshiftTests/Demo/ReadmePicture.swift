import Foundation
import Testing

/// What the README shows of the program, to be compared with what the program prints.
enum ReadmePicture {
    private static let file = URL(filePath: #filePath).appending(path: "../../../../README.md").standardizedFileURL

    /// The output that stands in the README below a command, up to the end of its block.
    static func output(of command: String) throws -> String {
        let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
        let start = try #require(
            lines.firstIndex { $0 == "$ \(command)" || $0.hasPrefix("$ \(command)  ") },
            "\(command) is not in the README")
        let rest = lines[(start + 1)...]
        return rest.prefix { $0 != "```" && !$0.hasPrefix("$ ") }.joined(separator: "\n") + "\n"
    }

    /// A text without what is another in each run: hashes, and how much there was of what is counted.
    static func withoutCounts(_ text: String) -> String {
        text.replacing(/[0-9]+ (states|events)/) { "N \($0.output.1)" }.replacing(/\b[0-9a-f]{12}\b/, with: "HASH")
    }
}
