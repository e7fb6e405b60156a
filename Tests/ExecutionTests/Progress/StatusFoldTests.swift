import Execution
import MigrationModel
import StateStore
import Testing

struct StatusFoldTests {
    private func status(_ sample: SampleMigration, after hours: Int) throws -> MigrationStatus {
        try StatusFold.status(
            of: sample.plan, id: "p1", folder: "plan", ledger: sample.ledger,
            at: SampleMigration.start.adding(milliseconds: hours * SampleMigration.hour))
    }

    private func step(_ id: String, _ sample: SampleMigration, after hours: Int) throws -> StepStatus {
        try #require(try status(sample, after: hours).steps.first { $0.id == id })
    }

    @Test func nothingIsDoneOfAFreshPlan() throws {
        let sample = try SampleMigration()
        let status = try status(sample, after: 0)
        #expect(status.standing == .fresh)
        #expect(status.next?.id == "prepare/api/binding")
        #expect(status.steps.count { $0.standing == .ready } == 2)
        #expect(status.keys.map(\.isLive) == [true])
        #expect(status.burnDown.map(\.live) == [1])
    }

    @Test func aPlanWithoutALedgerIsFresh() throws {
        let status = try StatusFold.status(
            of: SampleMigration.plan(), id: "p1", folder: "plan", ledger: nil, at: SampleMigration.start)
        #expect(status.standing == .fresh)
        #expect(status.sequence == 0)
    }

    @Test func aDraftWaitsForAPersonAndForNoOtherDraft() throws {
        let sample = try SampleMigration()
        try sample.finish("prepare/api/binding", after: 0)
        #expect(try step("shift/api/canary", sample, after: 1).standing == .asking)
        var other = sample.plan.identities[0]
        other.permissions.boundary = "arn:aws:iam::123456789012:policy/other"
        try sample.write(.draftAccepted(DraftAcceptance(of: other)), after: 1)
        #expect(try step("shift/api/canary", sample, after: 1).standing == .asking)
        try sample.write(.draftAccepted(DraftAcceptance(of: sample.plan.identities[0])), after: 1)
        #expect(try step("shift/api/canary", sample, after: 1).standing == .ready)
    }

    @Test func aSoakCountsFromTheRolloutAndEndsToTheMillisecond() throws {
        let sample = try moved("api")
        try sample.write(.draftAccepted(DraftAcceptance(of: sample.plan.identities[1])), after: 2)
        try sample.finish("prepare/worker/binding", after: 3)
        let waiting = try step("shift/worker/canary", sample, after: 25)
        #expect(waiting.standing == .waiting)
        #expect(waiting.until == SampleMigration.start.adding(milliseconds: 26 * SampleMigration.hour))
        #expect(try step("shift/worker/canary", sample, after: 26).standing == .ready)
    }

