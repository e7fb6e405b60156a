import Foundation
import Testing

@testable import keyshift

/// No secret half of a key, and no other value of a Secret, gets out of the program.
struct PlantedSecretTests {
    private static let planted = PlantedSecrets(seed: 20_261_121)
    private static let search = SecretSearch(planted.secrets)

    /// Runs the program on everything that was planted, and looks through whatever came out of it.
    private func expectNothing(
        from command: String, status: Set<Int32> = [2], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let program = try Executable(Self.planted.files.merging(more) { first, _ in first })
        defer { program.remove() }
        let run = try program.shell(command, environment: ["TERM": "xterm"])
        #expect(status.contains(run.status), sourceLocation: sourceLocation)
        #expect(run.exited, sourceLocation: sourceLocation)
        #expect(run.created == [], sourceLocation: sourceLocation)
        #expect(!run.output.isEmpty || !run.errors.isEmpty, sourceLocation: sourceLocation)
        #expect(Self.search.finds(in: run.output) == [], "in standard output", sourceLocation: sourceLocation)
        #expect(Self.search.finds(in: run.errors) == [], "in standard error", sourceLocation: sourceLocation)
    }

    /// A file that is no allowlist but full of secrets.
    private var more: [String: [UInt8]] {
        ["none.allow": Array("version: 1\nallow:\n- \(Self.planted.secrets[0])\n".utf8)]
    }

    @Test(arguments: ["table", "json", "yaml", "jsonl", "csv", "sarif", "markdown", "dot", "mermaid"])
    func nothingInReports(_ format: String) throws {
        try expectNothing(from: "\"$keyshift\" scan -o \(format) .")
    }

    /// Each file by itself, whose problems and advice fill the report.
    @Test(arguments: ["\"$file\"", "- < \"$file\""]) func nothingOfOneFile(_ input: String) throws {
        let formats = "formats=(table jsonl yaml sarif)"
        let loop = "for file in *; do \"$keyshift\" scan -o ${formats[n++ % 4]} \(input); done"
        try expectNothing(from: "\(formats); n=0; \(loop)", status: [0, 1, 2])
    }

    @Test func nothingOnATerminal() throws {
        try expectNothing(from: "script -qec '\"$keyshift\" scan .' /dev/null")
    }

    @Test func nothingInUsageErrors() throws {
        for name in ["none.allow", "aws.yaml", "google.json", "syntax.yaml", "tag.yaml", "broken.yaml"] {
            try expectNothing(from: "\"$keyshift\" scan --allowlist \(name) aws.json", status: [64])
        }
    }

    /// The dumps are such that the program has much to say about them.
    @Test func theProgramFindsTheKeys() throws {
        let program = try Executable(Self.planted.files)
        defer { program.remove() }
        let report = try program.run("scan", "-o", "json", ".").report()
        #expect(Set(report.keys.map { $0.id.prefix(4) }).isSuperset(of: ["AKIA", "GOOG", "azur"]))
        #expect(
            Set(report.problems.map(\.code)).isSuperset(of: [
                "malformed-json", "malformed-yaml", "invalid-utf8", "secret-value-not-base64", "duplicate-key",
            ]))
    }

    /// The search finds what was planted, in every form.
    @Test func theSearchFinds() {
        #expect(Self.planted.secrets.count > 15)
        let secret = Self.planted.secrets[0]
        for (form, text) in [
            ("plain", secret), ("plain", String(secret.dropFirst(20).prefix(12))), ("base64", Dumps.base64(secret)),
            ("base64", Dumps.base64("a" + secret)), ("base64", Dumps.base64("ab" + secret)),
            ("base64 twice", Dumps.base64(Dumps.base64(secret))), ("backwards", String(secret.reversed())),
            ("hex", secret.utf8.map { String(format: "%02x", $0) }.joined()),
            ("escapes", secret.utf8.map { String(format: "\\u%04x", $0) }.joined()),
        ] {
            #expect(Self.search.finds(in: "before \(text) behind").contains(form), "\(form)")
        }
        #expect(Self.search.finds(in: String(secret.prefix(11))) == [])
        let dumps = Self.planted.files.values.map { String(decoding: $0, as: UTF8.self) }
        #expect(dumps.filter { !Self.search.finds(in: $0).isEmpty }.count > dumps.count * 3 / 4)
    }
}
