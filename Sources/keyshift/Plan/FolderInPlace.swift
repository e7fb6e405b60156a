import Glibc
import Rendering

/// A folder in which single files are replaced, each whole or not at all.
struct FolderInPlace {
    private let path: String

    init(_ path: String) { self.path = path }

    /// Writes a file, and the folders in its path.
    func write(_ file: PlanFile) throws(PlanFolderProblem) {
        var place = path
        for part in file.path.split(separator: "/").dropLast() {
            place += "/" + part
            guard mkdir(place, 0o755) == 0 || errno == EEXIST else {
                throw .system("cannot make the folder \(place)")
            }
        }
        let name = "\(path)/\(file.path)"
        let aside = "\(name).keyshift-\(getpid())"
        try FolderAside.write(file.contents, to: aside)
        guard rename(aside, name) == 0 else {
            let problem = PlanFolderProblem.system("cannot replace \(name)")
            Glibc.remove(aside)
            throw problem
        }
    }

    /// Takes a file away, and the folders that are empty then.
    func remove(_ file: PlanFile) {
        var parts = file.path.split(separator: "/")
        unlink("\(path)/\(file.path)")
        while parts.count > 1 {
            parts.removeLast()
            guard rmdir(([path] + parts.map(String.init)).joined(separator: "/")) == 0 else { return }
        }
    }
}
