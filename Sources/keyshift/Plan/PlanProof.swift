import ArgumentParser
import MigrationModel
import Rendering
import Soundness
import Tracing

/// Proves plans: each one before it is written, and on request one that was.
enum PlanProof {
    /// What a plan is proven against, as a scan shows it.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - result: the scan that it was made from.
    /// - Returns: the world.
    static func world(of plan: Plan, in result: ScanResult) -> World {
        let clusters = Dictionary(plan.clusters.map { ($0.input, $0.name) }, uniquingKeysWith: { first, _ in first })
        var world = result.cluster.world(of: plan, in: result.report.trace) { clusters[$0] }
        world.permissions = WorldPermissions.accepted(in: plan)
        return world
    }

    /// Proves a plan that was just made.
    ///
    /// - Parameters:
    ///   - plan: the plan; what was proven is noted in it.
    ///   - world: what it is proven against.
    /// - Returns: the proof.
    /// - Throws: the exit status of a refusal when it can go wrong, after telling how.
    static func prove(_ plan: inout Plan, in world: World) throws -> Proof {
        let proof = Prover(plan, in: world, workers: Processors.available()).prove()
        guard proof.violations.isEmpty else {
            StandardStreams.writeError("No plan: what was planned can go wrong.\n" + ProofText.text(of: proof))
            throw ExitStatus.refused.code
        }
        plan.proof = proof
        // Told to whoever plans; in the plan it would be one more line for each service.
        plan.proof?.stops = []
        return proof
    }

    /// Proves the plan of a folder again, also after a person edited it.
    ///
    /// - Throws: a usage error when the folder holds no plan; the exit status of a refusal when the plan can go wrong, or of a
    ///   partial result when it could not be explored whole.
    static func check(_ folder: String, _ format: ProofFormat) throws {
        let plan = try PlanFolderReading.plan(in: folder)
        let world = try PlanFolderReading.world(in: folder)
        let proof = Prover(plan, in: world, workers: Processors.available()).prove()
        StandardStreams.writeOutput(format.text(of: proof))
        if !proof.violations.isEmpty { throw ExitStatus.refused.code }
        if !proof.isProven { throw ExitStatus.partial.code }
    }

    /// Refuses a plan that can go wrong before anything of it is carried out, whoever edited it.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - folder: its folder, which has the world that it is proven against.
    /// - Throws: the exit status of a refusal when it can go wrong, after telling how.
    static func require(_ plan: Plan, in folder: String) throws {
        let world = try PlanFolderReading.world(in: folder)
        let proof = Prover(plan, in: world, workers: Processors.available()).prove()
        guard !proof.violations.isEmpty else { return }
        StandardStreams.writeError("Nothing was carried out: this plan can go wrong.\n" + ProofText.text(of: proof))
        throw ExitStatus.refused.code
    }
}
