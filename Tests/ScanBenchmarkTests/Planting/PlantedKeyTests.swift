import Testing

@testable import ScanBenchmark

struct PlantedKeyTests {
    @Test func hasItsOwnIdInEachPlace() {
        let planted = PlantedKey.all
        #expect(Set(planted.map(\.key.id)).count == planted.count)
        #expect(Set(planted.map(\.place.label)).count == planted.count)
    }

    @Test func belongsToTheDocumentationAccount() {
        // The first nine characters decide the account; the ninth only by its first bit.
        for planted in PlantedKey.all {
            #expect(planted.key.id.utf8.count == 20)
            #expect(planted.key.id.dropFirst(4).hasPrefix("RZPUZDIK"))
            #expect(planted.key.id.dropFirst(12).first.map { ("A"..."P").contains($0) } == true)
        }
    }
}
