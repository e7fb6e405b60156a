public import MigrationModel

/// What `keyshift status` shows: one migration, or a fleet of them, each from a plan and a ledger of its own.
public struct StatusReport: Hashable, Sendable {
    /// One plan with its ledger.
    public struct Migration: Hashable, Sendable {
        /// Where it stands.
        public var status: MigrationStatus
        /// Whether the ledger is as it was written.
        public var seal: LedgerSeal
        /// The steps of each key's own life, by id, which no service has.
        public var keySteps: [KeyName: [String]]

        /// Creates a migration.
        public init(_ status: MigrationStatus, seal: LedgerSeal = .unchecked, keySteps: [KeyName: [String]] = [:]) {
            self.status = status
            self.seal = seal
            self.keySteps = keySteps
        }
    }

    /// The moment.
    public var at: Timestamp
    /// The migrations, in the order of the command line; never empty in a report that is printed.
    public var migrations: [Migration]

    /// Creates a report.
    public init(at: Timestamp, migrations: [Migration]) {
        self.at = at
        self.migrations = migrations
    }

    /// All of it in one word: a fleet is done, fresh or waiting when every one of its migrations is, apart from those that are done.
    public var standing: MigrationStatus.Standing {
        let all = Set(migrations.map(\.status.standing))
        if all.contains(.regressed) { return .regressed }
        if all.isSubset(of: [.done]) { return .done }
        if all.isSubset(of: [.fresh]) { return .fresh }
        return all.isSubset(of: [.waiting, .done]) ? .waiting : .inProgress
    }

    /// Whether there are several migrations.
    var isFleet: Bool { migrations.count > 1 }
}

/// Whether a ledger is as it was written, as far as that was looked at.
public enum LedgerSeal: Hashable, Sendable {
    /// There is no ledger: nothing was begun.
    case missing
    /// Nobody has looked: to follow the chain of a long ledger takes seconds.
    case unchecked
    /// Every event is what was written.
    case whole
    /// An event is not; the sentence names the first.
    case broken(String)

    /// The answer in a few words.
    var words: String {
        switch self {
        case .missing: "no ledger yet"
        case .unchecked: "not verified"
        case .whole: "verified"
        case .broken: "DOES NOT VERIFY"
        }
    }

    /// The answer as one word for programs.
    var name: String {
        switch self {
        case .missing: "missing"
        case .unchecked: "unchecked"
        case .whole: "whole"
        case .broken: "broken"
        }
    }
}
