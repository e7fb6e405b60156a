import ArgumentParser
import Execution
import MigrationModel
import Rendering

/// `keyshift migrate`: carries a plan out, step by step.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Carry a plan out step by step: show, apply, verify, undo.",
        discussion: """
            Without options it shows what comes next: why it may run, exactly what it would change, how it is proven and undone. \
            Nothing is changed before --apply, and then only after a question, which --yes answers.

            NAME is a step, a service, a phase, or for --apply `ready`. Everything is recorded in the ledger of the plan, and may \
            be stopped at any instant: the next run finds out from the world what was done.

            To look: keyshift migrate plan. To do the next step: keyshift migrate plan --apply. To take one back: \
            keyshift migrate plan --rollback STEP.

            Exit status: 0 done, 2 carried out but not proven yet, 3 refused, 11 nothing may run now, 12 something holds no longer, \
            64 wrong usage, 69 a cluster or cloud did not answer, 74 the ledger cannot be written, 130 interrupted.
            """)

    @OptionGroup var migration: MigrateOptions

    @Argument(help: "Steps, services or phases; the next step by default.")
    var names: [String] = []

    @Flag(help: "Carry the steps out, verify and record; asks before each.")
    var apply = false

    @Option(help: "Carry out whatever may run, in order, up to this step.")
    var until: String?

    @Flag(help: "Look again at everything that was ever verified, or at the steps that are named.")
    var verify = false

    @Flag(help: "Undo the steps and whatever builds on them, in the safe order; `all` undoes everything.")
    var rollback = false

    @Option(
        help: ArgumentHelp("Verify against a dump that somebody else made; repeatable.", valueName: "dump"),
        completion: .file())
    var observe: [String] = []

    @Flag(help: "Pass the gates of prudence of a step (soak, quiet period), with --reason.")
    var override = false

    @Flag(help: "Approve a step, with --reason.")
    var approve = false

    @Flag(help: "Say that a step is proven by what you saw yourself, with --reason.")
    var attest = false

    @Option(name: .customLong("accept-draft"), help: "Accept the drafted permissions of this identity; repeatable.")
    var drafts: [String] = []

    @Option(help: "Why a gate is passed, or what an approval rests on.")
    var reason: String?

    @Option(help: "The id of the key that may be deleted for good; repeatable.")
    var confirm: [String] = []

    @Flag(help: "Wait for gates, for others and for leases instead of ending.")
    var wait = false

    func validate() throws {
        let wishes = [
            apply || until != nil, verify, rollback, !observe.isEmpty, override, approve, attest, !drafts.isEmpty,
        ]
        guard wishes.count(where: { $0 }) < 2 else {
            throw ValidationError("Ask for one thing at a time: --apply, --verify, --rollback, --observe, and so on.")
        }
        if override || approve || attest {
            guard names.count == 1 else { throw ValidationError("Name the one step that is meant.") }
            guard let reason, !reason.isEmpty else {
                throw ValidationError("Say why, with --reason: it shows in every report from then on.")
            }
        }
        if rollback, names.isEmpty { throw ValidationError("Say what to undo: a step, a service, a phase or `all`.") }
    }

    func run() async throws {
        try await Interruption.watch {
            do {
                try await conduct()
            } catch let problem as MigrationProblem {
                throw MigrateFailure.told(problem)
            }
        }
    }

    private func conduct() async throws {
        let session = try MigrateSession(migration, observe: observe, confirmations: confirmations)
        try session.bring()
        if apply || until != nil {
            try await MigrateApply(session, names, until: until, confirmed: confirm, waits: wait).run()
        } else if rollback {
            try await MigrateRollback(session, names).run()
        } else if verify || !observe.isEmpty {
            try await MigrateReview(session, names).run()
        } else if override || approve || attest || !drafts.isEmpty {
            try await consent(session)
        } else {
            try await MigrateShow(session, names).run()
        }
    }

    private var confirmations: [String: String] {
        guard attest, let step = names.first, let reason else { return [:] }
        return [step: reason]
    }

    private func consent(_ session: MigrateSession) async throws {
        let (work, reason) = (session.migration, reason ?? "")
        for draft in drafts {
            try work.acceptDraft(of: draft)
            session.say("Accepted: \(draft).")
        }
        guard let step = names.first else { return }
        if override {
            try work.override(step, nil, reason: reason)
            session.say("Passed, and recorded: \(step).")
        } else if approve {
            try work.approve(step, reason: reason)
            session.say("Approved: \(step).")
        } else if attest {
            try await MigrateApply(session, [step], until: nil, confirmed: confirm, waits: false).run()
        }
    }
}
