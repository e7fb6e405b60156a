import ArgumentParser
import ClusterDump
import MigrationModel

/// Reads the allowlist that the command line names.
enum Allowlist {
    /// Largest file that is read; entries are a few lines each.
    private static let limit = 8 << 20

    /// Reads the entries; there are none without a file.
    ///
    /// - Parameter path: the file; `nil` when none was named.
    /// - Returns: the entries in the order of the file.
    /// - Throws: a usage error that names the file, the line and the way on.
    static func read(_ path: String?) throws -> [Allowance] {
        guard let path else { return [] }
        let bytes: [UInt8]
        do throws(InputFailure) {
            bytes = try FileSource(path: path).readAll(limit: limit)
        } catch {
            throw ValidationError("The allowlist \(path): \(error.message); \(error.advice).")
        }
        do throws(AllowlistProblem) {
            return try AllowlistFile.read(bytes)
        } catch {
            throw ValidationError("The allowlist \(path), line \(error.line): \(error.message) \(error.advice)")
        }
    }
}