    @Test func whatHoldsNoLongerStartsASoakAnew() throws {
        let sample = try moved("api")
        try sample.write(.draftAccepted(DraftAcceptance(of: sample.plan.identities[1])), after: 2)
        try sample.finish("prepare/worker/binding", after: 3)
        try sample.see(.injected, .notYet, of: "shift/api/rollout", after: 10)
        #expect(try step("shift/worker/canary", sample, after: 26).standing == .blocked)
        try sample.see(.injected, .satisfied, of: "shift/api/rollout", after: 12)
        #expect(
            try step("shift/worker/canary", sample, after: 26).until
                == SampleMigration.start.adding(milliseconds: 36 * SampleMigration.hour))
    }

    @Test func anOverrideOpensItsGateAndNoOther() throws {
        let sample = try moved("api")
        try sample.finish("prepare/worker/binding", after: 3)
        let soak = GateOverride(gate: .soak(hours: 24), reason: "OPS-1")
        try sample.write(.gateOverridden(soak), of: "shift/worker/canary", after: 4)
        let canary = try step("shift/worker/canary", sample, after: 5)
        #expect(canary.waits.map(\.kind) == [.draft])
        #expect(try status(sample, after: 5).overrides.map(\.reason) == ["OPS-1"])
    }

    @Test func aKeyIsQuietFromItsDeactivationOn() throws {
        let sample = try deactivated()
        #expect(try step("decommission/keys/delete", sample, after: 60 + 7 * 24 - 1).standing == .waiting)
        #expect(try step("decommission/keys/delete", sample, after: 60 + 7 * 24).standing == .ready)
        let used = KeyQuiet(since: SampleMigration.start.adding(milliseconds: 80 * SampleMigration.hour), evidence: [])
        try sample.write(.keyQuietSince(used), key: SampleMigration.key, after: 90)
        #expect(try step("decommission/keys/delete", sample, after: 60 + 7 * 24).standing == .waiting)
        #expect(try step("decommission/keys/delete", sample, after: 80 + 7 * 24).standing == .ready)
    }

    /// Whoever was stopped right after deleting a key has to be able to go on.
    @Test func aKeyThatIsGoneHasNoQuietToKeep() throws {
        let sample = try deactivated()
        try sample.write(
            .keyDeleted(KeyChange(deed: .found, evidence: [])), key: SampleMigration.key, after: 60 + 7 * 24)
        let delete = try step("decommission/keys/delete", sample, after: 60 + 7 * 24)
        #expect(delete.standing == .ready)
        #expect(delete.waits == [])
    }

    @Test func aKeyIsHeldUpByTheServicesThatAreNotMoved() throws {
        let sample = try moved("api")
        let key = try #require(try status(sample, after: 3).keys.first)
        #expect(key.heldUpBy == ["c/n/Deployment/worker"])
        #expect(key.nextStep == "retire/keys/deactivate")
    }

    @Test func whatRegressedIsSaidFirst() throws {
        let sample = try moved("api")
        let regression = StepRegression(verification: .noStaticSource, reason: "Helm brought it back", evidence: [])
        try sample.write(.stepRegressed(regression), of: "shift/api/rollout", after: 5)
        let status = try status(sample, after: 6)
        #expect(status.standing == .regressed)
        #expect(status.services[0].attention == ["shift/api/rollout"])
        #expect(try step("shift/api/rollout", sample, after: 6).checks.contains { $0.reason == "Helm brought it back" })
    }

    @Test func aKeyThatSomebodyActivatedContradictsTheLedger() throws {
        let sample = try deactivated()
        try sample.write(.keySeen(KeySighting(state: .active, evidence: [])), key: SampleMigration.key, after: 70)
        let status = try status(sample, after: 71)
        #expect(status.standing == .regressed)
        #expect(status.keys.map(\.isLive) == [true])
    }

    @Test func everythingDoneIsDone() throws {
        let sample = try deactivated()
        try sample.write(
            .keyDeleted(KeyChange(deed: .found, evidence: [])), key: SampleMigration.key, after: 300)
        for step in ["decommission/keys/delete", "decommission/keys/user"] { try sample.finish(step, after: 300) }
        let status = try status(sample, after: 301)
        #expect(status.standing == .done)
        #expect(status.burnDown.map(\.deleted) == [0, 0, 1])
        #expect(status.next == nil)
    }

    @Test func aLeaseThatRanOutHoldsNobodyOff() throws {
        let sample = try SampleMigration()
        _ = try sample.ledger.claim(
            step: "prepare/api/binding", plan: "p1", for: SampleMigration.hour, by: SampleMigration.author,
            at: SampleMigration.start)
        #expect(try step("prepare/api/binding", sample, after: 0).standing == .running)
        #expect(try step("prepare/api/binding", sample, after: 1).standing == .ready)
    }

    // MARK: Samples

    /// One service on its new identity two hours after the start.
    private func moved(_ name: String) throws -> SampleMigration {
        let sample = try SampleMigration()
        try sample.finish("prepare/\(name)/binding", after: 0)
        try sample.finish("shift/\(name)/canary", after: 1)
        try sample.finish("shift/\(name)/rollout", after: 2)
        return sample
    }

    /// Both services moved, and the key deactivated sixty hours after the start.
    private func deactivated() throws -> SampleMigration {
        let sample = try moved("api")
        for step in ["prepare/worker/binding", "shift/worker/canary", "shift/worker/rollout"] {
            try sample.finish(step, after: 30)
        }
        try sample.write(.keyDeactivated(KeyChange(deed: .found, evidence: [])), key: SampleMigration.key, after: 60)
        try sample.finish("retire/keys/deactivate", after: 60)
        return sample
    }
}
