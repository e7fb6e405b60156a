import ArgumentParser
import Execution
import MigrationModel
import StateStore

/// A plan that is to be revised, with what was done of it.
struct FormerPlan {
    let plan: Plan
    let world: World
    /// The steps that may have changed the world, by id.
    let touched: Set<String>

    /// Reads it.
    ///
    /// - Parameter folder: the folder of the plan, with the ledger beside it if anything was done.
    /// - Throws: a usage error when there is no plan; the exit status of a ledger that cannot be read.
    init(in folder: String) throws {
        plan = try PlanFolderReading.plan(in: folder)
        world = try PlanFolderReading.world(in: folder)
        touched = try Self.touched(folder + "/" + Ledger.defaultPath)
    }

    private static func touched(_ path: String) throws -> Set<String> {
        do throws(LedgerProblem) {
            let state = try Ledger(path: path, for: .reading).state()
            return Set(state.steps.filter { $0.value.leavesTraces }.keys)
        } catch {
            // Nothing was begun.
            if error.code == .missing { return [] }
            throw MigrateFailure.told(MigrationProblem(error))
        }
    }
}
