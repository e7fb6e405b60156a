internal import Glibc

/// One run of a program, and what it cost.
struct ProgramRun {
    /// From its start to its end, in seconds.
    var wall: Double
    /// Time on processors, in user space and in the kernel, in seconds.
    var cpu: Double
    /// The largest resident set, in bytes.
    var peakMemory: Int
    /// Its exit status; negative for the signal that ended it.
    var status: Int32

    /// Runs a program to its end.
    ///
    /// The peak includes what this process had when it started the program, because the kernel carries it over
    /// (getrusage(2), `ru_maxrss`): whoever measures has to stay small.
    ///
    /// - Parameters:
    ///   - arguments: the path of the program, and its arguments.
    ///   - input: a file that `cat` feeds to it through a pipe; nothing when there is none.
    ///   - output: the file that takes its standard output.
    ///   - isQuiet: whether it may not write to our terminal, where it would draw a progress bar.
    /// - Throws: ``BenchmarkFailure`` when it cannot be started.
    init(_ arguments: [String], input: String? = nil, output: String = "/dev/null", isQuiet: Bool = true)
        throws(BenchmarkFailure)
    {
        let start = Self.now()
        let pipe = try input.map { path throws(BenchmarkFailure) in try Feeder(path) }
        let process = try Spawning.start(arguments, input: pipe?.descriptor, output: output, isQuiet: isQuiet)
        pipe?.hangUp()
        var (status, usage) = (Int32(0), rusage())
        while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
        wall = Self.now() - start
        pipe?.wait()
        cpu = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
        peakMemory = usage.ru_maxrss * 1024
        self.status = status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}

/// `cat` at the other end of a pipe.
private final class Feeder {
    let descriptor: Int32
    private let process: pid_t

    init(_ path: String) throws(BenchmarkFailure) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw BenchmarkFailure(errno, "cannot make a pipe") }
        // A reader that holds the writing end too would never see the end.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[1]) }
        descriptor = ends[0]
        let cat = Programs.find("cat") ?? "/bin/cat"
        process = try Spawning.start([cat, path], output: nil, outputDescriptor: ends[1])
    }

    /// Leaves the reading end to the program that reads, so that `cat` ends when that does.
    func hangUp() { close(descriptor) }

    func wait() {
        var status = Int32(0)
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
}
