internal import Glibc

/// A folder of its own under `TMPDIR` for the dump and for reports, which goes when the benchmark ends or is interrupted.
enum Workplace {
    // A signal handler can reach nothing but globals; written once, before the handlers are set.
    nonisolated(unsafe) private static var folder: UnsafeMutablePointer<CChar>?
    nonisolated(unsafe) private static var files: [UnsafeMutablePointer<CChar>?] = []

    /// Makes the folder.
    ///
    /// - Parameter names: what may be put into it, and is removed with it.
    /// - Returns: the paths of these files.
    /// - Throws: ``BenchmarkFailure`` when there is no place for it.
    static func open(for names: [String]) throws(BenchmarkFailure) -> [String] {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        folder = strdup("\(parent)/ScanBenchmark.XXXXXX")
        guard let folder, mkdtemp(folder) != nil else {
            throw BenchmarkFailure(errno, "cannot make a folder in \(parent)")
        }
        let paths = names.map { "\(String(cString: folder))/\($0)" }
        files = paths.map { strdup($0) }
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { number in
                Workplace.close()
                _exit(128 + number)
            }
        }
        return paths
    }

    /// Removes the folder and what is in it.
    static func close() {
        for file in files { if let file { unlink(file) } }
        if let folder { rmdir(folder) }
    }
}
