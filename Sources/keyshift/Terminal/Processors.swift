import Glibc

/// How many processors this process may use.
enum Processors {
    /// The number that the scheduler allows, which `taskset` and containers limit; at least one.
    ///
    /// Read from `/proc/self/status` (proc(5), `Cpus_allowed`), because `sched_getaffinity` is hidden from Swift.
    static func available() -> Int {
        guard let file = fopen("/proc/self/status", "re") else { return 1 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 4096)
        while fgets(&line, Int32(line.count), file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard text.hasPrefix("Cpus_allowed:") else { continue }
            let digits = text.dropFirst("Cpus_allowed:".count).compactMap(\.hexDigitValue)
            return max(1, digits.reduce(0) { $0 + $1.nonzeroBitCount })
        }
        return 1
    }
}
