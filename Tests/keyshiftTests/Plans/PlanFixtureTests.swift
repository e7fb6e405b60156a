import Foundation
import Testing

/// The plans in `Plans/`, which the program makes of the fixtures with the configuration beside each.
///
/// With `KEYSHIFT_RECORD` in the environment they are written anew, and the tests fail.
struct PlanFixtureTests {
    /// A plan that is kept, and the fixture that it is made of.
    struct Kept: Sendable, CustomTestStringConvertible {
        var name: String
        var fixture: String
        var configuration = "keyshift.yaml"
        var inputs = ["dump.json"]
        var testDescription: String { name }

        init(_ name: String) { (self.name, fixture) = (name, name) }

        init(_ name: String, of fixture: String, configuration: String) {
            (self.name, self.fixture, self.configuration) = (name, fixture, configuration)
        }

        init(_ name: String, inputs: [String]) { (self.name, fixture, self.inputs) = (name, name, inputs) }
    }

    static let all = [
        Kept("shared-key"), Kept("irsa"), Kept("pod-identity"), Kept("gke"),
        Kept("gke-direct", of: "gke", configuration: "direct.yaml"), Kept("aks"), Kept("self-managed"),
        Kept("two-clusters", inputs: ["east.json", "factory.json"]), Kept("cross-account"), Kept("routing"),
    ]

    private func plan(_ kept: Kept) throws -> (program: Executable, run: Executable.Run) {
        let fixture = Repository.root + "/Fixtures/\(kept.fixture)/"
        var files = ["keyshift.yaml": fixture + kept.configuration]
        for input in kept.inputs { files[input] = fixture + input }
        let program = try Executable(files.mapValues { Array(try Data(contentsOf: URL(filePath: $0))) })
        let inputs = kept.inputs.map { "'\($0)'" }.joined(separator: " ")
        return (program, try program.shell("\"$keyshift\" plan \(inputs) -o plan"))
    }

    private func files(in folder: String) throws -> [String: String] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
        return try names.reduce(into: [:]) { found, name in
            var isFolder: ObjCBool = false
            let path = folder + "/" + name
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
                return
            }
            found[name] = try String(contentsOfFile: path, encoding: .utf8)
        }
    }

    @Test(arguments: all)
    func makesThePlanThatIsKept(kept plan: Kept) throws {
        let (program, run) = try self.plan(plan)
        defer { program.remove() }
        #expect(run.status == 0, "\(run.errors)")
        let kept = Repository.root + "/Plans/" + plan.name
        if ProcessInfo.processInfo.environment["KEYSHIFT_RECORD"] != nil {
            try? FileManager.default.removeItem(atPath: kept)
            try FileManager.default.copyItem(atPath: program.folder + "/plan", toPath: kept)
            Issue.record("Plans/\(plan.name) was recorded")
            return
        }
        let (expected, found) = (try files(in: kept), try files(in: program.folder + "/plan"))
        #expect(found.keys.sorted() == expected.keys.sorted())
        for (name, text) in found where text != expected[name] { Issue.record("\(name) differs") }
    }

    @Test func leavesAPlanAsItIs() throws {
        let (program, first) = try plan(Kept("shared-key"))
        defer { program.remove() }
        #expect(first.output.contains("6 services of 6 to move"))
        try "edited".write(toFile: program.folder + "/plan/notes.md", atomically: true, encoding: .utf8)
        #expect(try program.run("plan", "dump.json", "-o", "plan/").status == 0)
        #expect(FileManager.default.fileExists(atPath: program.folder + "/plan/notes.md"))
        try "other".write(toFile: program.folder + "/plan/plan.yaml", atomically: true, encoding: .utf8)
        let other = try program.run("plan", "dump.json", "-o", "plan")
        #expect(other.status == 64)
        #expect(other.errors.contains("plan is there and holds another plan."))
        #expect(!other.created.contains { $0.contains(".keyshift-") })
    }

    @Test func overwritesNothingElse() throws {
        let program = try Executable(texts: ["keyshift.yaml": "version: 1", "plan/mine.txt": "x", "dump.json": "{}"])
        defer { program.remove() }
        let wrong = try program.run("plan", "dump.json", "-o", "plan")
        #expect(wrong.status == 64)
        #expect(wrong.errors.contains("keyshift.yaml:1: "), "\(wrong.errors)")
        let again = try program.run("plan", "dump.json", "--init")
        #expect(again.status == 64)
        #expect(again.errors.contains("keyshift.yaml is there already."))
    }

    @Test func refusesToPlanOnHalfAScan() throws {
        let fixture = Repository.root + "/Fixtures/shared-key/"
        let dump = try Data(contentsOf: URL(filePath: fixture + "dump.json"))
        let program = try Executable([
            "dump.json": Array(dump.prefix(dump.count * 9 / 10)),
            "keyshift.yaml": Array(Data(contentsOf: URL(filePath: fixture + "keyshift.yaml"))),
        ])
        defer { program.remove() }
        let refused = try program.run("plan", "dump.json", "-o", "plan")
        #expect(refused.status == 3)
        #expect(refused.errors.hasPrefix("No plan: a part of the input was not scanned"))
        #expect(!refused.created.contains("plan"))
        let marked = try program.run("plan", "dump.json", "-o", "plan", "--partial")
        #expect(marked.status == 2)
        #expect(
            try String(contentsOfFile: program.folder + "/plan/plan.yaml", encoding: .utf8).contains("isPartial: true"))
    }

    @Test func saysWhyNoMechanismFits() throws {
        let fixture = Repository.root + "/Fixtures/shared-key/"
        let program = try Executable([
            "dump.json": Array(Data(contentsOf: URL(filePath: fixture + "dump.json"))),
            "keyshift.yaml": Array(
                """
                version: 1
                clusters:
                  - {name: prod, platform: eks, region: eu-west-1, account: "123456789012", podIdentityAgent: false}
                """.utf8),
        ])
        defer { program.remove() }
        let run = try program.run("plan", "dump.json", "-o", "plan")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.hasPrefix("0 services of 6 to move, 0 keys of 3 to revoke, 0 steps."))
        let readme = try String(contentsOfFile: program.folder + "/plan/README.md", encoding: .utf8)
        #expect(readme.contains("the issuer of the cluster is not known"))
    }

    @Test func writesAConfigurationThatItAccepts() throws {
        let fixture = Repository.root + "/Fixtures/identities/"
        let program = try Executable(["eks.json": Array(Data(contentsOf: URL(filePath: fixture + "eks.json")))])
        defer { program.remove() }
        let run = try program.run("plan", "eks.json", "--init")
        #expect(run.status == 0, "\(run.errors)")
        let text = try String(contentsOfFile: program.folder + "/keyshift.yaml", encoding: .utf8)
        #expect(text.contains("platform: eks"))
    }
}
