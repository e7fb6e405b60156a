public import MigrationModel

/// One run of a program of the user: `kubectl`, `aws`, `gcloud`, `az`, `terraform`.
///
/// No argument ever holds a secret: arguments of running programs can be read by everybody on the machine. What must not be
/// seen goes through ``input``.
public struct Invocation: Hashable, Sendable {
    /// The program, looked up in `PATH`.
    public var program: String
    /// Its arguments, which no shell sees.
    public var arguments: [String]
    /// What it reads from standard input; `nil` for nothing.
    public var input: [UInt8]?
    /// For how many milliseconds it may run.
    public var patience: Int

    /// Creates an invocation.
    public init(_ program: String, _ arguments: [String], input: [UInt8]? = nil, patience: Int = 60_000) {
        self.program = program
        self.arguments = arguments
        self.input = input
        self.patience = patience
    }

    /// The program and its arguments.
    public var words: [String] { [program] + arguments }
}

/// How a run of a program ended and what it printed.
public struct ProgramAnswer: Hashable, Sendable {
    /// The ways to end.
    public enum Ending: Hashable, Sendable {
        /// It ended by itself with this exit status.
        case exited(Int32)
        /// A signal ended it.
        case signaled(Int32)
        /// It ran longer than it was given time for, and was stopped.
        case overdue
        /// It printed more than is read, and was stopped.
        case overlong
        /// There is no such program, or it cannot be executed.
        case notStarted
    }

    /// How it ended.
    public var ending: Ending
    /// What it printed; not all of it where it was stopped.
    public var output: [UInt8]
    /// What it printed as errors, bounded.
    ///
    /// It may hold anything, and is never shown or recorded as it is.
    public var errors: String

    /// Creates an answer.
    public init(ending: Ending, output: [UInt8] = [], errors: String = "") {
        self.ending = ending
        self.output = output
        self.errors = errors
    }

    /// Whether it did what it was asked.
    public var isSuccess: Bool { ending == .exited(0) }
}

/// Runs programs: the one door through which a migration reaches clusters and clouds.
///
/// Tests and the demonstration put a world of their own behind it.
public protocol ProgramRunner: Sendable {
    /// Runs a program to its end.
    ///
    /// - Parameter invocation: the program, its arguments and its patience.
    /// - Returns: how it ended. Nothing is thrown: a program that cannot be started is an answer as well.
    func run(_ invocation: Invocation) async -> ProgramAnswer
}

/// The time, as a migration sees it.
public protocol MigrationClock: Sendable {
    /// The present moment.
    func now() -> Timestamp
    /// Waits.
    ///
    /// - Parameter milliseconds: how long.
    /// - Throws: `CancellationError` when the run was interrupted.
    func sleep(milliseconds: Int) async throws
}
