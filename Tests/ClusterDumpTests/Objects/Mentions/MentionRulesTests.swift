import Testing

@testable import ClusterDump

struct MentionRulesTests {
    private static func mayBeAbout(_ field: String) -> Bool {
        Array(field.utf8).withUnsafeBufferPointer(MentionRules.mayBeAbout)
    }

    /// One look at a field may only pass over what no rule is about.
    @Test func looksAtEveryWordOfARule() {
        let rules = MentionRules.mappings + MentionRules.texts + MentionRules.lists
        for word in rules.map(\.word) + MentionRules.others {
            #expect(Self.mayBeAbout(word) && Self.mayBeAbout("my\(word)s"), "\(word)")
        }
    }

    @Test(arguments: ["", "sec", "replicas", "secondary", "container", "pub"])
    func passesOverOtherFields(_ field: String) {
        #expect(!Self.mayBeAbout(field))
    }
}
