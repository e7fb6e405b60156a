import ArgumentParser
import ClusterDump
import MigrationModel

/// Reads the policies that a configuration names.
enum PolicyReading {
    /// Reads them.
    ///
    /// - Parameters:
    ///   - configuration: names them, relative to its own folder.
    ///   - path: where the configuration is.
    /// - Returns: the policies by their names in the configuration.
    /// - Throws: a usage error that names every problem of a file with its line.
    static func policies(
        of configuration: Configuration, beside path: String
    ) throws -> [String: PolicyDocument] {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        var policies: [String: PolicyDocument] = [:]
        for name in Set(configuration.services.map(\.policy)).sorted() where !name.isEmpty {
            policies[name] = try read(name.hasPrefix("/") ? name : folder + name)
        }
        return policies
    }

    private static func read(_ path: String) throws -> PolicyDocument {
        let bytes: [UInt8]
        do throws(InputFailure) {
            bytes = try FileSource(path: path).readAll(limit: PolicyFile.limit)
        } catch {
            throw ValidationError("The policy \(path): \(error.message); \(error.advice).")
        }
        do throws(PolicyRefusal) {
            return try PolicyFile.read(bytes)
        } catch {
            let lines = error.problems.map { "\(path):\($0.line): \($0.message) \($0.advice)" }
            throw ValidationError("The policy cannot be used.\n" + lines.joined(separator: "\n"))
        }
    }
}
