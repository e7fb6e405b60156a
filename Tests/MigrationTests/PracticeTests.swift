import Foundation
import KubernetesHarness
import Testing

/// The folder through which a person is talked to.
private let place = ProcessInfo.processInfo.environment["KEYSHIFT_PRACTICE"].map { URL(filePath: $0) }

/// A cluster and a cloud for a person to practise on, opened by `.ci/practice`; no test of anything.
///
/// When all is ready the variables of a shell are written to `environment`; then each line of the pipe `wishes`, the hours to let pass,
/// is answered in the pipe `answers`, until nobody can have a wish any more.
@Suite(.enabled(if: place != nil && Bench.isPossible, "no test: a place to practise, opened by .ci/practice"))
struct PracticeTests {
    @Test func isThereWhileItIsNeeded() async throws {
        let place = try #require(place)
        try await Bench.run { bench in
            try await bench.prepare()
            try Data(Self.variables(of: bench).utf8).write(to: place.appending(path: "environment"), options: .atomic)
            let wishes = try FileHandle(forReadingFrom: place.appending(path: "wishes"))
            while let hours = await Self.wish(wishes) {
                try await bench.pass(hours: hours)
                let time = try String(contentsOfFile: bench.clock, encoding: .utf8)
                try Data("It is \(time) now.\n".utf8).write(to: place.appending(path: "answers"))
            }
        }
    }

    /// The hours that are to pass; `nil` at the end.
    private static func wish(_ wishes: FileHandle) async -> Double? {
        let line = await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: wishes.availableData) }
        }
        let text = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        return line.isEmpty ? nil : Double(text) ?? 0
    }

    private static func variables(of bench: Bench) -> String {
        var variables = bench.environment
        variables["KEYSHIFT_FOLDER"] = bench.folder.path
        variables["KEYSHIFT_CLOCK"] = bench.clock
        variables["NO_COLOR"] = nil
        return variables.sorted { $0.key < $1.key }
            .map { "export \($0.key)='\($0.value.replacing("'", with: "'\\''"))'\n" }.joined()
    }
}
