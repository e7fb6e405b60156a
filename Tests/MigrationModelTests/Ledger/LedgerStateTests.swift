import MigrationModel
import Testing

struct LedgerStateTests {
    private let key = KeyName(kind: .awsAccessKey, id: "AKIARZPUZDIKKEOANPKG")

    /// The state after events that are a minute apart; the last one may break a rule.
    private func state(_ events: [EventHeader]) throws(LedgerRule) -> LedgerState {
        var state = LedgerState()
        for (index, event) in events.enumerated() {
            var event = event
            event.sequence = index + 1
            if event.at.milliseconds == 0 { event.at = minute(index + 1) }
            try state.apply(event)
        }
        return state
    }

    private func minute(_ number: Int) -> Timestamp { Timestamp(milliseconds: number * 60_000) }

    private func step(
        _ kind: EventKind, claim: Int? = nil, until: Int? = nil, verification: Verification? = nil,
        _ result: StepCheck.Result? = nil
    ) -> EventHeader {
        EventHeader(
            sequence: 0, at: minute(0), kind: kind, plan: "", step: "a", verification: verification,
            result: result?.rawValue, claim: claim, bound: until.map(minute))
    }

    private func life(_ kind: EventKind, _ state: KeySighting.State? = nil, since: Int? = nil) -> EventHeader {
        EventHeader(
            sequence: 0, at: minute(0), kind: kind, plan: "", key: key, result: state?.rawValue,
            bound: since.map(minute))
    }

    // MARK: Steps

    @Test func stepIsDoneWhenEverythingHoldsSinceItWasApplied() throws {
        let events = [
            step(.claimTaken, until: 30), step(.stepStarted, claim: 1), step(.stepApplied, claim: 1),
            step(.stepVerified, verification: .rolledOut, .notYet),
            step(.stepVerified, verification: .rolledOut, .satisfied), step(.claimReleased, claim: 1),
            step(.stepVerified, verification: .rolledOut, .satisfied),
        ]
        let progress = try #require(state(events).steps["a"])
        #expect(progress.isDone([.rolledOut]))
        #expect(!progress.isDone([.rolledOut, .injected]))
        #expect(!progress.isDone([]))
        #expect(progress.claim == nil)
        #expect(progress.checks[.rolledOut]?.since == minute(5))
        #expect(progress.checks[.rolledOut]?.at == minute(7))
        let before = try #require(state(Array(events.prefix(4))).steps["a"])
        #expect(!before.isDone([.rolledOut]))
        #expect(before.claim?.number == 1)
        #expect(before.claim?.since == minute(1))
        #expect(before.claim?.expires == minute(30))
    }

    @Test(arguments: [EventKind.stepStarted, .stepApplied, .stepFailed, .stepRolledBack])
    func whatWasSeenBeforeAChangeDoesNotCount(_ kind: EventKind) throws {
        let events = [
            step(.claimTaken, until: 30), step(.stepVerified, verification: .rolledOut, .satisfied),
            step(kind, claim: 1),
        ]
        #expect(try state(Array(events.prefix(2))).steps["a"]?.isDone([.rolledOut]) == true)
        #expect(try state(events).steps["a"]?.isDone([.rolledOut]) == false)
        #expect(try state(events).steps["a"]?.leavesTraces == (kind != .stepRolledBack))
    }

    @Test func cannotTellNeverCounts() throws {
        let events = [step(.stepVerified, verification: .keyGone, .cannotTell)]
        #expect(try state(events).steps["a"]?.isDone([.keyGone]) == false)
        #expect(try state(events).steps["a"]?.leavesTraces == false)
    }

    @Test func regressionStaysUntilItHoldsAgain() throws {
        var events = [
            step(.stepVerified, verification: .carrierGone, .satisfied),
            step(.stepRegressed, verification: .carrierGone),
        ]
        #expect(try state(events).steps["a"]?.isRegressed == true)
        events.append(step(.stepVerified, verification: .carrierGone, .cannotTell))
        #expect(try state(events).steps["a"]?.isRegressed == true)
        events.append(step(.stepVerified, verification: .carrierGone, .satisfied))
        #expect(try state(events).steps["a"]?.isRegressed == false)
        #expect(try state(events).steps["a"]?.isDone([.carrierGone]) == true)
    }

    // MARK: Leases

