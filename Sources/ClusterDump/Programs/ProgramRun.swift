import Glibc
import Subprocess
import SystemPackage

/// One run of another program (`kubectl`, `aws`), whose standard output is read by a thread that may block.
///
/// The run itself needs Swift's shared pool of task threads; whoever waits for it must not be one of these.
final class ProgramRun {
    /// How a run ended.
    struct Ending: Sendable {
        /// The ways to end.
        enum Status: Hashable, Sendable {
            /// It ended by itself with this exit status.
            case exited(CInt)
            /// A signal ended it.
            case signaled(CInt)
            /// It said nothing for longer than was allowed and was stopped.
            case silent
            /// Nobody wanted the rest, and it was stopped.
            case abandoned
            /// There is no such program, or it cannot be executed.
            case notStarted
        }

        var status: Status
        var log: KubectlLog
    }

    /// Where standard output arrives.
    let output: CInt
    private let patience: Int
    private let ending: Monitor<Ending?>
    private let task: Task<Void, Never>
    private var stopped: Ending.Status?
    private var reachedEnd = false

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: its path, or its name to look up in `PATH`.
    ///   - arguments: each an argument of its own; no shell sees them.
    ///   - patience: for how many milliseconds it may be silent while somebody reads.
    init(program: String, arguments: [String], patience: Int) {
        let (ending, ends) = (Monitor<Ending?>(nil), Self.pipeEnds())
        self.output = ends.read
        self.patience = patience
        self.ending = ending
        task = Self.begin(program, arguments, ends.write, ending)
    }

    deinit {
        if output >= 0 { close(output) }
        task.cancel()
    }

    /// Everything that it prints, up to a limit; what follows is thrown away.
    func readAll(limit: Int) -> [UInt8] {
        var text: [UInt8] = []
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
        defer { buffer.deallocate() }
        while text.count < limit, case let count = read(into: buffer), count > 0 {
            text += UnsafeRawBufferPointer(buffer)[..<count]
        }
        return text
    }

    /// Reads the next bytes of standard output, waiting for them.
    ///
    /// - Returns: how many bytes there are; 0 at the end, and when the program had to be stopped.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard !reachedEnd, stopped == nil else { return 0 }
        var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
        while true {
            let ready = poll(&waiting, 1, CInt(clamping: patience))
            if ready == 0 {
                stop(.silent)
                return 0
            }
            let count = ready > 0 ? Glibc.read(output, buffer.baseAddress, buffer.count) : -1
            if count >= 0 {
                reachedEnd = count == 0
                return count
            }
            guard errno == EINTR || errno == EAGAIN else { return 0 }
        }
    }

    /// Waits for the end; what was not read by then is thrown away.
    func finish() -> Ending {
        if !reachedEnd { stop(.abandoned) }
        if let ending = ending.wait(milliseconds: patience, for: { $0 }) { return judged(ending) }
        stop(.silent)
        return judged(ending.wait { $0 })
    }

    private func stop(_ status: Ending.Status) {
        if stopped == nil { stopped = status }
        task.cancel()
    }

    private func judged(_ ending: Ending) -> Ending {
        guard let stopped, ending.status != .notStarted else { return ending }
        // It may have ended by itself just before, with everything said.
        if stopped == .abandoned, case .exited = ending.status { return ending }
        return Ending(status: stopped, log: ending.log)
    }

    /// A pipe that no other child of this process inherits; two invalid descriptors when there can be none.
    private static func pipeEnds() -> (read: CInt, write: CInt) {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { return (-1, -1) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    private static func begin(
        _ program: String, _ arguments: [String], _ writeEnd: CInt, _ ending: Monitor<Ending?>
    ) -> Task<Void, Never> {
        Task.detached {
            let result = await run(program, arguments, writeEnd)
            ending.change { $0 = result }
        }
    }

    private static func run(_ program: String, _ arguments: [String], _ writeEnd: CInt) async -> Ending {
        guard writeEnd >= 0 else { return Ending(status: .notStarted, log: KubectlLog()) }
        let executable: Executable = program.contains("/") ? .path(FilePath(program)) : .name(program)
        let descriptor = FileDescriptor(rawValue: writeEnd)
        let log = Monitor(KubectlLog())
        var status = Ending.Status.notStarted
        // Only the child may hold this end, else the reader would never see the end.
        var holdsWriteEnd = true
        defer { if holdsWriteEnd { close(writeEnd) } }
        do {
            let result = try await Subprocess.run(
                executable, arguments: Arguments(arguments), input: .none,
                output: .fileDescriptor(descriptor, closeAfterSpawningProcess: false), error: .sequence
            ) { execution in
                holdsWriteEnd = false
                close(writeEnd)
                for try await piece in execution.standardError {
                    piece.withUnsafeBytes { bytes in log.change { $0.append(bytes) } }
                }
            }
            switch result.terminationStatus {
            case .exited(let code): status = .exited(code)
            case .signaled(let signal): status = .signaled(signal)
            }
        } catch {
            // It was started when this end is no longer held: then it was stopped, or could not be watched.
            if !holdsWriteEnd { status = .signaled(SIGKILL) }
        }
        let written = log.change { log in
            log.close()
            return log
        }
        return Ending(status: status, log: written)
    }
}
