import Foundation

/// The real library, in the Python that `KEYSHIFT_PYTHON` names, else `python3`.
enum Botocore {
    /// What it said of one case.
    struct Answer: Decodable, Equatable, Sendable {
        /// The provider that won or failed, by botocore's name; `session` for the session itself.
        var method: String?
        /// The class of what it raised.
        var error: String?
        /// What the service behind the provider was shown: a web identity token, an address.
        var proof: String?
    }

    private static let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "resolve.py").path

    /// Whether it can be asked here; says loudly when it cannot.
    static let isThere: Bool = {
        if let result = try? run(["can"]), result.status == 0 { return true }
        let message = "SKIPPED: no Python has botocore; see Tests/CredentialChainsTests/Botocore/Botocore.swift\n"
        FileHandle.standardError.write(Data(message.utf8))
        return false
    }()

    /// What it finds in each container, in one process.
    ///
    /// Waits on a thread of its own: it takes a minute, and the threads of the pool are needed by all other tests.
    static func answers(_ cases: [BotocoreCase]) async throws -> [Answer] {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try ask(cases) }) }
        }
    }

    private static func ask(_ cases: [BotocoreCase]) throws -> [Answer] {
        let file = FileManager.default.temporaryDirectory.appending(path: "keyshift-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        try JSONEncoder().encode(cases).write(to: file)
        return try JSONDecoder().decode([Answer].self, from: run([file.path]).output)
    }

    private static func run(_ arguments: [String]) throws -> (status: Int32, output: Data) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            [ProcessInfo.processInfo.environment["KEYSHIFT_PYTHON"] ?? "python3", script] + arguments
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, bytes)
    }
}
