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
            return try entries(in: try bytes(of: path), path)
        } catch {
            throw ValidationError("The allowlist \(path): \(error.message); \(error.advice).")
        }
    }

    private static func entries(in bytes: [UInt8], _ path: String) throws(InputFailure) -> [Allowance] {
        do throws(AllowlistProblem) {
            return try AllowlistFile.read(bytes)
        } catch {
            throw InputFailure(
                .malformedYAML, message: "line \(error.line): \(error.message)", advice: error.advice)
        }
    }

    private static func bytes(of path: String) throws(InputFailure) -> [UInt8] {
        let file = try FileSource(path: path)
        var bytes = [UInt8](repeating: 0, count: limit)
        var filled = 0
        while filled < limit {
            let rest = limit - filled
            let count = try bytes.withUnsafeMutableBytes { room throws(InputFailure) in
                try file.read(into: UnsafeMutableRawBufferPointer(rebasing: room[filled..<filled + rest]))
            }
            if count == 0 { return Array(bytes[..<filled]) }
            filled += count
        }
        throw InputFailure(.objectTooLarge, message: "it is larger than 8 MiB", advice: "give an allowlist")
    }
}
