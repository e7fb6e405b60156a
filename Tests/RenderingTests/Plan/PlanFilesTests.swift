import Foundation
import MigrationModel
import Rendering
import Synchronization
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

    /// Several threads make the same files, in whatever order, and stop when nobody wants more.
    @Test func isTheSameFromSeveralThreads() {
        for sample in Self.samples {
            let found = Mutex<[PlanFile]>([])
            PlanFiles.each(of: sample.plan, configuration: sample.configuration, workers: 4) { file in
                found.withLock { $0.append(file) }
                return true
            }
            let files = found.withLock { $0.sorted { $0.path < $1.path } }
            #expect(files == PlanFiles.files(of: sample.plan, configuration: sample.configuration))
        }
        let count = Mutex(0)
        PlanFiles.each(of: SamplePlans.full, configuration: SamplePlans.configuration, workers: 2) { _ in
            count.withLock { $0 += 1 }
            return false
        }
        #expect((1...2).contains(count.withLock { $0 }))
    }

    /// Each script of a step that can be taken back has one that does; what goes through Git has none.
    @Test func hasAWayBackFromEveryScript() {
        let files = PlanFiles.files(of: SamplePlans.full, configuration: SamplePlans.commands)
        let paths = Set(files.map(\.path).filter { $0.hasPrefix("commands/") })
        for step in Set(SamplePlans.full.steps.map(\.id)) where paths.contains("commands/\(step).sh") {
            let actions = SamplePlans.full.steps.filter { $0.id == step }
            // The Pods of the workload are what the canary was, and nobody needs former revisions.
            let isFinal = actions.allSatisfy { step in
                switch step.action {
                case .removeCanary, .forgetRevisions, .removeCopy, .deleteKey, .deleteUser: true
                // Granted directly: there is nothing that binds it.
                case .bindIdentity(let action): action.identity.hasSuffix("/archive")
                default: false
                }
            }
            #expect(paths.contains("commands/undo/\(step).sh") != isFinal, "\(step)")
        }
        #expect(paths.contains("commands/undo/shift/production/api/rollout.sh"))
        #expect(SamplePlans.full.steps.contains { $0.actor == .gitOps })
        for step in SamplePlans.full.steps where step.actor == .gitOps {
            #expect(!paths.contains { $0.hasSuffix(step.id + ".sh") }, "\(step.id)")
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
