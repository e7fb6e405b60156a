/// Where one step stands.
public struct StepStatus: Hashable, Sendable, Codable {
    /// The step.
    public var id: String
    /// Its phase.
    public var phase: Phase
    /// Its cluster; empty for steps that serve all.
    public var cluster: String
    /// Its service, by id; empty for steps that serve several.
    public var service: String
    /// What it does, in one sentence.
    public var summary: String
    /// Who acts.
    public var actor: Actor
    /// Where it stands.
    public var standing: StepStanding
    /// What it waits for; empty for one that is ready or done.
    public var waits: [StepWait]
    /// When it came to where it stands; `nil` for one that nobody has touched.
    public var since: Timestamp?
    /// When every wait that only time ends is over; `nil` where other things have to happen first.
    public var until: Timestamp?
    /// Who holds it, and until when, while somebody does.
    public var lease: Lease?
    /// The verifications that were looked at, in the order of the plan.
    public var checks: [CheckRecord]
    /// Whether it cannot be undone.
    public var isPointOfNoReturn: Bool
    /// Why the last try failed; empty when it did not.
    public var failure: String

    /// The lease of a step.
    public struct Lease: Hashable, Sendable, Codable {
        /// Who has it.
        public var holder: Author
        /// Until when.
        public var expires: Timestamp

        /// Creates a lease.
        public init(holder: Author, expires: Timestamp) {
            self.holder = holder
            self.expires = expires
        }
    }

    /// The last answer of a verification.
    public struct CheckRecord: Hashable, Sendable, Codable {
        /// Which.
        public var verification: Verification
        /// The answer.
        public var result: StepCheck.Result
        /// Why, in one sentence.
        public var reason: String
        /// When it was looked.
        public var at: Timestamp
        /// Since when every look gave this answer.
        public var since: Timestamp
        /// Whether it held before and no longer does.
        public var isRegressed: Bool
        /// What shows it.
        public var evidence: [Evidence]
        /// The number of the event that has it.
        public var sequence: Int

        /// Creates a record.
        public init(
            verification: Verification, result: StepCheck.Result, reason: String, at: Timestamp, since: Timestamp,
            isRegressed: Bool = false, evidence: [Evidence] = [], sequence: Int
        ) {
            self.verification = verification
            self.result = result
            self.reason = reason
            self.at = at
            self.since = since
            self.isRegressed = isRegressed
            self.evidence = evidence
            self.sequence = sequence
        }
    }

    /// Creates a status from its parts.
    public init(
        id: String, phase: Phase, cluster: String, service: String, summary: String, actor: Actor,
        standing: StepStanding, waits: [StepWait] = [], since: Timestamp? = nil, until: Timestamp? = nil,
        lease: Lease? = nil, checks: [CheckRecord] = [], isPointOfNoReturn: Bool = false, failure: String = ""
    ) {
        self.id = id
        self.phase = phase
        self.cluster = cluster
        self.service = service
        self.summary = summary
        self.actor = actor
        self.standing = standing
        self.waits = waits
        self.since = since
        self.until = until
        self.lease = lease
        self.checks = checks
        self.isPointOfNoReturn = isPointOfNoReturn
        self.failure = failure
    }
}

extension StepStatus {
    /// Whether carrying it out could bring the migration on.
    public var mayRun: Bool {
        waits.isEmpty && [.ready, .verifying, .failed, .regressed].contains(standing)
    }
}

extension MigrationStatus {
    /// The step to do next: the first that may run, those before others that need nobody else; `nil` where none may.
    public var next: StepStatus? {
        steps.first { $0.mayRun && $0.actor == .keyshift } ?? steps.first(where: \.mayRun)
    }
}
