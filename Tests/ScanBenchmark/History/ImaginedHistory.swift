internal import MigrationModel
internal import StateStore

/// What a company's ledger says in the middle of a long migration: some keys gone, some services under way, and everything that was
/// ever verified looked at again and again.
struct ImaginedHistory {
    /// How many events are written in one transaction.
    private static let together = 1000
    private static let author = Author(user: "ada", host: "ops-1", process: 4711)

    let plan: Plan
    let id: String
    let ledger: Ledger
    /// How many events there are to be at the end.
    let events: Int
    /// When the migration began, and how many milliseconds lie between two events.
    let start: Timestamp
    let pause: Int

    private var pending: [LedgerEntry] = []
    private var written = 0

    init(of plan: Plan, id: String, in ledger: Ledger, events: Int, until end: Timestamp, days: Int) {
        (self.plan, self.id, self.ledger, self.events) = (plan, id, ledger, events)
        start = end.adding(milliseconds: -days * 86_400_000)
        pause = days * 86_400_000 / max(events, 1)
    }

    /// Writes everything.
    mutating func write() throws {
        _ = try ledger.bring(plan, id: id, by: Self.author, at: start)
        written = 1
        let progress = ImaginedProgress(plan)
        let done = plan.steps.filter(progress.isDone)
        for step in done { try carryOut(step) }
        for key in progress.deactivated { try change(key, .keyDeactivated(deed(key, "update-access-key"))) }
        for key in progress.deleted { try change(key, .keyDeleted(deed(key, "delete-access-key"))) }
        while written + pending.count < events - 1 { try lookAgain(at: done, progress.live) }
        if let regressed = done.last(where: { $0.phase == .shift && $0.verifications.contains(.noStaticSource) }) {
            let reason = "The template of \(regressed.service) has AWS_ACCESS_KEY_ID again."
            let regression = StepRegression(
                verification: .noStaticSource, reason: reason, evidence: [evidence(regressed)])
            try add(LedgerEntry(plan: id, step: regressed.id, .stepRegressed(regression)))
        }
        try flush()
    }

    private mutating func carryOut(_ step: Step) throws {
        let claim = written + pending.count + 1
        let deed = Deed.command(["kubectl", "--context", "large", "apply", "-f", "-"])
        let run = StepRun(claim: claim, deed: deed)
        let expires = time(claim).adding(milliseconds: 120_000)
        try add(LedgerEntry(plan: id, step: step.id, .claimTaken(ClaimStart(expires: expires))))
        try add(LedgerEntry(plan: id, step: step.id, .stepStarted(run)))
        try add(LedgerEntry(plan: id, step: step.id, .stepApplied(run)))
        try verify(step)
        try add(LedgerEntry(plan: id, step: step.id, .claimReleased(ClaimEnd(claim: claim))))
    }

    private mutating func verify(_ step: Step) throws {
        for verification in step.verifications {
            let check = StepCheck(
                verification: verification, result: .satisfied, reason: "All 3 Pods are as the plan says.",
                evidence: [evidence(step)])
            try add(LedgerEntry(plan: id, step: step.id, .stepVerified(check)))
        }
    }

    /// One round of `keyshift migrate --verify`, as long as there is room for it.
    private mutating func lookAgain(at done: [Step], _ keys: [KeyName]) throws {
        for key in keys where written + pending.count < events - 1 { try change(key, .keySeen(sighting(of: key))) }
        for step in done where written + pending.count + step.verifications.count < events { try verify(step) }
        // The last few events, for which no step is small enough.
        let isShort = events - written - pending.count < 8 || done.isEmpty && keys.isEmpty
        while isShort, written + pending.count < events - 1 {
            try add(LedgerEntry(plan: id, .note(Note(text: "Looked at everything again."))))
        }
    }

    private func sighting(of key: KeyName) -> KeySighting {
        let statement = "\(key.id) of user shared-app is active."
        return KeySighting(
            state: .active,
            evidence: [Evidence(source: "aws iam list-access-keys", time: now, statement: statement)])
    }

    private func deed(_ key: KeyName, _ call: String) -> KeyChange {
        KeyChange(deed: .command(["aws", "iam", call, "--access-key-id", key.id]), evidence: [])
    }

    private mutating func change(_ key: KeyName, _ happening: Happening) throws {
        try add(LedgerEntry(plan: id, key: key, happening))
    }

    private func evidence(_ step: Step) -> Evidence {
        Evidence(
            source:
                "kubectl --context large get pods -n \(step.service.split(separator: "/").dropFirst().first ?? "team")",
            time: now, statement: "3 of 3 Pods of \(step.service) are of the new template and ready.")
    }

    private var now: Timestamp { time(written + pending.count) }

    private func time(_ number: Int) -> Timestamp { start.adding(milliseconds: number * pause) }

    private mutating func add(_ entry: LedgerEntry) throws {
        pending.append(entry)
        if pending.count == Self.together { try flush() }
    }

    private mutating func flush() throws {
        try ledger.append(pending, by: Self.author, at: now)
        written += pending.count
        pending = []
    }
}

/// How far the services of a plan are: a third of its keys is gone or going, and of the others some services are under way.
private struct ImaginedProgress {
    let deactivated: [KeyName]
    let deleted: [KeyName]
    let live: [KeyName]
    private let phases: [String: Phase]

    init(_ plan: Plan) {
        let keys = plan.keys.filter { $0.fate == .retire }
        let gone = keys.prefix(keys.count * 2 / 5)
        deactivated = gone.map(\.key)
        deleted = gone.prefix(gone.count * 2 / 3).map(\.key)
        live = keys.dropFirst(gone.count).map(\.key)
        var phases: [String: Phase] = [:]
        for key in gone { for service in key.services { phases[service] = .decommission } }
        for (number, key) in keys.dropFirst(gone.count).enumerated() {
            for service in key.services where phases[service] == nil {
                phases[service] = number % 4 == 0 ? .retire : number % 4 == 3 ? nil : .shift
            }
        }
        self.phases = phases
    }

    /// Whether a step is done: of its service, all before the phase in which that is; of its key, as far as that is.
    func isDone(_ step: Step) -> Bool {
        if let key = step.action.key {
            return step.phase == .decommission ? deleted.contains(key) : deactivated.contains(key)
        }
        return phases[step.service].map { step.phase < $0 } ?? (step.service.isEmpty && step.phase == .prepare)
    }
}
