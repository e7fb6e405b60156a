import Foundation
import Testing

/// One folder of `Fixtures/` and what is to be found in it.
struct Scenario: CustomTestStringConvertible, Sendable {
    /// Name of the folder.
    var name: String
    /// Files and folders in it that are scanned.
    var inputs: [String]

    /// All scenarios.
    static let all = [
        Scenario(name: "shared-key", inputs: ["dump.json"]),
        Scenario(name: "hiding-places", inputs: ["dump.json", "not-from-a-server.jsonl"]),
        Scenario(name: "look-alikes", inputs: ["dump.json"]),
        Scenario(name: "gitops-repository", inputs: ["repository"]),
    ]

    var testDescription: String { name }

    /// The folder.
    var folder: String { Repository.root + "/Fixtures/" + name }

    /// One finding of `expected.json`, whose fields `Fixtures/README.md` explains.
    struct Finding: Hashable, Decodable {
        struct Place: Hashable, Decodable {
            var input: String
            var object: String?
            var path: String
            var repeatedBy: [String]
        }

        var id: String
        var kind: String
        var account: String?
        var principal: String?
        var confidence: String
        var nature: String
        var host: String?
        var secretHalf: Bool
        var places: [Place]
    }

    private struct Expectation: Decodable {
        var findings: [Finding]
    }

    /// What is to be found.
    func expected() throws -> [Finding] {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/expected.json"))
        return try JSONDecoder().decode(Expectation.self, from: bytes).findings
    }
}

/// Where the package is.
enum Repository {
    /// The folder of `Package.swift`.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
}
