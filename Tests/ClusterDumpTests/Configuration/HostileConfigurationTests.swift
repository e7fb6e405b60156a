import ClusterDump
import Testing

/// Files that nobody wrote in good faith: they are refused, in time and memory that fit their size.
struct HostileConfigurationTests {
    private func problems(in bytes: [UInt8]) -> [ConfigurationProblem] {
        do throws(ConfigurationRefusal) {
            _ = try ConfigurationFile.read(bytes, sdkFamilies: [])
            return []
        } catch {
            return error.problems
        }
    }

    @Test func refusesAliasBombs() {
        var text = "version: 1\na: &a [x, x, x, x, x, x, x, x, x, x]\n"
        for (name, other) in zip("bcdefghijkl", "abcdefghijk") {
            text += "\(name): &\(name) [" + String(repeating: "*\(other), ", count: 10) + "]\n"
        }
        #expect(problems(in: Array((text + "clusters: *l\n").utf8)).map(\.code) == [.notYAML])
    }

    @Test func refusesGarbage() {
        var state: UInt64 = 1
        let bytes = (0..<1 << 20).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
        #expect(problems(in: bytes).map(\.code) == [.notYAML])
        #expect(!problems(in: Array(repeating: UInt8(ascii: "a"), count: 1 << 20)).isEmpty)
        #expect(!problems(in: Array(repeating: UInt8(ascii: "["), count: 1 << 20)).isEmpty)
    }

    @Test func tellsNoMoreThanAPersonReads() {
        let fields = (0..<20_000).map { "a\($0): 1\n" }.joined()
        #expect(problems(in: Array(fields.utf8)).count == 100)
        let twins = String(repeating: "a: 1\n", count: 20_000)
        #expect(problems(in: Array(twins.utf8)).count == 100)
        let clusters = "version: 1\nclusters:\n" + String(repeating: "- 1\n", count: 20_000)
        #expect(problems(in: Array(clusters.utf8)).count == 100)
    }

    @Test func namesTabs() {
        let text = "version: 1\nclusters:\n\t- name: a\n"
        #expect(problems(in: Array(text.utf8)).map(\.code) == [.notYAML])
        #expect(problems(in: Array(text.utf8)).map(\.line) == [3])
    }
}