    @Test func leaseIsOfOneAtATime() throws {
        let taken = step(.claimTaken, until: 3)
        #expect(throws: LedgerRule.claimHeld) { try state([taken, taken]) }
        #expect(throws: LedgerRule.claimHeld) {
            try state([taken, step(.stepStarted, claim: 1), step(.stepApplied, claim: 1), taken])
        }
        #expect(try state([taken, step(.claimReleased, claim: 1), taken]).steps["a"]?.claim?.number == 3)
        #expect(throws: LedgerRule.claimLost) {
            try state([taken, step(.claimReleased, claim: 1), step(.stepStarted, claim: 1)])
        }
        #expect(throws: LedgerRule.claimLost) { try state([step(.stepStarted, claim: 1)]) }
        #expect(throws: LedgerRule.claimLost) { try state([taken, step(.stepStarted)]) }
    }

    @Test func leaseIsTakenOverWhenItsTimeHasRunOut() throws {
        let taken = step(.claimTaken, until: 3)
        let early = [taken, step(.claimTakenOver, claim: 1, until: 9)]
        #expect(throws: LedgerRule.claimNotStale) { try state(early) }
        let late = [taken, step(.stepStarted, claim: 1), step(.claimTakenOver, claim: 1, until: 9)]
        #expect(try state(late).steps["a"]?.claim?.number == 3)
        #expect(throws: LedgerRule.claimLost) { try state(late + [step(.stepApplied, claim: 1)]) }
        #expect(try state(late + [step(.stepApplied, claim: 3)]).steps["a"]?.stage == .applied)
        let renewed = [taken, step(.claimRenewed, claim: 1, until: 4), step(.claimTakenOver, claim: 1, until: 9)]
        #expect(throws: LedgerRule.claimNotStale) { try state(renewed) }
        #expect(throws: LedgerRule.claimNotStale) { try state([step(.claimTakenOver, claim: 1, until: 9)]) }
    }

    // MARK: Keys

    @Test func keyGoesItsWay() throws {
        let events = [
            life(.keySeen, .active), life(.keyQuietSince, since: 0), life(.keyDeactivated), life(.keyReactivated),
            life(.keyDeactivated), life(.keyDeleted), life(.keySeen, .absent),
        ]
        let stages = try (1...events.count).map { try state(Array(events.prefix($0))).keys[key] }
        #expect(
            stages.map { $0?.stage } == [
                .active, .active, .deactivated, .reactivated, .deactivated, .deleted, .deleted,
            ])
        #expect(stages.map { $0?.quietSince } == [nil, minute(0), minute(0), nil, nil, nil, nil])
        #expect(stages.last??.firstSeen == minute(1))
        #expect(stages.last??.isContradicted == false)
    }

    @Test func deletionNeedsDeactivationAndIsTheEnd() throws {
        #expect(throws: LedgerRule.keyNotDeactivated) { try state([life(.keySeen, .active), life(.keyDeleted)]) }
        #expect(throws: LedgerRule.keyNotDeactivated) { try state([life(.keyReactivated)]) }
        let back = [life(.keyDeactivated), life(.keyReactivated)]
        #expect(throws: LedgerRule.keyNotDeactivated) { try state(back + [life(.keyDeleted)]) }
        let gone = [life(.keyDeactivated), life(.keyDeleted)]
        #expect(throws: LedgerRule.keyDeletedTwice) { try state(gone + [life(.keyDeleted)]) }
        #expect(throws: LedgerRule.keyGone) { try state(gone + [life(.keyDeactivated)]) }
        #expect(throws: LedgerRule.keyGone) { try state(gone + [life(.keyReactivated)]) }
        #expect(try state(gone + [life(.keySeen, .absent), life(.keyQuietSince, since: 0)]).sequence == 4)
    }

    @Test func keyThatWorksAgainContradicts() throws {
        let off = [life(.keySeen, .active), life(.keyDeactivated)]
        #expect(try state(off).keys[key]?.isContradicted == false)
        #expect(try state(off + [life(.keySeen, .inactive)]).keys[key]?.isContradicted == false)
        #expect(try state(off + [life(.keySeen, .active)]).keys[key]?.isContradicted == true)
        #expect(try state(off + [life(.keyDeleted), life(.keySeen, .inactive)]).keys[key]?.isContradicted == true)
    }

    // MARK: Everything else

    @Test func numbersSubjectsAndPlans() throws {
        var state = LedgerState()
        let note = EventHeader(sequence: 2, at: minute(1), kind: .note, plan: "")
        #expect(throws: LedgerRule.sequenceGap) { try state.apply(note) }
        let nameless = EventHeader(sequence: 1, at: minute(1), kind: .claimTaken, plan: "", step: "", bound: minute(2))
        #expect(throws: LedgerRule.subjectMissing) { try state.apply(nameless) }
        #expect(throws: LedgerRule.subjectMissing) {
            try state.apply(EventHeader(sequence: 1, at: minute(1), kind: .keySeen, plan: "", step: "a"))
        }
        #expect(state == LedgerState())
        let revised = EventHeader(sequence: 1, at: minute(1), kind: .planRevised, plan: "p")
        #expect(throws: LedgerRule.planNotAdopted) { try state.apply(revised) }
        try state.apply(EventHeader(sequence: 1, at: minute(1), kind: .planAdopted, plan: "p"))
        #expect(throws: LedgerRule.planAdoptedTwice) {
            try state.apply(EventHeader(sequence: 2, at: minute(1), kind: .planAdopted, plan: "q"))
        }
        try state.apply(EventHeader(sequence: 2, at: minute(0), kind: .planRevised, plan: "q"))
        #expect(state.plan == "q")
        #expect(state.clockJumps == [2])
    }

    @Test func whatIsRefusedLeavesTheStateAsItWas() throws {
        var state = try state([step(.claimTaken, until: 3)])
        let before = state
        let other = EventHeader(sequence: 2, at: minute(2), kind: .stepStarted, plan: "", step: "b", claim: 1)
        #expect(throws: LedgerRule.claimLost) { try state.apply(other) }
        let over = EventHeader(
            sequence: 2, at: minute(2), kind: .claimTakenOver, plan: "", step: "b", claim: 1, bound: minute(3))
        #expect(throws: LedgerRule.claimNotStale) { try state.apply(over) }
        #expect(state == before)
    }
}
