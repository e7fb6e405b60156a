import Execution
import Foundation
import MigrationModel
import Synchronization
import Testing

/// An AWS on this machine (moto), behind the `aws` of this machine.
///
/// moto checks no trust policy and has no Pod Identity associations; it shows that each command line is one, and what it does.
final class AWSBench: ProgramRunner {
    private let moto: Process
    private let input: Pipe
    private let endpoint: String
    private let programs = UserPrograms()
    let invocations = Mutex<[Invocation]>([])

    private static let python = ProcessInfo.processInfo.environment["KEYSHIFT_PYTHON"] ?? "python3"
    private static let script = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../keyshiftTests/Plans/moto_bench.py").standardized.path

    /// Whether moto and `aws` are here; says loudly when they are not.
    static let isReady: Bool = {
        let found = [[python, "-c", "import moto.server"], ["aws", "--version"]].allSatisfy { words in
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = words
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            guard (try? process.run()) != nil else { return false }
            process.waitUntilExit()
            return process.terminationStatus == 0
        }
        if !found {
            FileHandle.standardError.write(Data("SKIPPED: calls of AWS: no aws, or no moto in KEYSHIFT_PYTHON\n".utf8))
        }
        return found
    }()

    init() throws {
        let output = Pipe()
        (moto, input) = (Process(), Pipe())
        moto.executableURL = URL(filePath: "/usr/bin/env")
        moto.arguments = [Self.python, Self.script, "serve"]
        moto.standardInput = input
        moto.standardOutput = output
        moto.standardError = FileHandle.nullDevice
        try moto.run()
        var line = Data()
        while !line.contains(UInt8(ascii: "\n")) {
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else { break }
            line += piece
        }
        endpoint = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        try #require(endpoint.hasPrefix("http://127.0.0.1:"))
    }

    func stop() {
        try? input.fileHandleForWriting.close()
        moto.waitUntilExit()
    }

    func run(_ invocation: Invocation) async -> ProgramAnswer {
        invocations.withLock { $0.append(invocation) }
        let environment = [
            "AWS_ENDPOINT_URL=\(endpoint)", "AWS_ACCESS_KEY_ID=testing", "AWS_SECRET_ACCESS_KEY=testing",
            "AWS_DEFAULT_REGION=eu-west-1", "AWS_CONFIG_FILE=/dev/null", "AWS_SHARED_CREDENTIALS_FILE=/dev/null",
        ]
        return await programs.run(
            Invocation("env", environment + invocation.words, input: invocation.input, patience: 120_000))
    }

    /// What the AWS has, or gets, besides calls.
    @discardableResult
    func aws(_ words: String...) async throws -> String {
        let answer = await run(Invocation("aws", words + ["--output", "text"]))
        try #require(answer.isSuccess, "\(words): \(answer.errors)")
        return String(decoding: answer.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
