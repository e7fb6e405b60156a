import Testing

@testable import ClusterDump

struct VariableReferencesTests {
    @Test(arguments: [
        ("$(A)", ["A"]), ("x$(A)y$(B_1)$(A)", ["A", "B_1"]), ("$$(A)", []), ("$$$(A)", ["A"]), ("$(A", []),
        ("$(A B)$(C)", ["C"]), ("$()", []), ("$A ${B}", []), ("$", []), ("$(A$(B))", ["B"]), ("", []),
    ])
    func names(_ text: String, _ names: [String]) {
        #expect(VariableReferences.names(in: Array(text.utf8).span) == names)
    }

    @Test func stopsAtALimit() {
        let text = (0..<1000).map { "$(V\($0))" }.joined()
        #expect(VariableReferences.names(in: Array(text.utf8).span).count == VariableReferences.limit)
    }
}
