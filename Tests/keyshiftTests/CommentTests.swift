import ClusterDump
import MigrationModel
import Testing

@testable import keyshift

struct CommentTests {
    /// The ids found in a text and the lines on which they stand.
    private func lines(in text: String) -> [String: Int] {
        let feed = DocumentFeed(MemoryQueue(Array(text.utf8)))
        let report = ScanRun(workers: 1, allowances: [], now: "2026-11-21T12:00:00Z").report(over: feed)
        return Dictionary(uniqueKeysWithValues: report.keys.map { ($0.identity.id, $0.sightings[0].place.line) })
    }

    @Test func findsKeysInCommentsInAndBetweenDocuments() {
        let text = """
            # key: AKIARZPUZDIKKEOANPKG
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a}
            # then AKIARZPUZDIKD44SHPA2
            ---
            # AKIARZPUZDIKK266JCYW

            """
        let found = lines(in: text)
        #expect(found.keys.sorted() == ["AKIARZPUZDIKD44SHPA2", "AKIARZPUZDIKK266JCYW", "AKIARZPUZDIKKEOANPKG"])
        #expect(found["AKIARZPUZDIKK266JCYW"] == 8)
    }

    @Test func findsNothingInCommentsWithoutKeys() {
        #expect(lines(in: "# a\n---\n# b\n---\nkind: ConfigMap # c\n") == [:])
    }
}
