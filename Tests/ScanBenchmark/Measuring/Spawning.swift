internal import Glibc

/// Starting of programs without a shell.
enum Spawning {
    /// Starts a program.
    ///
    /// - Parameters:
    ///   - arguments: the path of the program, and its arguments.
    ///   - input: the descriptor it reads; nothing when there is none.
    ///   - output: the file it writes.
    ///   - outputDescriptor: the descriptor it writes, in place of a file.
    ///   - isQuiet: whether its standard error goes nowhere; otherwise it is ours.
    /// - Returns: its process id.
    /// - Throws: ``BenchmarkFailure`` when it cannot be started.
    static func start(
        _ arguments: [String], input: Int32? = nil, output: String?, outputDescriptor: Int32? = nil,
        isQuiet: Bool = false
    ) throws(BenchmarkFailure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        if let output { posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600) }
        if let outputDescriptor { posix_spawn_file_actions_adddup2(&actions, outputDescriptor, 1) }
        if isQuiet { posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) }

        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
        pointers.append(nil)
        defer { for pointer in pointers { free(pointer) } }
        var process = pid_t(0)
        let result = posix_spawn(&process, arguments[0], &actions, nil, pointers, environ)
        guard result == 0 else { throw BenchmarkFailure(result, "cannot start \(arguments[0])") }
        return process
    }
}
