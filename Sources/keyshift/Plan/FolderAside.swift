import Glibc
import Rendering
import Synchronization

/// A folder that is written beside its place by several threads, and moved there when it is whole.
final class FolderAside: Sendable {
    private let path: String
    private let state = Mutex(State())

    private struct State {
        /// Everything that was made, folders before what is in them.
        var made: [String] = []
        var folders: Set<String> = []
    }

    init(beside place: String) { path = "\(place).keyshift-\(getpid())" }

    /// Makes the folder itself.
    func make() throws(PlanFolderProblem) {
        try state.withLock { state throws(PlanFolderProblem) in try Self.makeFolder(path, &state) }
    }

    /// Writes a file, and the folders in its path.
    func write(_ file: PlanFile) throws(PlanFolderProblem) {
        let name = "\(path)/\(file.path)"
        let folder = file.path.utf8.lastIndex(of: UInt8(ascii: "/")).map { file.path[..<$0] } ?? ""
        try state.withLock { state throws(PlanFolderProblem) in
            try makeFolders(folder, &state)
            state.made.append(name)
        }
        try Self.write(file.contents, to: name)
    }

    /// Moves it to its place when all of it is on the disk: not file by file, which takes minutes for a large plan.
    func move(to place: String) throws(PlanFolderProblem) {
        sync()
        guard rename(path, place) == 0 else { throw .system("cannot move the plan to \(place)") }
    }

    /// Takes everything away again that was made.
    func remove() {
        for path in state.withLock({ $0.made }).reversed() { Glibc.remove(path) }
    }

    private func makeFolders(_ folder: Substring, _ state: inout State) throws(PlanFolderProblem) {
        guard !folder.isEmpty, !state.folders.contains("\(path)/\(folder)") else { return }
        var place = path
        for part in folder.split(separator: "/") {
            place += "/" + part
            if !state.folders.contains(place) { try Self.makeFolder(place, &state) }
        }
    }

    private static func makeFolder(_ path: String, _ state: inout State) throws(PlanFolderProblem) {
        guard mkdir(path, 0o755) == 0 else { throw .system("cannot make the folder \(path)") }
        state.made.append(path)
        state.folders.insert(path)
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
