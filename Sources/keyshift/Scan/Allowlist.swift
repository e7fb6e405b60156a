import ArgumentParser
import ClusterDump
import MigrationModel

/// Reads the allowlist that the command line names.
enum Allowlist {
    /// Largest file that is read; entries are a few lines each.
    private static let limit = 8 << 20

    /// The entries; none without a file.
    ///
    /// - Throws: a usage error that names the file, the line and the way on.
    static func read(_ path: String?) throws -> [Allowance] {
        guard let path else { return [] }
        do throws(InputFailure) {
            return try entries(in: try FileSource(path: path).readAll(limit: limit))
        } catch {
            throw ValidationError("The allowlist \(path): \(error.message); \(error.advice).")
        }
    }

    private static func entries(in bytes: [UInt8]) throws(InputFailure) -> [Allowance] {
        do throws(AllowlistProblem) {
            return try AllowlistFile.read(bytes)
        } catch {
            throw InputFailure(
                .malformedYAML, message: "line \(error.line): \(error.message)", advice: error.advice)
        }
    }
}
