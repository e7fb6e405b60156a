import ClusterDump
import Foundation
import MigrationModel
import Testing

@testable import keyshift

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
        Scenario(name: "receptions", inputs: ["dump.json", "not-from-a-server.jsonl"]),
        identities,
    ]

    /// Four clusters in which static keys and federated identities meet.
    static let identities = Scenario(name: "identities", inputs: ["eks.json", "gke.json", "aks.json", "bare.json"])

    /// Scenarios whose expectations say who receives the keys.
    static let tracing = all.filter { ["shared-key", "receptions", "identities"].contains($0.name) }

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

    /// All of `expected.json`; scenarios have the sections that they are about.
    struct Expectation: Decodable {
        var findings: [Finding]
        var consumers: [String: [Consumer]]?
        var services: [ServiceFacts]?
        var identityFindings: [IdentityFinding]?
        var inventory: [Identity]?
    }

    /// What is expected.
    func expected() throws -> Expectation {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/expected.json"))
        return try JSONDecoder().decode(Expectation.self, from: bytes)
    }

    /// Scans the scenario.
    func report(workers: Int = 2) -> ScanReport {
        Self.report(on: inputs.map { folder + "/" + $0 }, workers: workers)
    }

    /// Scans some files.
    static func report(on paths: [String], workers: Int = 2) -> ScanReport {
        ScanRun(workers: workers, allowances: [], now: "2026-11-21T12:00:00Z")
            .report(over: DocumentFeed(FileQueue(paths)))
    }

    /// An input as `expected.json` names it: by its path in the folder.
    func name(ofInput input: String) -> String { String(input.dropFirst(folder.count + 1)) }

    /// An id as `expected.json` writes it: fingerprints are not known there.
    static func maskedID(_ kind: KeyKind, _ id: String) -> String {
        id.hasPrefix(kind.rawValue + ":") ? kind.rawValue + ":*" : id
    }
}

/// Where the package is.
enum Repository {
    /// The folder of `Package.swift`.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
}
