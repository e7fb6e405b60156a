internal import Glibc

/// Why the benchmark could not be run.
struct BenchmarkFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// A failed system call, with what the system says of it.
    init(_ code: Int32, _ what: String) {
        description = "\(what): \(strerror(code).map { String(cString: $0) } ?? "error \(code)")"
    }
}
