import ArgumentParser
import ClusterDump
import Glibc
import Rendering

/// The folder that a demonstration leaves behind.
struct DemoFolder {
    let path: String

    /// The dump of the simulated cluster.
    var dump: String { path + "/cluster.json" }
    /// The configuration that the plan is made with.
    var configuration: String { path + "/keyshift.yaml" }
    /// The folder of the plan, with the ledger in it.
    var plan: String { path + "/plan" }
    /// The page.
    var page: String { path + "/status.html" }

    /// Makes it.
    ///
    /// - Parameter path: where.
    /// - Throws: a usage error when something is there already.
    init(_ path: String) throws {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        if access(self.path, F_OK) == 0, rmdir(self.path) != 0 {
            throw ValidationError("\(path) is there and not empty. Name another folder, or remove it yourself.")
        }
        guard mkdir(self.path, 0o755) == 0 else {
            throw ValidationError("\(path) cannot be made: \(String(cString: strerror(errno))). Name another folder.")
        }
    }

    /// Writes a file; one that was written before is replaced.
    ///
    /// - Throws: a usage error that names the file.
    func write(_ text: String, to path: String) throws {
        unlink(path)
        do throws(PlanFolderProblem) {
            try FolderAside.write(text, to: path)
        } catch {
            throw ValidationError("\(error.message) \(error.advice)")
        }
    }
}
