import Foundation
import Testing

/// A `plan.yaml` that is none: every command that reads it says so at once.
struct HostilePlanFileTests {
    private static let commands = [["migrate"], ["status"], ["plan", "--check"], ["migrate", "--rollback", "all"]]

    private func complaints(_ prepare: (String) throws -> Void) throws -> Set<String> {
        let program = try Executable(texts: ["plan/keep": ""])
        defer { program.remove() }
        try prepare(program.folder + "/plan/plan.yaml")
        return Set(
            try Self.commands.map { command in
                let words = (command.prefix(2) + ["./plan"] + command.dropFirst(2)).joined(separator: " ")
                let run = try program.shell("\"$keyshift\" \(words) </dev/null")
                #expect(run.status == 64, "\(words): \(run.errors)")
                return String(run.errors.prefix { !$0.isNewline })
            })
    }

    @Test func namesWhatIsWrong() throws {
        #expect(
            try complaints { _ in } == [
                "Error: ./plan/plan.yaml: it could not be opened: No such file or directory; check that the file exists and that you may read it."
            ])
        #expect(
            try complaints { try Data([0xC3, 0x28]).write(to: URL(filePath: $0)) } == [
                "Error: ./plan/plan.yaml:1: not UTF-8"
            ])
    }

    /// A device has no end, a pipe nobody who writes, a folder nothing to read.
    @Test func readsRegularFilesOnly() throws {
        let refusal: Set = [
            "Error: ./plan/plan.yaml: it is no regular file; name the file itself, not a folder or a device."
        ]
        let files = FileManager.default
        #expect(
            try complaints { try files.createSymbolicLink(atPath: $0, withDestinationPath: "/dev/zero") } == refusal)
        #expect(try complaints { if mkfifo($0, 0o600) != 0 { throw CocoaError(.fileWriteUnknown) } } == refusal)
        #expect(
            try complaints { try files.createDirectory(atPath: $0, withIntermediateDirectories: false) } == refusal)
    }
}
