import MigrationModel
import Testing

@testable import Rendering

struct KeyServicesTests {
    private let services = KeyServices(SampleTraces.trace)

    @Test func gathersTheWaysOfEachService() {
        let found = services[SampleTraces.key]
        #expect(found.map(\.facts.name) == [SampleTraces.orders, SampleTraces.report, SampleTraces.release])
        #expect(found.map(\.consumptions.count) == [5, 1, 1])
        #expect(found.map(\.isPossible) == [false, false, true])
        #expect(services[KeyName(kind: .azureClientSecret, id: SampleTraces.key.id)].isEmpty)
    }

    @Test func putsWhatIsPossibleLast() {
        let consumptions = SampleTraces.consumptions.reversed()
        let found = KeyServices(Array(consumptions), [:])[SampleTraces.key]
        #expect(
            found.map(\.facts)
                == [SampleTraces.report, SampleTraces.orders, SampleTraces.release].map { Service(name: $0) })
    }

    @Test func isCertainWhenAnyWayIs() {
        var consumption = SampleTraces.consumptions[1]
        consumption.certainty = .possible
        let both = KeyServices([consumption, SampleTraces.consumptions[1]], [:])
        #expect(both[SampleTraces.key].map(\.isPossible) == [false])
        #expect(both.counts(of: [SampleReports.paired]) == (1, 0))
        #expect(KeyServices([consumption], [:]).counts(of: [SampleReports.paired]) == (0, 1))
        #expect(both.counts(of: [SampleReports.storage]) == (0, 0))
    }
}
