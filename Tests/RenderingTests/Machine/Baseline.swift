import Foundation
import Testing

/// A complete expected text in a file beside the tests.
///
/// With `KEYSHIFT_RECORD` in the environment the file is written; a run that does so fails, so that it cannot pass for a
/// test.
func expectBaseline(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Baselines")
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["KEYSHIFT_RECORD"] != nil {
        try Data(text.utf8).write(to: file)
        Issue.record("\(name) was recorded", sourceLocation: sourceLocation)
        return
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard text != expected else { return }
    let lines = zip(text.split(separator: "\n"), expected.split(separator: "\n")).enumerated()
    let first = lines.first { $0.element.0 != $0.element.1 }
    Issue.record(
        "\(name) differs, first in line \((first?.offset ?? -1) + 1): \(first.map { "\($0.element)" } ?? "its length")",
        sourceLocation: sourceLocation)
}
