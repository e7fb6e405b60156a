import ArgumentParser
import ClusterDump
import MigrationModel
import Rendering

/// Reads what a folder of a plan holds.
enum PlanFolderReading {
    /// Largest plan or world that is read.
    private static let limit = 1 << 30

    /// The plan.
    ///
    /// - Throws: a usage error that names the file, the line and the way on.
    static func plan(in folder: String) throws -> Plan { try read("plan.yaml", in: folder, PlanReader.plan) }

    /// The plan, and its id.
    ///
    /// - Throws: a usage error that names the file, the line and the way on.
    static func identifiedPlan(in folder: String) throws -> (plan: Plan, id: String) {
        try read("plan.yaml", in: folder, PlanReader.identifiedPlan)
    }

    /// What it was proven against.
    ///
    /// - Throws: a usage error that names the file, the line and the way on.
    static func world(in folder: String) throws -> World { try read(WorldDocument.path, in: folder, PlanReader.world) }

    private static func read<Value>(
        _ name: String, in folder: String, _ reader: ([UInt8]) throws(PlanReadingProblem) -> Value
    ) throws -> Value {
        let path = folder + "/" + name
        let bytes: [UInt8]
        do throws(InputFailure) {
            bytes = try FileSource(regularFile: path).readAll(limit: limit)
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
