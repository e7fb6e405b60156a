import Foundation

/// One run of a program to its end.
struct Run: Sendable {
    /// The exit status; of a program that a signal ended, 128 and the signal.
    var status: Int32
    var output: String
    var errors: String

    /// Everything that it printed, for a failing expectation.
    var everything: String { "exit status \(status)\n\(output.suffix(6000))\n\(errors.suffix(6000))" }

    /// Starts a program and waits for its end without holding a thread.
    ///
    /// - Parameters:
    ///   - words: the program, looked up in the `PATH` of the environment, and its arguments.
    ///   - environment: the whole environment.
    ///   - folder: where it runs.
    ///   - started: told the process id, for tests that end it early.
    /// - Returns: how it ended and what it printed.
    /// - Throws: if it could not be started.
    static func of(
        _ words: [String], environment: [String: String], in folder: URL,
        started: @Sendable (pid_t) -> Void = { _ in }
    ) async throws -> Run {
        let streams = folder.appending(path: ".streams-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: streams) }
        let (output, errors) = (streams.appending(path: "output"), streams.appending(path: "errors"))
        for file in [output, errors] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        process.environment = environment
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try await withCheckedThrowingContinuation { (end: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in end.resume() }
            do {
                try process.run()
                started(process.processIdentifier)
            } catch {
                process.terminationHandler = nil
                end.resume(throwing: error)
            }
        }
        let isExit = process.terminationReason == .exit
        return Run(
            status: isExit ? process.terminationStatus : 128 + process.terminationStatus,
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }
}
