import Glibc
public import MigrationModel

/// The time of day of this machine, in UTC, and real waiting.
public struct SystemClock: MigrationClock {
    /// Creates a clock.
    public init() {}

    /// The present moment, to the millisecond.
    public func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
    }

    /// Waits, whatever happens to the time of day meanwhile.
    public func sleep(milliseconds: Int) async throws {
        try await Task.sleep(for: .milliseconds(max(0, milliseconds)))
    }
}
