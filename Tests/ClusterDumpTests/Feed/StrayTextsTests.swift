import MigrationModel
import Testing

@testable import ClusterDump

struct StrayTextsTests {
    @Test(arguments: [("---", true), ("\n---\n...\n---\n", true), (",\n--- ", true), ("--", false), ("--- a", false)])
    func knowsMarkers(text: String, isMarker: Bool) {
        #expect(StrayTexts.isMarker(Array(text.utf8)) == isMarker)
    }

    @Test func namesThePlaceOfTheText() {
        var texts = StrayTexts()
        let problem = texts.problem(Array(" \n,\nsecret".utf8), input: "in", offset: 100, line: 7)
        #expect(problem?.code == .malformedJSON)
        #expect(problem?.input == "in")
        #expect(problem?.line == 9)
        #expect(problem?.offset == 104)
        #expect(problem?.message == "text that belongs to no object")
    }

    @Test func saysItTenTimes() {
        var texts = StrayTexts()
        let problems = (0..<30).compactMap { texts.problem([0x61], input: "in", offset: $0, line: 1) }
        #expect(problems.map(\.offset) == Array(0..<10))
    }
}
