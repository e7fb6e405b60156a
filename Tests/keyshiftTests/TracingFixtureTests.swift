import MigrationModel
import Testing

/// Compares who receives which key, and which identities count, with what was written down while it was planted.
struct TracingFixtureTests {
    /// Records what is missing and what is too much.
    private func compare<Element: Hashable>(
        _ found: Set<Element>, with expected: Set<Element>, _ subject: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let (missing, surplus) = (expected.subtracting(found), found.subtracting(expected))
        for each in missing.map({ "\(subject)\($0)" }).sorted() {
            Issue.record("missing: \(each)", sourceLocation: sourceLocation)
        }
        for each in surplus.map({ "\(subject)\($0)" }).sorted() {
            Issue.record("surplus: \(each)", sourceLocation: sourceLocation)
        }
    }

    @Test(arguments: Scenario.tracing)
    func findsAllConsumersAndNoOthers(_ scenario: Scenario) throws {
        let expected = try #require(try scenario.expected().consumers)
        let found = Dictionary(grouping: scenario.report().trace.consumptions) {
            Scenario.maskedID($0.key.kind, $0.key.id)
        }
        for id in Set(expected.keys).union(found.keys).sorted() {
            compare(Set((found[id] ?? []).map(Scenario.Consumer.init)), with: Set(expected[id] ?? []), "\(id) ")
        }
    }

    @Test(arguments: Scenario.tracing)
    func expectsSomethingOfEveryKey(_ scenario: Scenario) throws {
        let expected = try scenario.expected()
        #expect(Set(expected.consumers?.keys ?? [:].keys) == Set(expected.findings.map(\.id)))
    }

    @Test(arguments: Scenario.tracing)
    func saysWhoManagesAndProtectsAService(_ scenario: Scenario) throws {
        let expected = Set(try scenario.expected().services ?? [])
        let asked = Set(expected.map(\.service))
        let found = scenario.report().trace.services.map(Scenario.ServiceFacts.init)
        compare(Set(found.filter { asked.contains($0.service) }), with: expected)
    }

    @Test func findsWhatIsSurprisingAboutIdentities() throws {
        let scenario = Scenario.identities
        let expected = try #require(try scenario.expected().identityFindings)
        let findings = scenario.report().trace.findings
        let found = Dictionary(grouping: findings) { Scenario.IdentityFinding($0, in: scenario) }
        compare(Set(found.keys), with: Set(expected.map(\.withoutFamilies)))
        for each in expected {
            guard let families = each.families, let mine = found[each.withoutFamilies] else { continue }
            compare(Set(mine.flatMap(\.families)), with: Set(families), "\(each.object): ")
        }
    }

    @Test func listsEveryServiceAccount() throws {
        let scenario = Scenario.identities
        let expected = try #require(try scenario.expected().inventory)
        let records = scenario.report().trace.inventory
        compare(Set(records.flatMap { Scenario.Identity.rows(of: $0, in: scenario) }), with: Set(expected))
        #expect(records.count == Set(expected.map { [$0.input, $0.serviceAccount] }).count)
    }
}
