import Glibc
import MigrationModel

extension Author {
    /// Whoever runs this process.
    ///
    /// - Parameter name: the name that was given; else that of the login.
    /// - Returns: the author.
    static func current(as name: String?) -> Author {
        Author(user: name ?? login, host: host, process: Int(getpid()))
    }

    /// The name of the user that the process runs as; `SUDO_USER` says who became root.
    private static var login: String {
        if let sudo = getenv("SUDO_USER") { return String(cString: sudo) }
        if let entry = getpwuid(getuid()), let name = entry.pointee.pw_name { return String(cString: name) }
        return "uid \(getuid())"
    }

    private static var host: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "localhost" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
