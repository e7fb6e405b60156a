import Foundation

/// Programs of others that permissions are tried with, in the Python that `KEYSHIFT_PYTHON` names, else `python3`.
enum PermissionTools {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    /// Whether a script beside this file has what it needs; says loudly when it has not.
    static func can(_ script: String) -> Bool {
        if let result = try? run(script, []), result.status == 0 { return true }
        FileHandle.standardError.write(
            Data("SKIPPED: no Python can run Tests/keyshiftTests/Permissions/\(script).py\n".utf8))
        return false
    }

    /// Runs a script.
    static func run(_ script: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let python = ProcessInfo.processInfo.environment["KEYSHIFT_PYTHON"] ?? "python3"
        process.arguments = [python, folder.appending(path: script + ".py").path] + arguments
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}
