import Foundation
import Rendering

/// A real program that judges what a plan is written as.
enum ExternalTool {
    /// Whether a program is on this machine; says loudly when it is not.
    static func can(_ name: String) -> Bool {
        if (try? run(["sh", "-c", "command -v \(name)"]))?.status == 0 { return true }
        FileHandle.standardError.write(Data("SKIPPED: \(name) is not on this machine\n".utf8))
        return false
    }

    /// The files in a folder of their own.
    static func folder(_ files: [PlanFile]) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "keyshift-" + UUID().uuidString)
        for file in files {
            let place = folder.appending(path: file.path)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.contents.utf8).write(to: place)
        }
        return folder
    }

    static func run(
        _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]
    ) throws -> (status: Int32, output: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}
