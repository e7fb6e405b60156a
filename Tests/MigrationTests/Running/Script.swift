import Foundation
import Testing

/// A Python script of the tests that runs beside them, until it is stopped or the tests end.
final class Script: @unchecked Sendable {
    /// What the line had behind its beginning by which the script said that it is ready.
    let announcement: String
    private let process = Process()
    private let input = Pipe()

    /// The Python that has moto, botocore and pyyaml; see `.ci/test`.
    static let python = ProcessInfo.processInfo.environment["KEYSHIFT_PYTHON"] ?? "python3"

    /// Whether the Python packages are there; says loudly that they are not.
    static let isPossible: Bool = {
        let probe = Process()
        probe.executableURL = URL(filePath: "/usr/bin/env")
        probe.arguments = [python, "-c", "import moto.server, yaml, awscli, cryptography"]
        probe.standardError = FileHandle.nullDevice
        do { try probe.run() } catch { return false }
        probe.waitUntilExit()
        guard probe.terminationStatus == 0 else {
            FileHandle.standardError.write(
                Data("warning: TESTS SKIPPED: KEYSHIFT_PYTHON has no moto and awscli; .ci/test installs them.\n".utf8))
            return false
        }
        return true
    }()

    /// Starts a script of the folder `Cloud` and waits until it says that it is ready.
    init(_ name: String, _ arguments: [String] = [], announcing beginning: String) throws {
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [Self.python, Self.folder + "/" + name] + arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var text = Data()
        while !text.contains(UInt8(ascii: "\n")) {
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else { break }
            text += piece
        }
        let line = String(decoding: text, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        announcement = String(line.dropFirst(beginning.count))
        try #require(line.hasPrefix(beginning), "\(name) did not start")
    }

    /// Ends it and waits until it is gone.
    func stop() {
        // It ends with its input: a signal may be blocked in what a test starts.
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    private static let folder =
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path + "/Cloud"
}
