import ArgumentParser
import ClusterDump
import MigrationModel

/// Reads what the command line gives of AWS accounts.
enum AccountReading {
    /// Reads the files, and those in folders.
    ///
    /// - Parameter arguments: files and folders, in the order in which they count.
    /// - Returns: what all of them say together.
    /// - Throws: a usage error that names the file and the way on.
    static func read(_ arguments: [String]) throws -> AccountFacts {
        var facts = AccountFacts()
        for argument in arguments {
            do throws(AccountProblem) {
                for path in try AccountFiles.paths(of: argument) { try add(path, to: &facts) }
            } catch {
                throw ValidationError("The authorization details \(argument): \(error.message); \(error.advice).")
            }
        }
        return facts
    }

    private static func add(_ path: String, to facts: inout AccountFacts) throws(AccountProblem) {
        let bytes: [UInt8]
        do throws(InputFailure) {
            bytes = try FileSource(path: path).readAll(limit: AccountFiles.limit)
        } catch {
            throw AccountProblem(message: "\(path): \(error.message)", advice: error.advice)
        }
        do throws(AccountProblem) {
            try AccountFiles.read(bytes, into: &facts)
        } catch {
            throw AccountProblem(message: "\(path): \(error.message)", advice: error.advice)
        }
    }
}
