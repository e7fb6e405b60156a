import Foundation
import Testing

/// The Python that has the validators: `KEYSHIFT_PYTHON`, else `python3`.
///
/// It needs `jsonschema`, `PyYAML`, and for SARIF `schemastore` (or the official schema in `KEYSHIFT_SARIF_SCHEMA`); for
/// graphs the programs `dot` and `node`, and Mermaid's own parser as `mermaid-parser-py` has it.
enum Python {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    /// Whether a check can be made here; says loudly when it cannot.
    static func can(_ check: String) -> Bool {
        if let result = try? run("can-" + check, []), result.status == 0 { return true }
        let message = "SKIPPED: no Python can check \(check); see Tests/RenderingTests/Machine/Python.swift\n"
        FileHandle.standardError.write(Data(message.utf8))
        return false
    }

    /// The path of one of our schemas.
    static func schema(_ name: String) -> String {
        folder.appending(path: "../../../Sources/Rendering/Schemas/" + name).standardizedFileURL.path
    }

    static func temporaryFile(_ text: String) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "keyshift-" + UUID().uuidString)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    /// Expects that a check finds nothing wrong with some texts.
    static func expectValid(
        _ check: String, _ texts: [String], schema: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let files = try texts.map(temporaryFile)
        let (status, output) = try run(check, (schema.map { [self.schema($0)] } ?? []) + files)
        #expect(status == 0, "\(output)", sourceLocation: sourceLocation)
    }

    static func run(_ check: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let python = ProcessInfo.processInfo.environment["KEYSHIFT_PYTHON"] ?? "python3"
        process.arguments = [python, folder.appending(path: "validate.py").path, check] + arguments
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}
