import ArgumentParser
import Execution
import MigrationModel
import Rendering
import StateStore

/// A plan that was opened to be carried out, and the terminal that tells of it.
struct MigrateSession: Sendable {
    let migration: Migration
    let options: MigrateOptions
    let setting: RenderSetting
    /// Whether somebody can be asked.
    let isInteractive: Bool
    let clock: any MigrationClock

    /// Opens the plan and its ledger.
    ///
    /// - Parameters:
    ///   - options: which.
    ///   - observe: dumps that take the place of the clusters; nothing is changed then, and no cloud asked.
    ///   - confirmations: what the user has seen, by step.
    /// - Throws: a usage error when there is no plan; the exit status of a ledger that cannot be opened.
    init(_ options: MigrateOptions, observe: [String], confirmations: [String: String]) throws {
        let plan = try PlanFolderReading.plan(in: options.folder)
        let terminal = Terminal.current()
        self.options = options
        setting = RenderSetting(
            width: terminal.width, hasColour: terminal.hasColour, toolVersion: Keyshift.configuration.version)
        isInteractive = terminal.canAsk
        let clock: any MigrationClock = options.clock.map { FileClock(path: $0) } ?? SystemClock()
        self.clock = clock
        let ledger: Ledger
        do throws(LedgerProblem) {
            ledger = try Ledger(path: options.ledgerPath, for: .writing)
        } catch {
            throw MigrateFailure.told(MigrationProblem(error))
        }
        let author = Author.current(as: options.user)
        let tools =
            observe.isEmpty
            ? MigrationWorld.live(clock: clock, author: author, givens: options.values, confirmations: confirmations)
            : MigrationWorld.dumped(observe, of: plan, clock: clock, author: author, confirmations: confirmations)
        migration = Migration(
            plan: plan, id: PlanIdentity.id(of: plan), folder: options.folder, procedures: PlanCalls(plan),
            ledger: ledger,
            tools: tools)
    }

    /// Makes the ledger one about this plan, which is proven before anything of it is carried out.
    ///
    /// - Throws: the exit status of a refusal when the plan can go wrong, or its difference to the former one was not accepted.
    func bring() throws {
        guard try !migration.isCurrent() else { return }
        try PlanProof.require(migration.plan, in: options.folder)
        guard case .differs(let difference) = try migration.bring() else { return }
        StandardStreams.writeError(DifferenceLines.text(of: difference, setting))
        guard try options.acceptsRevision || ask("Carry on with this revision?") else {
            StandardStreams.writeError("Nothing was done. --accept-revision takes the new one.\n")
            throw ExitStatus.refused.code
        }
        guard case .revised = try migration.bring(accepting: difference) else {
            StandardStreams.writeError("Somebody else was at work meanwhile. Nothing was done; run it again.\n")
            throw ExitStatus.waiting.code
        }
    }

    // MARK: The terminal

    /// Says something as a result.
    func say(_ text: String) { StandardStreams.writeOutput(TerminalText.harmless(text) + "\n") }

    /// Tells what happens, on standard error.
    var tell: @Sendable (MigrationNews) -> Void {
        let setting = setting
        return { news in StandardStreams.writeError(NewsLines.text(of: news, setting)) }
    }

    /// Asks a question that is answered with yes or no.
    ///
    /// - Throws: a usage error where nobody can be asked, and `--yes` was not given.
    func ask(_ question: String) throws -> Bool {
        if options.yes { return true }
        guard isInteractive else {
            throw ValidationError("Nobody can be asked here. Give --yes to carry it out without a question.")
        }
        StandardStreams.writeError(TerminalText.harmless(question) + " [y/N] ")
        return ["y", "yes"].contains((readLine() ?? "").lowercased())
    }

    /// Asks whether something is to be done.
    ///
    /// - Throws: the exit status of a refusal when the answer is no; a usage error where nobody can be asked.
    func agree(_ question: String) throws {
        guard try !ask(question) else { return }
        StandardStreams.writeError("Left as it is.\n")
        throw ExitStatus.refused.code
    }

    /// Asks for a text.
    func askText(_ question: String) -> String? {
        guard isInteractive else { return nil }
        StandardStreams.writeError(TerminalText.harmless(question) + " ")
        return readLine()
    }
}
