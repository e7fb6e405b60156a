import ClusterDump
import Glibc
import Rendering

/// Writes the folder of a plan, whole or not at all.
enum PlanFolder {
    /// The file by which a folder is known for one of ours.
    private static let mark = "plan.yaml"

    /// Writes the files aside and moves the folder to its place.
    ///
    /// - Parameters:
    ///   - files: the files of the plan.
    ///   - folder: where they go. A folder with the same plan stays as it is, whatever people added to it.
    /// - Throws: ``PlanFolderProblem`` when something else is there, or the folder cannot be written; nothing is changed then.
    static func write(_ files: [PlanFile], to folder: String) throws(PlanFolderProblem) {
        let place = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        if access(place, F_OK) == 0, rmdir(place) != 0 { return try check(place, has: files) }
        let aside = "\(place).keyshift-\(getpid())"
        var made: [String] = []
        do throws(PlanFolderProblem) {
            try makeFolder(aside, &made)
            for file in files { try write(file, in: aside, &made) }
            guard rename(aside, place) == 0 else { throw .system("cannot move the plan to \(place)") }
        } catch {
            for path in made.reversed() { remove(path) }
            throw error
        }
    }

    /// Accepts a folder with the same plan, and no other: people may have edited it, or be carrying it out.
    private static func check(_ place: String, has files: [PlanFile]) throws(PlanFolderProblem) {
        let wanted = files.first { $0.path == mark }.map { Array($0.contents.utf8) }
        let found: [UInt8]?
        do throws(InputFailure) {
            found = try FileSource(path: place + "/" + mark).readAll(limit: 1 << 30)
        } catch {
            found = nil
        }
        guard found == nil || found != wanted else { return }
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
        try write(text, to: path)
    }

    private static func write(
        _ file: PlanFile, in folder: String, _ made: inout [String]
    ) throws(PlanFolderProblem) {
        var parts = file.path.split(separator: "/").map(String.init)
        let name = parts.removeLast()
        var place = folder
        for part in parts {
            place += "/" + part
            if access(place, F_OK) != 0 { try makeFolder(place, &made) }
        }
        made.append(place + "/" + name)
        try write(file.contents, to: place + "/" + name)
    }

    private static func makeFolder(_ path: String, _ made: inout [String]) throws(PlanFolderProblem) {
        guard mkdir(path, 0o755) == 0 else { throw .system("cannot make the folder \(path)") }
        made.append(path)
    }

    private static func write(_ text: String, to path: String) throws(PlanFolderProblem) {
        guard let file = fopen(path, "wxe") else { throw .system("cannot write \(path)") }
        let isWritten = text.utf8.withContiguousStorageIfAvailable { fwrite($0.baseAddress, 1, $0.count, file) }
        let isClosed = fclose(file) == 0
        guard isWritten == text.utf8.count, isClosed else { throw .system("cannot write \(path)") }
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
