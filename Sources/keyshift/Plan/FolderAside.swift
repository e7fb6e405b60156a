import Glibc
import Rendering

/// A folder that is written beside its place, and moved there when it is whole.
struct FolderAside {
    private let path: String
    /// Everything that was made, folders before what is in them.
    private var made: [String] = []
    private var folders: Set<String> = []

    init(beside place: String) { path = "\(place).keyshift-\(getpid())" }

    /// Makes the folder itself.
    mutating func make() throws(PlanFolderProblem) { try makeFolder(path) }

    /// Writes a file, and the folders in its path.
    mutating func write(_ file: PlanFile) throws(PlanFolderProblem) {
        var place = path
        let parts = file.path.split(separator: "/")
        for part in parts.dropLast() {
            place += "/" + part
            if !folders.contains(place) { try makeFolder(place) }
        }
        let name = "\(path)/\(file.path)"
        made.append(name)
        try Self.write(file.contents, to: name)
    }

    /// Moves it to its place when all of it is on the disk: not file by file, which takes minutes for a large plan.
    func move(to place: String) throws(PlanFolderProblem) {
        sync()
        guard rename(path, place) == 0 else { throw .system("cannot move the plan to \(place)") }
    }

    /// Takes everything away again that was made.
    func remove() { for path in made.reversed() { Glibc.remove(path) } }

    private mutating func makeFolder(_ path: String) throws(PlanFolderProblem) {
        guard mkdir(path, 0o755) == 0 else { throw .system("cannot make the folder \(path)") }
        made.append(path)
        folders.insert(path)
    }

    /// Writes a file that must not be there.
    static func write(_ text: String, to path: String) throws(PlanFolderProblem) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw .system("cannot write \(path)") }
        var text = text
        let isWritten = text.withUTF8 { bytes in
            var done = 0
            while done < bytes.count {
                let count = Glibc.write(file, bytes.baseAddress.map { $0 + done }, bytes.count - done)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                done += count
            }
            return true
        }
        let isClosed = close(file) == 0
        guard isWritten, isClosed else { throw .system("cannot write \(path)") }
    }
}
