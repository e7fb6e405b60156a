import Foundation
import MigrationModel
import Rendering
import Testing

/// The files of a plan together: their paths, that they are the same every time, and that they stay when services come.
struct PlanFilesTests {
    static let samples: [(plan: Plan, configuration: Configuration)] = [
        (SamplePlans.full, SamplePlans.configuration), (SamplePlans.full, SamplePlans.commands),
        (SamplePlans.hostile, SamplePlans.configuration), (SamplePlans.hostile, SamplePlans.commands),
        (Plan(), Configuration(clusters: [])), (SamplePlans.full, Configuration(clusters: [])),
    ]

    @Test(arguments: samples.indices)
    func namesFilesSafely(index: Int) {
        let sample = Self.samples[index]
        let files = PlanFiles.files(of: sample.plan, configuration: sample.configuration)
        #expect(files.map(\.path) == files.map(\.path).sorted())
        #expect(Set(files.map { $0.path.lowercased() }).count == files.count)
        for file in files {
            let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
            for part in parts {
                #expect(part.wholeMatch(of: /[A-Za-z0-9_][A-Za-z0-9._-]*/) != nil, "\(file.path)")
                #expect(!part.contains("..") || part.first != ".", "\(file.path)")
                #expect(part.utf8.count <= 200)
            }
            #expect(file.contents.hasSuffix("\n") && !file.contents.hasSuffix("\n\n"), "\(file.path)")
        }
    }

    @Test func isTheSameEveryTime() {
        for sample in Self.samples {
            let files = PlanFiles.files(of: sample.plan, configuration: sample.configuration)
            #expect(files == PlanFiles.files(of: sample.plan, configuration: sample.configuration))
        }
    }

    @Test(arguments: [SamplePlans.configuration, SamplePlans.commands])
    func keepsFilesWhenAnotherServiceComes(configuration: Configuration) {
        let few = SamplePlans.merged([SamplePlans.parts(name: "api"), SamplePlans.parts(name: "worker")])
        let other = KeyName(kind: .awsAccessKey, id: "AKIARZPUZDIKVFUPXQMB")
        let more = SamplePlans.merged([
            SamplePlans.parts(name: "api"), SamplePlans.parts(name: "middle", key: other),
            SamplePlans.parts(name: "worker"),
        ])
        let after = Dictionary(
            uniqueKeysWithValues: PlanFiles.files(of: more, configuration: configuration).map { ($0.path, $0.contents) }
        )
        for file in PlanFiles.files(of: few, configuration: configuration) {
            if ["README.md", "plan.yaml"].contains(file.path) || file.path.hasSuffix("kustomization.yaml")
                || file.path.hasPrefix("runbooks/")
            {
                // The identities of all share the ServiceAccount `default`, which runbooks tell of.
                let lost = Self.lines(file.contents).subtracting(Self.lines(after[file.path] ?? ""))
                #expect(lost.count <= (file.path == "README.md" ? 5 : 2), "\(file.path): \(lost)")
            } else {
                #expect(after[file.path] == file.contents, "\(file.path)")
            }
        }
    }

    private static func lines(_ text: String) -> Set<Substring> { Set(text.split(separator: "\n")) }

    @Test func hasNoHiddenCharacters() {
        for sample in Self.samples {
            for file in PlanFiles.files(of: sample.plan, configuration: sample.configuration) {
                let found = file.contents.unicodeScalars.filter { scalar in
                    (scalar.value < 0x20 && scalar != "\n") || scalar.value == 0x202E
                }
                #expect(found.isEmpty, "\(file.path)")
            }
        }
    }

    /// The whole folder of a plan as people have it.
    @Test(arguments: ["terraform", "commands"])
    func writesEverything(owner: String) throws {
        let configuration = owner == "terraform" ? SamplePlans.configuration : SamplePlans.commands
        let files = PlanFiles.files(of: SamplePlans.full, configuration: configuration)
            .filter { owner == "terraform" || $0.path.hasPrefix("commands/") || $0.path == "README.md" }
        let text = files.map { "==> \($0.path) <==\n\($0.contents)" }.joined(separator: "\n")
        try expectBaseline(text, "plan-\(owner).txt")
    }
}
