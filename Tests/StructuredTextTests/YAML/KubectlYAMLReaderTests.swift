import Foundation
import Testing

@testable import StructuredText

struct KubectlYAMLReaderTests {
    /// What is in kubectl's way is read without libyaml, and as libyaml does.
    @Test(arguments: [
        "a: b\n", "a: b", "a:\n", "a:", "a:\nb: c\n", "---\na: b\n...\n", "# c\n\na: b # d\n# e\n", "\u{FEFF}a: b\n",
        "a:\n- b\n- c\nd: e\n", "a:\n  - b\n  - c\nd: e\n", "a:\n- b: c\n  d:\n  - e\n  -\n- f\n",
        "- - a\n  - b\n- c\n", "- a: b\n  c: d\n", "a: {}\nb: []\n- c\n".replacing("- c\n", with: "c: []\n"),
        "a:\n  b:\n    c: d\n  e: f\ng: h\n", "\"a\": \"b\"\n'c': 'd'\n\"e\": 1\n",
        #"a: "b\n\tc\x41\u00e9\U0001F600\\\"\/\0\e\_\N\L\P""# + "\n", "a: 'it''s'\n", "a: \"b\n  c\n\n  d\"\n",
        "a: \"b\\\n  c\\\n\n  d \\\n  \\  e\"\n", "a: 'b\n  c\n\n\n  d'\n", "a: b\n  c\n\n\n  d\ne: f\n",
        "a: b\n  - c\nd: e\n", "a: b # c\nd: e\n", "a: b#c:d\n", "a: |\n  b\n  c\n", "a: |-\n  b\n\n\n",
        "a: |+\n  b\n\n\nc: d\n", "a: |2\n    b\n   c\n", "a: |2-\n    b\n", "a: |\n\n    \n    b\n     c\n",
        "a: |\n", "a: |\nb: c\n", "a: |+\n\nb: c\n", "a: |\n  b", "- |\n  b\n- >\n  c\n",
        "a: >\n  b\n  c\n\n  d\n   e\n   f\n  g\n", "a: >-\n\n  b\n\n", "a: >+\n  b\n\n", "a: |\n  b\n  \tc\n",
        "- a\n - b\n", "a: http://x:80/#y\nb: 10:20\n", "a: -1\nb: -x\nc: ?x\nd: :x\n", "b: 1\na: 2\nb: 3\n",
        "a: 1\na: 2\n", "a:\n  # c\n  b: c\n # d\n  e: f\n", "a: é\nü: \"ö\"\n", "a: |  # c\n  b\n",
        "a: # c\n  b: c\n", "a:\n- |2\n    b\n", "a:  b  \n", "a: \"b\" # c\n", "a: {} # c\n", "-\n- a\n",
        "-\n  a: b\n", "-\n  - a\n", "a:\n-\n  b: c\nd: e\n", "a: b\n\n  \n", "a: b\n  # c\nd: e\n",
        "a: b\n  c # d\ne: f\n", "a: | \n \n  b\n",
    ])
    func readsAsLibYAML(text: String) {
        var isComplete = false
        let fast = YAMLReading(kubectl: Array(text.utf8), isComplete: &isComplete)
        let slow = YAMLReading(libyaml: Array(text.utf8))
        #expect(isComplete)
        #expect(fast == slow)
    }

    /// What is not, libyaml reads on from where the fast reader stopped.
    @Test(arguments: [
        "", "# c\n", "---\n", "a", "- a\nb", "a: &b c\nd: *b\n", "a: !!str b\n", "a: [b]\n", "a: {b: c}\n",
        "? a\n: b\n", "%YAML 1.1\n---\na: b\n", "a:\tb\n", "a: b\tc\n", "a: b\r\nc: d\r\n", "a:\n  b\n",
        "a: \"b\": c\n", "a: b: c\n", "a: b\n  c: d\n", "a:\n    b: c\n  d: e\n", "a:\n>-\n  b\n", "a:\n-\n|\n  b\n",
        "a: \"b", "a: 'b", "a: \"\\q\"\n", "a: \"\\ud800\"\n", "\"a\\n\": b\n", "a : b\n", "a: |x\n  b\n",
        "a: |\n\tb\n", "a: |\n     \n  b\n", "a: b\n---\nc: d\n", "a: b\n...\nc: d\n", "a: \"b\n- c\"\n", "a: @b\n",
        "a: - b\n", "  a: b\nc: d\n", "a: b\u{2028}c\n", "a: b\u{85}",
    ])
    func leavesTheRestToLibYAML(text: String) {
        var isComplete = false
        let fast = YAMLReading(kubectl: Array(text.utf8), isComplete: &isComplete)
        let slow = YAMLReading(libyaml: Array(text.utf8))
        #expect(!isComplete)
        #expect(slow.events.starts(with: fast.events))
        #expect(YAMLReading(text) == slow)
    }

    @Test func readsAnItemWithoutItsSequence() {
        let events: [YAMLEventRecorder.Event] = [.beginMapping(4), .key("a", 4), .plain("b", 7), .end]
        var isComplete = false
        let fast = YAMLReading(kubectl: Array("  - a: b\n".utf8), asItem: true, isComplete: &isComplete)
        #expect(isComplete)
        #expect(fast.events == events)
        #expect(YAMLReading("  - a: b\n", asItem: true).events == events)
        #expect(YAMLReading(libyaml: Array("  - a: b\n".utf8), asItem: true).events == events)
    }

    @Test func readsManyMutationsAsLibYAML() {
        var numbers = SeededNumbers(state: 1)
        var read = 0
        for _ in 0..<20_000 {
            let text = YAMLTexts.all.randomElement(using: &numbers).map { Array($0.utf8) } ?? []
            if expectSame(text.mutatedAsYAML(with: &numbers), asItem: .random(using: &numbers)) { read += 1 }
        }
        #expect(read > 2_000)
    }

    @Test func readsTheCorpusAsLibYAML() throws {
        var documents = 0
        var read = 0
        for document in try YAMLCorpus.documents() {
            documents += 1
            if expectSame(document, asItem: false) { read += 1 }
        }
        print("corpus: \(read) of \(documents) YAML documents are in kubectl's shape")
    }

    /// - Returns: whether the fast reader read all of it.
    private func expectSame(_ bytes: [UInt8], asItem: Bool) -> Bool {
        var isComplete = false
        let fast = YAMLReading(kubectl: bytes, asItem: asItem, isComplete: &isComplete)
        let slow = YAMLReading(libyaml: bytes, asItem: asItem)
        let both = YAMLReading(bytes, asItem: asItem)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect((both.problem == nil) == (slow.problem == nil), "\(text.debugDescription)")
        if isComplete {
            #expect(fast == slow, "\(text.debugDescription)")
        } else if slow.problem == nil {
            #expect(slow.events.starts(with: fast.events), "\(text.debugDescription)")
            #expect(both == slow, "\(text.debugDescription)")
        }
        return isComplete
    }
}
