import Foundation
import MigrationModel
import Testing

@testable import Rendering

/// Every command line of `gcloud` and `az` in a plan, as a shell hands it to the tool, against the table of what the tools take.
struct CloudToolTests {
    @Test(.enabled(if: ExternalTool.can("bash")))
    func givesTheToolsWhatTheyTake() throws {
        var found: Set<String> = []
        for words in try Self.typed() + Self.called() {
            #expect(CloudToolGrammar.problem(of: words) == nil, "\(words)")
            if let name = CloudToolGrammar.name(of: words) { found.insert(name) }
        }
        // A line of the table that nothing uses would say nothing of the plan.
        #expect(found == Set(CloudToolGrammar.commands.keys))
    }

    @Test(arguments: [
        "gcloud iam service-accounts keys disable 1", "gcloud iam service-accounts keys disable --iam-account=a",
        "gcloud iam service-accounts keys disable 1 --iam-account=a --force",
        "gcloud iam service-accounts key disable 1 --iam-account=a", "gcloud storage hmac update GOOG1",
        "gcloud storage hmac update GOOG1 --activate --deactivate", "gcloud storage hmac delete GOOG1 --filter=x",
        "az identity delete --name a", "az identity delete --name a --resource-group b --yes",
        "az ad app credential delete --id a --key-id", "az identity create --name a --name b --resource-group c",
    ])
    func refusesWhatTheToolsWouldRefuse(line: String) {
        #expect(CloudToolGrammar.problem(of: line.split(separator: " ").map(String.init)) != nil)
    }

    /// What the runbooks and scripts of a plan, and the commands of every kind of key, start when a shell runs them.
    private static func typed() throws -> [[String]] {
        var texts: [String] = []
        for configuration in [SamplePlans.configuration, SamplePlans.commands] {
            for file in PlanFiles.files(of: SamplePlans.full, configuration: configuration) {
                if file.path.hasSuffix(".sh") { texts.append(file.contents) }
                if file.path.hasPrefix("runbooks/") { texts += blocks(of: file.contents) }
            }
        }
        for kind in KeyKind.allCases {
            let key = KeyCommands(key: KeyName(kind: kind, id: "x"))
            let all = [key.showUse, key.showState, key.deactivate, key.activate, key.delete, key.deleteOwner]
            texts += all.map { $0.map(\.text).joined(separator: "\n") }
        }
        let files = Set(texts).sorted().enumerated().map {
            PlanFile(path: "\($0).sh", contents: $1.replacing("set -euo pipefail", with: "") + "\n")
        }
        let folder = try ExternalTool.folder(files)
        defer { try? FileManager.default.removeItem(at: folder) }
        let output = try ExternalTool.run(["bash", "-c", recorder, "bash"] + files.map { "./" + $0.path }, in: folder)
        #expect(output.status == 0)
        let lines = try String(contentsOf: folder.appending(path: "calls"), encoding: .utf8).split(separator: "\n")
        return lines.map { $0.split(separator: "\u{1F}").map(String.init) }
    }

    /// Writes down what the two tools are given; all other programs do nothing.
    private static let recorder = #"""
        exec 3>calls
        for tool in gcloud az; do
          eval "$tool() { printf '%s' $tool >&3; printf '\x1f%s' \"\$@\" >&3; printf '\n' >&3; echo value; }"
        done
        command_not_found_handle() { return 0; }
        export SERVICE_ACCOUNT=a APPLICATION_ID=b CREDENTIAL_KEY_ID=c USER_NAME=d STORAGE_ACCOUNT=e STORAGE_KEY=primary
        export CANARY_POD=f PATH=/nonexistent
        for file in "$@"; do (. "$file") >/dev/null 2>&1 </dev/null; done
        true
        """#

    /// The blocks of shell in a runbook.
    private static func blocks(of text: String) -> [String] {
        text.components(separatedBy: "```sh\n").dropFirst().compactMap { $0.components(separatedBy: "\n```").first }
    }

    /// What keyshift itself starts to carry a plan out.
    private static func called() -> [[String]] {
        var plan = SamplePlans.full
        plan.clusters = SamplePlans.configuration.clusters.map { PlannedCluster($0, input: "dump.json", context: "") }
        let hmac = KeyName(kind: .googleHMACKey, id: "GOOG1EXAMPLE")
        let storage = KeyName(kind: .azureStorageAccountKey, id: "azure-storage-account-key:1")
        plan.steps += [hmac, storage].flatMap { SamplePlans.retirement(of: $0) }
        // What Terraform would make otherwise is made by calls as well.
        for index in plan.steps.indices { plan.steps[index].actor = .keyshift }
        let calls = PlanCalls(plan)
        return plan.steps.flatMap { step -> [[String]] in
            let procedure = calls.procedure(of: step)
            return (procedure.apply + procedure.undo).flatMap { call -> [[String]] in
                guard case .cloud(let call) = call else { return [] }
                let looked = (call.lookups + (call.each.map { [$0] } ?? [])).map(\.words)
                return [call.words] + looked + call.obstacles.map(\.words) + (call.inspection.map { [$0.words] } ?? [])
            }
        }.filter { ["gcloud", "az"].contains($0.first) }
    }
}
