import Glibc
import MigrationModel

/// Finds the files below a folder in a stable order, without following links, as `rg` does.
struct FolderWalk {
    /// A file to read.
    struct Found: Hashable {
        var path: String
        /// Size in bytes; -1 for pipes and standard input.
        var size: Int
        /// Whether it was found in a folder, not named.
        var isInFolder: Bool
    }

    private(set) var found: [Found] = []
    private(set) var problems: [Problem] = []

    /// Folders of version control systems, which hold every old version of everything, compressed.
    private static let skipped: Set<String> = [".git", ".hg", ".svn", ".jj"]

    /// Adds what an argument names.
    mutating func add(_ argument: String) {
        guard argument != "-" else { return found.append(Found(path: "-", size: -1, isInFolder: false)) }
        var status = stat()
        guard stat(argument, &status) == 0 else { return fail(argument) }
        if status.st_mode & S_IFMT == S_IFDIR {
            walk(argument)
        } else {
            let isRegular = status.st_mode & S_IFMT == S_IFREG
            found.append(Found(path: argument, size: isRegular ? Int(status.st_size) : -1, isInFolder: false))
        }
    }

    private mutating func walk(_ root: String) {
        var folders = [root.hasSuffix("/") && root.count > 1 ? String(root.dropLast()) : root]
        while let folder = folders.popLast() {
            guard let names = Self.names(in: folder) else {
                fail(folder)
                continue
            }
            var inner: [String] = []
            for name in names.sorted() {
                let path = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
                var status = stat()
                guard lstat(path, &status) == 0 else {
                    fail(path)
                    continue
                }
                switch status.st_mode & S_IFMT {
                case S_IFDIR: if !Self.skipped.contains(name) { inner.append(path) }
                case S_IFREG: found.append(Found(path: path, size: Int(status.st_size), isInFolder: true))
                default: break
                }
            }
            folders.append(contentsOf: inner.reversed())
        }
    }

    private static func names(in folder: String) -> [String]? {
        guard let directory = opendir(folder) else { return nil }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    private mutating func fail(_ path: String) {
        problems.append(
            Problem(
                .unreadable, input: path, message: "it could not be opened: \(String(cString: strerror(errno)))",
                advice: "check that it exists and that you may read it"))
    }
}
