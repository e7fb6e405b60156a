import ClusterDump
import Execution
import Glibc
import MigrationModel

/// A clock that runs as any other, and is set by writing a time into a file: what soaks for a day need not last one in a rehearsal.
///
/// The file holds one moment, `2026-11-21T12:00:00.000Z`, which it was when the file was written; every run that has the same file
/// has the same time.
struct FileClock: MigrationClock {
    let path: String
    private let system = SystemClock()

    init(path: String) { self.path = path }

    func now() -> Timestamp {
        let real = system.now()
        var facts = stat()
        guard stat(path, &facts) == 0, let written = moment else { return real }
        let since = facts.st_mtim.tv_sec * 1000 + facts.st_mtim.tv_nsec / 1_000_000
        return written.adding(milliseconds: real.milliseconds - since)
    }

    func sleep(milliseconds: Int) async throws {
        let end = now().adding(milliseconds: milliseconds)
        while now() < end {
            let rest = end.milliseconds - now().milliseconds
            try await system.sleep(milliseconds: max(1, min(50, rest)))
        }
    }

    private var moment: Timestamp? {
        do throws(InputFailure) {
            let bytes = try FileSource(path: path).readAll(limit: 100)
            return Timestamp(String(decoding: bytes.prefix(24), as: UTF8.self))
        } catch {
            return nil
        }
    }
}
