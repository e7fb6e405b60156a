import MigrationModel
import Testing

@testable import Rendering

struct SARIFSelectionTests {
    private static let sightings = MachineReports.full.keys.flatMap(\.sightings)

    private func taken(_ limit: Int) -> (levels: [SARIFLevel: Int], leftOut: Int) {
        var selection = SARIFSelection(of: MachineReports.full, limit: limit)
        var levels: [SARIFLevel: Int] = [:]
        for sighting in Self.sightings where selection.takes(sighting) {
            levels[SARIFLevel(of: sighting), default: 0] += 1
        }
        return (levels, selection.leftOut)
    }

    @Test func takesAllThatFit() {
        for limit in [11, 25_000] {
            #expect(taken(limit) == ([.error: 7, .warning: 1, .note: 3], 0))
        }
    }

    @Test func leavesOutTheLeastSevere() {
        #expect(taken(10) == ([.error: 7, .warning: 1, .note: 2], 1))
        #expect(taken(8) == ([.error: 7, .warning: 1], 3))
        #expect(taken(5) == ([.error: 5], 6))
        #expect(taken(0) == ([:], 11))
    }

    private func expectLevel(_ level: SARIFLevel, _ nature: KeyNature, _ confidence: Confidence) {
        var sighting = Self.sightings[0]
        (sighting.nature, sighting.confidence) = (nature, confidence)
        #expect(SARIFLevel(of: sighting) == level)
    }

    @Test func judgesByNatureAndConfidence() {
        expectLevel(.error, .ordinary, .paired)
        expectLevel(.error, .thirdParty(host: ""), .paired)
        expectLevel(.warning, .ordinary, .named)
        expectLevel(.note, .ordinary, .bare)
        expectLevel(.note, .bait, .paired)
    }

    /// What is left out is said; the fingerprints of the others stay.
    @Test func saysWhatItLeavesOut() {
        let key = MachineReports.paired
        let many = StaticKey(
            identity: key.identity, nature: .ordinary, secretHalfPresent: true,
            sightings: Array(repeating: key.sightings[2], count: 20) + [key.sightings[1]], carriers: [])
        let text = SARIFFormat(resultLimit: 20).text(
            of: ScanReport(generated: "2026-11-21T08:00:00Z", inputs: [], keys: [many]))
        #expect(text.components(of: "\"ruleId\"") == 20)
        #expect(text.components(of: "\"level\": \"error\",\n                    \"message\"") == 1)
        #expect(text.components(of: "1 less severe results are left out") == 1)
        #expect(text.components(of: "\"executionSuccessful\": true") == 1)
    }
}

extension String {
    /// How often a text is in this one.
    fileprivate func components(of part: String) -> Int {
        split(separator: part, omittingEmptySubsequences: false).count - 1
    }
}
