import Subprocess
import Synchronization
import SystemPackage

/// Runs the programs of the user as they are set up: looked up in `PATH`, with the environment of this process.
///
/// Each runs in a process group of its own, so that an interrupt at the terminal reaches keyshift alone, which then decides. One
/// that takes too long, or says too much, is asked to end and two seconds later made to, with all that it has started.
public struct UserPrograms: ProgramRunner {
    /// More output than this is not read: 64 MB.
    public static let mostOutput = 64 << 20
    /// More errors than this are thrown away: 64 kB.
    public static let mostErrors = 64 << 10

    /// Creates a runner.
    public init() {}

    /// Runs a program to its end, or until it had to be stopped.
    ///
    /// A cancelled task stops it as well; how it ended is the answer then, too.
    public func run(_ invocation: Invocation) async -> ProgramAnswer {
        let record = Record()
        let run = Task { await Self.run(invocation, record) }
        let watch = Task {
            try await Task.sleep(for: .milliseconds(max(0, invocation.patience)))
            if record.stop(.overdue) { run.cancel() }
        }
        await withTaskCancellationHandler {
            await run.value
        } onCancel: {
            run.cancel()
        }
        watch.cancel()
        return record.answer
    }

    private static func run(_ invocation: Invocation, _ record: Record) async {
        guard let bytes = invocation.input else { return await run(invocation, .none, record) {} }
        let input = InputPipe(bytes)
        guard input.readEnd >= 0 else { return }
        // Only the program may hold this end: whoever writes to it has to see that nobody reads any more.
        let isOpen = Mutex(true)
        let close: @Sendable () -> Void = {
            let wasOpen = isOpen.withLock { isOpen in
                defer { isOpen = false }
                return isOpen
            }
            if wasOpen { input.close() }
        }
        let descriptor = FileDescriptor(rawValue: input.readEnd)
        await run(
            invocation, .fileDescriptor(descriptor, closeAfterSpawningProcess: false), record, whenStarted: close)
        close()
    }

    private static func run<Input: InputProtocol>(
        _ invocation: Invocation, _ input: Input, _ record: Record, whenStarted: @escaping @Sendable () -> Void
    ) async {
        let program = invocation.program
        let executable: Executable = program.contains("/") ? .path(FilePath(program)) : .name(program)
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = teardown
        do {
            let result = try await Subprocess.run(
                executable, arguments: Arguments(invocation.arguments), platformOptions: options, input: input,
                output: .sequence, error: .sequence
            ) { execution in
                record.start()
                whenStarted()
                let standardError = execution.standardError
                async let errors: Void = readErrors(standardError, record)
                for try await piece in execution.standardOutput {
                    guard piece.withUnsafeBytes({ record.append(output: $0) }) else {
                        await execution.teardown(using: teardown)
                        break
                    }
                }
                try await errors
            }
            switch result.terminationStatus {
            case .exited(let status): record.end(.exited(status))
            case .signaled(let signal): record.end(.signaled(signal))
            }
        } catch {
            // One that was started was stopped, or could not be watched to its end.
            record.fail()
        }
    }

    private static func readErrors(_ errors: SubprocessOutputSequence, _ record: Record) async throws {
        for try await piece in errors { piece.withUnsafeBytes { record.append(errors: $0) } }
    }

    private static let teardown: [TeardownStep] = [
        .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .seconds(2))
    ]
}

extension UserPrograms {
    /// What is known of a run so far.
    private final class Record: Sendable {
        private struct State {
            var output: [UInt8] = []
            var errors: [UInt8] = []
            var isStarted = false
            var stopped: ProgramAnswer.Ending?
            var ended: ProgramAnswer.Ending?
        }

        private let state = Mutex(State())

        func start() { state.withLock { $0.isStarted = true } }

        /// Whether there is room for it.
        func append(output: UnsafeRawBufferPointer) -> Bool {
            state.withLock { state in
                guard state.output.count + output.count <= mostOutput else {
                    state.stopped = state.stopped ?? .overlong
                    return false
                }
                state.output += output
                return true
            }
        }

        func append(errors: UnsafeRawBufferPointer) {
            state.withLock { $0.errors += errors.prefix(max(0, mostErrors - $0.errors.count)) }
        }

        /// Remembers why it is stopped; false when it has ended by itself.
        func stop(_ ending: ProgramAnswer.Ending) -> Bool {
            state.withLock { state in
                guard state.ended == nil else { return false }
                state.stopped = state.stopped ?? ending
                return true
            }
        }

        func end(_ ending: ProgramAnswer.Ending) { state.withLock { $0.ended = ending } }

        func fail() {
            // SIGKILL: whatever was done was cut short.
            state.withLock { $0.ended = $0.isStarted ? .signaled(9) : .notStarted }
        }

        var answer: ProgramAnswer {
            state.withLock { state in
                let ended = state.ended ?? .notStarted
                var ending = state.stopped ?? ended
                // It may have ended by itself while it was about to be stopped.
                if ending == .overdue, ended == .exited(0) { ending = ended }
                return ProgramAnswer(
                    ending: ending, output: state.output, errors: String(decoding: state.errors, as: UTF8.self))
            }
        }
    }
}
