import Execution
import Foundation
import Testing

/// An AWS that runs on this machine (moto), and the real `aws` in front of it.
///
/// moto checks no trust policy and has no Pod Identity associations.
final class MotoServer: Sendable {
    private let process: Process
    private let input: Pipe
    /// Runs `aws` against it.
    let programs: ProgramsInEnvironment

    private static let python = ProcessInfo.processInfo.environment["KEYSHIFT_PYTHON"] ?? "python3"
    private static let script =
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "keyshiftTests/Plans/moto_bench.py").path

    /// What makes the tests possible here; says loudly what is missing.
    static let isReady: Bool = {
        let missing = [
            ("aws", ["aws", "--version"]), ("moto in KEYSHIFT_PYTHON", [python, "-c", "import moto.server"]),
        ]
        .filter { run($0.1) != 0 }.map(\.0)
        if !missing.isEmpty {
            FileHandle.standardError.write(
                Data("SKIPPED: AWS: not on this machine: \(missing.joined(separator: ", "))\n".utf8))
        }
        return missing.isEmpty
    }()

    init() throws {
        process = Process()
        input = Pipe()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [Self.python, Self.script, "serve"]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var line = Data()
        while !line.contains(UInt8(ascii: "\n")) {
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else { break }
            line += piece
        }
        let endpoint = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        try #require(endpoint.hasPrefix("http://127.0.0.1:"))
        programs = ProgramsInEnvironment(variables: [
            "AWS_ENDPOINT_URL": endpoint, "AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing",
            "AWS_DEFAULT_REGION": "eu-west-1", "AWS_CONFIG_FILE": "/dev/null",
            "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
        ])
    }

    func stop() {
        // It ends with its input.
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// Runs `aws` and returns what it printed.
    @discardableResult
    func aws(_ words: String...) async throws -> String { try await aws(words) }

    /// The same for words that are at hand already.
    @discardableResult
    func aws(_ words: [String]) async throws -> String {
        let answer = await programs.run(Invocation("aws", words + ["--output", "text"]))
        try #require(answer.isSuccess, "\(words): \(answer.errors)")
        return String(decoding: answer.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func run(_ words: [String]) -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return 1 }
        process.waitUntilExit()
        return process.terminationStatus
    }
}
