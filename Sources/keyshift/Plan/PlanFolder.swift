import ClusterDump
import Glibc
import MigrationModel
import Rendering
import Synchronization

/// Writes the folder of a plan, whole or not at all.
enum PlanFolder {
    /// Writes the files aside, each as soon as it is made, and moves the folder to its place.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - world: what it was proven against.
    ///   - configuration: what it was made with.
    ///   - folder: where it goes. A folder with the same plan stays as it is, whatever people added to it.
    /// - Throws: ``PlanFolderProblem`` when something else is there, or the folder cannot be written; nothing is changed then.
    static func write(
        _ plan: Plan, _ world: World, _ configuration: Configuration, to folder: String
    ) throws(PlanFolderProblem) {
        let place = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        if access(place, F_OK) == 0, rmdir(place) != 0 { return try check(place, has: PlanFiles.document(of: plan)) }
        let aside = FolderAside(beside: place)
        do throws(PlanFolderProblem) {
            try aside.make()
            try aside.write(plan, configuration)
            try aside.write(WorldDocument.file(of: world))
            try aside.move(to: place)
        } catch {
            aside.remove()
            throw error
        }
    }

    /// Puts the files of a revised plan in the place of those of the former one, the plan itself last.
    ///
    /// Whatever else lies in the folder stays: the ledger, the state of Terraform, files of people. A run that breaks off leaves the
    /// former plan, and is made good by the next one.
    ///
    /// - Parameters:
    ///   - former: the plan that is there.
    ///   - plan: the revised one.
    ///   - world: what it was proven against.
    ///   - configuration: what it was made with.
    ///   - folder: where it is.
    /// - Throws: ``PlanFolderProblem`` when a file cannot be written.
    static func replace(
        _ former: Plan, by plan: Plan, _ world: World, _ configuration: Configuration, in folder: String
    ) throws(PlanFolderProblem) {
        var paths: Set<String> = []
        let place = FolderInPlace(folder)
        let document = PlanFiles.document(of: plan)
        try PlanFiles.each(of: plan, configuration: configuration) { file throws(PlanFolderProblem) in
            paths.insert(file.path)
            if file.path != document.path { try place.write(file) }
        }
        try place.write(WorldDocument.file(of: world))
        try place.write(document)
        var old = configuration
        old.clusters = former.clusters.map(\.configuration)
        PlanFiles.each(of: former, configuration: old) { file in
            if !paths.contains(file.path) { place.remove(file) }
        }
    }

    /// Accepts a folder with the same plan, and no other: people may have edited it, or be carrying it out.
    private static func check(_ place: String, has document: PlanFile) throws(PlanFolderProblem) {
        let found: [UInt8]?
        do throws(InputFailure) {
            found = try FileSource(path: place + "/" + document.path).readAll(limit: 1 << 30)
        } catch {
            found = nil
        }
        guard found != Array(document.contents.utf8) else { return }
        throw PlanFolderProblem(
            message: found == nil ? "\(place) is there and is no plan." : "\(place) is there and holds another plan.",
            advice: "Name another folder, compare the two, and remove the old one yourself.")
    }

    /// Writes a file that must not be there yet.
    static func writeNew(_ text: String, to path: String) throws(PlanFolderProblem) {
        guard access(path, F_OK) != 0 else {
            throw PlanFolderProblem(
                message: "\(path) is there already.", advice: "Name another file with --config, or remove it yourself.")
        }
        try FolderAside.write(text, to: path)
    }
}

extension FolderAside {
    /// Writes the files of a plan, each as soon as it is made, by as many threads as there are processors.
    fileprivate func write(_ plan: Plan, _ configuration: Configuration) throws(PlanFolderProblem) {
        let problem = Mutex<PlanFolderProblem?>(nil)
        PlanFiles.each(of: plan, configuration: configuration, workers: Processors.available()) { file in
            do throws(PlanFolderProblem) {
                try self.write(file)
                return true
            } catch {
                problem.withLock { $0 = $0 ?? error }
                return false
            }
        }
        if let found = problem.withLock({ $0 }) { throw found }
    }
}

/// Why a plan was not written.
struct PlanFolderProblem: Error, Hashable {
    /// What is wrong, in one sentence.
    var message: String
    /// What to do, in one sentence.
    var advice: String

    /// What the system says.
    static func system(_ what: String) -> PlanFolderProblem {
        PlanFolderProblem(
            message: "keyshift \(what): \(String(cString: strerror(errno))).",
            advice: "Check the folder and the room on its disk.")
    }
}
