import MigrationModel
import Testing

struct FixtureTests {
    @Test(arguments: Scenario.all)
    func findsWhatWasPlantedAndNothingElse(_ scenario: Scenario) throws {
        let report = scenario.report()
        let found = Set(report.keys.map { Scenario.Finding($0, in: scenario) })
        let expected = Set(try scenario.expected().findings.map(\.sorted))
        for missing in expected.subtracting(found).sorted(by: { $0.id < $1.id }) { Issue.record("missing: \(missing)") }
        for surplus in found.subtracting(expected).sorted(by: { $0.id < $1.id }) { Issue.record("surplus: \(surplus)") }
        #expect(report.problems.filter { $0.severity == .notScanned } == [])
    }

    @Test(arguments: Scenario.all)
    func reportsTheSameHoweverTheWorkIsDivided(_ scenario: Scenario) {
        #expect(scenario.report(workers: 1) == scenario.report(workers: 7))
    }
}

extension Scenario.Finding {
    /// A key of a report, as `expected.json` writes it.
    fileprivate init(_ key: StaticKey, in scenario: Scenario) {
        var host: String?
        if case .thirdParty(let endpoint) = key.nature { host = endpoint }
        self.init(
            id: Scenario.maskedID(key.identity.kind, key.identity.id), kind: key.identity.kind.rawValue,
            account: key.identity.account, principal: key.identity.principal,
            confidence: key.sightings.map(\.confidence).max()?.rawValue ?? "", nature: key.nature.label, host: host,
            secretHalf: key.secretHalfPresent,
            places: key.sightings.map { sighting in
                Place(
                    input: scenario.name(ofInput: sighting.place.input),
                    object: sighting.place.object?.description, path: sighting.place.path.description,
                    repeatedBy: sighting.repeatedBy.map(\.description).sorted())
            })
        self = sorted
    }

    /// The same with its places in a fixed order.
    fileprivate var sorted: Self {
        var copy = self
        copy.places.sort { ($0.input, $0.object ?? "", $0.path) < ($1.input, $1.object ?? "", $1.path) }
        return copy
    }
}
