import Testing

@testable import ScanBenchmark

struct PlantedKeyCheckTests {
    private let planted = Array(PlantedKey.all.prefix(2))

    private func report(_ ids: [String]) -> [UInt8] {
        Array("{\"keys\":[\(ids.map { "{\"id\":\"\($0)\"}" }.joined(separator: ","))]}".utf8)
    }

    @Test func acceptsExactlyWhatWasPlanted() throws {
        let check = try PlantedKeyCheck(report: report(planted.map(\.key.id)), planted: planted)
        #expect(check.lost.isEmpty)
        #expect(check.falseAlarms.isEmpty)
    }

    @Test func namesWhatIsLostAndWhatWasNotPlanted() throws {
        let check = try PlantedKeyCheck(report: report([planted[1].key.id, "AKIAIOSFODNN7EXAMPLE"]), planted: planted)
        #expect(check.lost == [planted[0].place.label])
        #expect(check.falseAlarms == ["AKIAIOSFODNN7EXAMPLE"])
    }

    @Test(arguments: ["", "{\"keys\":[", "{}"])
    func refusesWhatIsNoReport(_ text: String) {
        #expect(throws: BenchmarkFailure.self) { try PlantedKeyCheck(report: Array(text.utf8), planted: planted) }
    }
}
