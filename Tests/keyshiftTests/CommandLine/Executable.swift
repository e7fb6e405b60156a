import Foundation
import Testing

/// The program as it was built, run in an empty folder of its own.
struct Executable {
    /// What one run did.
    struct Run {
        var status: Int32
        var output: String
        var errors: String
        /// Everything that lies in the folder afterwards and was not put there by the test, and the program's home.
        var created: [String]
        /// Whether it ended by itself and not by a signal.
        var exited: Bool
    }

    /// Where the program is: beside the tests.
    static let path = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/keyshift"

    /// The folder in which it runs.
    let folder: String
    /// Names of what the test put there.
    private let planted: [String]

    /// Makes the folder with these files, and the folders in their names.
    init(_ files: [String: [UInt8]] = [:]) throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("keyshift-\(UUID().uuidString)")
        for (name, bytes) in files {
            let file = root.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        folder = root.path
        planted = try FileManager.default.subpathsOfDirectory(atPath: folder)
    }

    /// Makes the folder from texts.
    init(texts: [String: String]) throws { try self.init(texts.mapValues { Array($0.utf8) }) }

    /// Takes the folder away.
    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    /// Runs the program.
    ///
    /// - Parameters:
    ///   - arguments: what stands behind `keyshift`.
    ///   - input: standard input.
    ///   - environment: on top of `HOME`, `TMPDIR` and `PATH`.
    /// - Returns: what it did.
    /// - Throws: if it could not be started.
    func run(_ arguments: String..., input: [UInt8] = [], environment: [String: String] = [:]) throws -> Run {
        try start(Self.path, arguments, input, environment)
    }

    /// Runs a command line of a shell, in which `$keyshift` is the program.
    func shell(_ command: String, environment: [String: String] = [:]) throws -> Run {
        try start("/bin/bash", ["-c", command], [], environment)
    }

    private func start(
        _ path: String, _ arguments: [String], _ input: [UInt8], _ environment: [String: String]
    ) throws -> Run {
        let streams = try Executable.Streams(input)
        defer { streams.remove() }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let inherited = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        process.environment = ["HOME": folder, "TMPDIR": folder, "PATH": inherited, "keyshift": Self.path]
            .merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: streams.file("input"))
        process.standardOutput = try FileHandle(forWritingTo: streams.file("output"))
        process.standardError = try FileHandle(forWritingTo: streams.file("errors"))
        try process.run()
        process.waitUntilExit()
        let created = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { !planted.contains($0) }
        return Run(
            status: process.terminationStatus, output: try streams.text("output"), errors: try streams.text("errors"),
            created: created, exited: process.terminationReason == .exit)
    }

    /// Files for the standard streams, which cannot fill up and block as pipes do.
    private struct Streams {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("streams-\(UUID().uuidString)")

        init(_ input: [UInt8]) throws {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for name in ["output", "errors"] { try Data().write(to: file(name)) }
            try Data(input).write(to: file("input"))
        }

        func file(_ name: String) -> URL { folder.appendingPathComponent(name) }

        func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: file(name)), as: UTF8.self)
        }

        func remove() { try? FileManager.default.removeItem(at: folder) }
    }
}

/// The report of a run with `-o json`.
struct ReportDocument: Decodable {
    struct Object: Decodable, Hashable {
        var kind: String
        var namespace: String?
        var name: String
    }

    struct Sighting: Decodable {
        var input: String
        var line: Int?
        var object: Object?
        var path: String
    }

    struct Key: Decodable {
        var id: String
        var sightings: [Sighting]
    }

    struct Problem: Decodable, Hashable {
        var code: String
        var input: String
        var line: Int?
        var offset: Int?
        var object: Object?
        var message: String
    }

    var keys: [Key]
    var problems: [Problem]

    /// The names of the objects in which keys were seen, sorted.
    var carriers: [String] { keys.flatMap(\.sightings).map { $0.object?.name ?? "-" }.sorted() }
    /// The problems as `code:line:offset:object`.
    var complaints: [String] {
        problems.map { problem in
            let numbers = [problem.line, problem.offset].map { $0.map(String.init) ?? "-" }
            return ([problem.code] + numbers + [problem.object?.name ?? "-"]).joined(separator: ":")
        }
    }
}

extension Executable.Run {
    /// Reads standard output as a report.
    func report() throws -> ReportDocument {
        try JSONDecoder().decode(ReportDocument.self, from: Data(output.utf8))
    }
}
