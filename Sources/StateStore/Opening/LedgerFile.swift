internal import Glibc

/// The file of a ledger, which only its owner may read and write, and the files that SQLite keeps beside it.
struct LedgerFile: Hashable {
    /// Where it is.
    var path: String

    /// Whether it is there.
    var exists: Bool { access(path, F_OK) == 0 }

    /// The path as SQLite takes it, so that no name is read as a URI or as a database in memory.
    var databasePath: String { path.hasPrefix("/") ? path : "./" + path }

    /// A URI that lets SQLite read a file that nobody writes, in a folder where it cannot put others beside it.
    ///
    /// See [URI filenames](https://sqlite.org/uri.html#uriimmutable).
    var immutableURI: String {
        let escaped = databasePath.utf8.map { byte -> String in
            let isPlain = byte > 0x20 && byte < 0x7F && !"%?#".utf8.contains(byte)
            guard !isPlain else { return String(UnicodeScalar(byte)) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return "file:\(escaped.joined())?immutable=1"
    }

    /// Whether a process has it open, or left in the middle: SQLite takes its log away when the last one closes it.
    var hasLog: Bool { access(path + "-wal", F_OK) == 0 }

    /// Makes an empty file, and the last folder on the way to it, unless they are there.
    func create() throws(LedgerProblem) {
        if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
            let folder = String(path[..<slash])
            guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw system("cannot make the folder \(folder)") }
        }
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) } else if errno != EEXIST { throw system("cannot make the ledger") }
    }

    /// Makes sure that it is a file, and not a folder or a device.
    func check() throws(LedgerProblem) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw system("cannot find the ledger") }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw LedgerProblem(
                .unreadable, file: path, message: "The ledger is no file.",
                advice: "Name the file itself with --ledger.")
        }
    }

    /// Takes from others what they may do with the files: SQLite gives those beside it the mode of the ledger.
    func restrict() throws(LedgerProblem) {
        for name in [path, path + "-wal", path + "-shm"] {
            var status = stat()
            guard stat(name, &status) == 0, status.st_mode & 0o077 != 0 else { continue }
            guard chmod(name, status.st_mode & 0o700) == 0 else {
                throw LedgerProblem(
                    .permissions, file: path,
                    message: "Others may use \(name), and that cannot be changed: \(String(cString: strerror(errno))).",
                    advice: "Its owner has to run chmod 600 on it.")
            }
        }
    }

    /// What the system says.
    func system(_ what: String) -> LedgerProblem {
        let code: LedgerProblem.Code =
            switch errno {
            case ENOENT: .missing
            case EROFS: .readOnly
            case ENOSPC, EDQUOT: .full
            default: .unreadable
            }
        return LedgerProblem(
            code, file: path, message: "keyshift \(what): \(String(cString: strerror(errno))).",
            advice: "Check the folder, who may write it, and the room on its disk.")
    }
}
