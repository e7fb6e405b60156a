import ArgumentParser
import ClusterDump
import MigrationModel
import Rendering
import Soundness
import Tracing

/// Proves plans: each one before it is written, and on request one that was.
enum PlanProof {
    /// Largest plan or world that is read.
    private static let limit = 1 << 30

    /// Proves a plan that was just made.
    ///
    /// - Parameters:
    ///   - plan: the plan; what was proven is noted in it.
    ///   - result: the scan that it was made from.
    /// - Returns: the world that it was proven against, and the proof.
    /// - Throws: the exit status of a refusal when it can go wrong, after telling how.
    static func prove(_ plan: inout Plan, of result: ScanResult) throws -> (World, Proof) {
        let clusters = Dictionary(plan.clusters.map { ($0.input, $0.name) }, uniquingKeysWith: { first, _ in first })
        let world = result.cluster.world(of: plan, in: result.report.trace) { clusters[$0] }
        let proof = Prover(plan, in: world).prove()
        guard proof.violations.isEmpty else {
            StandardStreams.writeError("No plan: what was planned can go wrong.\n" + ProofText.text(of: proof))
            throw ExitStatus.refused.code
        }
        plan.proof = proof
        // Told to whoever plans; in the plan it would be one more line for each service.
        plan.proof?.stops = []
        return (world, proof)
    }

    /// Proves the plan of a folder again, also after a person edited it.
    ///
    /// - Throws: a usage error when the folder holds no plan; the exit status of a refusal when the plan can go wrong, or of a
    ///   partial result when it could not be explored whole.
    static func check(_ folder: String, _ format: ProofFormat) throws {
        let plan = try read("plan.yaml", in: folder, PlanReader.plan)
        let world = try read(WorldDocument.path, in: folder, PlanReader.world)
        let proof = Prover(plan, in: world).prove()
        StandardStreams.writeOutput(format.text(of: proof))
        if !proof.violations.isEmpty { throw ExitStatus.refused.code }
        if !proof.isProven { throw ExitStatus.partial.code }
    }

    private static func read<Value>(
        _ name: String, in folder: String, _ reader: ([UInt8]) throws(PlanReadingProblem) -> Value
    ) throws -> Value {
        let path = folder + "/" + name
        let bytes: [UInt8]
        do throws(InputFailure) {
            bytes = try FileSource(path: path).readAll(limit: limit)
        } catch {
            throw ValidationError("\(path): \(error.message); \(error.advice).")
        }
        do throws(PlanReadingProblem) {
            return try reader(bytes)
        } catch {
            let place = error.path.isEmpty ? "" : "\(error.path): "
            throw ValidationError("\(path):\(error.line): \(place)\(error.message)")
        }
    }
}
