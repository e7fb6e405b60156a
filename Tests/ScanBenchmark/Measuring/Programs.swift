internal import Glibc

/// Where programs are, and what they may run on.
enum Programs {
    /// The path of a program, searched as a shell would.
    static func find(_ name: String) -> String? {
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        return path.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }

    /// The path of this program.
    static func own() throws(BenchmarkFailure) -> String {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &path, path.count)
        guard count > 0 else { throw BenchmarkFailure(errno, "cannot read /proc/self/exe") }
        return String(decoding: path[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The numbers of the processors that this process may use, from `/proc/self/status` (proc(5)).
    static func processors() -> [Int] {
        let status = (try? SmallFile.read("/proc/self/status")) ?? []
        let lines = String(decoding: status, as: UTF8.self).split(separator: "\n")
        guard let line = lines.first(where: { $0.hasPrefix("Cpus_allowed_list:") }) else { return [0] }
        return line.drop { !$0.isNumber }.split(separator: ",").flatMap { range in
            let ends = range.split(separator: "-").compactMap { Int($0) }
            guard let first = ends.first, let last = ends.last, first <= last else { return [Int]() }
            return Array(first...last)
        }
    }
}
