import Foundation
import Testing

/// A StatefulSet, a DaemonSet and a Deployment whose key only a revision still has, from the dump to the plan.
struct KeptRevisionPlanTests {
    private static let ids = ["AKIARZPUZDIKHKKEN7O4", "AKIARZPUZDIKV43IMPFL", "AKIARZPUZDIKVFUPXQMB"]
    private static let secret = "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"

    private static let configuration = """
        version: 1
        clusters:
          - {name: prod, platform: eks, region: eu-west-1, account: "123456789012", podIdentityAgent: true}

        """

    private func template(_ name: String, hasKey: Bool) -> String {
        let source = hasKey ? #", "envFrom": [{"secretRef": {"name": "\#(name)-aws"}}]"# : ""
        return #"{"metadata": {"labels": {"app": "\#(name)"}}, "spec": {"serviceAccountName": "\#(name)", "#
            + #""containers": [{"name": "app", "image": "company/app:v1"\#(source)}]}}"#
    }

    private func object(
        _ apiVersion: String, _ kind: String, _ name: String, owner: (kind: String, name: String)? = nil,
        labels: String = "{}", _ rest: String
    ) -> String {
        let owners =
            owner.map {
                #", "ownerReferences": [{"apiVersion": "apps/v1", "kind": "\#($0.kind)", "name": "\#($0.name)", "#
                    + #""uid": "uid-\#($0.kind)-\#($0.name)", "controller": true}]"#
            } ?? ""
        return #"{"apiVersion": "\#(apiVersion)", "kind": "\#(kind)", "metadata": {"name": "\#(name)", "#
            + #""namespace": "shop", "uid": "uid-\#(kind)-\#(name)", "labels": \#(labels)\#(owners)}, \#(rest)}"#
    }

    /// A workload with two revisions, of which the older one has the key; a Pod runs the one that is named.
    private func service(_ kind: String, _ name: String, id: String, running: Int = 2) -> [String] {
        let data =
            #""data": {"AWS_ACCESS_KEY_ID": "\#(Data(id.utf8).base64EncodedString())", "#
            + #""AWS_SECRET_ACCESS_KEY": "\#(Data(Self.secret.utf8).base64EncodedString())"}"#
        let spec =
            #""spec": {"replicas": 1, "selector": {"matchLabels": {"app": "\#(name)"}}, "template": "#
            + template(name, hasKey: false) + "}"
        let isDeployment = kind == "Deployment"
        let revisions = [1, 2].map { number in
            let template = template(name, hasKey: number == 1)
            return isDeployment
                ? object(
                    "apps/v1", "ReplicaSet", "\(name)-\(number)", owner: (kind, name),
                    #""spec": {"replicas": \#(number == running ? 1 : 0), "template": \#(template)}"#)
                : object(
                    "apps/v1", "ControllerRevision", "\(name)-\(number)", owner: (kind, name),
                    #""revision": \#(number), "data": {"spec": {"template": \#(template)}}"#)
        }
        let hash = kind == "StatefulSet" ? "\(name)-\(running)" : "\(running)"
        let owner = isDeployment ? (kind: "ReplicaSet", name: "\(name)-\(running)") : (kind: kind, name: name)
        let pod = object(
            "v1", "Pod", "\(name)-x", owner: owner,
            labels: #"{"app": "\#(name)", "controller-revision-hash": "\#(hash)"}"#,
            String(template(name, hasKey: running == 1).dropFirst().dropLast()).replacing(
                #""metadata": {"labels": {"app": "\#(name)"}}, "#, with: "") + #", "status": {"phase": "Running"}"#)
        return [
            object("v1", "Secret", "\(name)-aws", data), object("v1", "ServiceAccount", name, #""secrets": []"#),
            object("apps/v1", kind, name, spec),
        ] + revisions + [pod]
    }

    private func plan(_ objects: [String]) throws -> (scan: String, plan: String, runbooks: [String]) {
        let program = try Executable(texts: [
            "dump.json": #"{"apiVersion": "v1", "kind": "List", "items": ["# + objects.joined(separator: ",\n") + "]}",
            "keyshift.yaml": Self.configuration,
        ])
        defer { program.remove() }
        let scan = try program.run("scan", "dump.json")
        let run = try program.run("plan", "dump.json", "-o", "plan")
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        let again = try program.run("plan", "--check", "plan")
        #expect(again.status == 0, "\(again.output)\(again.errors)")
        return (
            scan.output, try String(contentsOfFile: program.folder + "/plan/plan.yaml", encoding: .utf8),
            run.created.filter { $0.hasPrefix("plan/runbooks/") && $0.hasSuffix(".md") }.sorted()
        )
    }

    /// The ids of the steps, in order.
    private func steps(_ plan: String) -> [String] {
        let rest = plan.components(separatedBy: "\nsteps:\n").last ?? ""
        let list = rest.components(separatedBy: "\nhandovers:").first ?? ""
        return list.components(separatedBy: "\n").filter { $0.hasPrefix("- id: ") }.map { String($0.dropFirst(6)) }
    }

    @Test func forgetsTheRevisionsAndLeavesWhatRuns() throws {
        let kinds = [("StatefulSet", "db"), ("DaemonSet", "agent"), ("Deployment", "web")]
        let objects = zip(kinds, Self.ids).flatMap { service($0.0, $0.1, id: $1) }
        let made = try plan(objects)
        #expect(made.scan.contains("only in ControllerRevision shop/db-1"))
        #expect(made.scan.contains("only in ControllerRevision shop/agent-1"))
        #expect(made.scan.contains("only in ReplicaSet shop/web-1"))
        let names = ["agent", "web", "db"]
        let keys = Self.ids.flatMap {
            ["retire/keys/\($0)/deactivate", "decommission/keys/\($0)/delete", "decommission/keys/\($0)/user"]
        }
        #expect(
            steps(made.plan) == names.map { "retire/shop/\($0)/revisions" }
                + names.map { "\($0)-aws" }.sorted().map { "retire/shop/secret/\($0)" } + keys
                + names.map { "\($0)-aws" }.sorted().map { "decommission/shop/secret/\($0)/copy" })
        #expect(
            made.runbooks
                == ["daemonset-agent", "deployment-web", "statefulset-db"].map { "plan/runbooks/shop/\($0).md" })
        for name in names {
            let step = made.plan.components(separatedBy: "- id: retire/shop/secret/\(name)-aws\n").last ?? ""
            #expect(
                step.components(separatedBy: "\n- id: ").first?.contains("- retire/shop/\(name)/revisions\n") == true)
        }
    }

    /// The same while Pods of the revision still run: they have to get another identity first.
    @Test(arguments: ["StatefulSet", "DaemonSet", "Deployment"])
    func movesWhatStillRuns(kind: String) throws {
        let made = try plan(service(kind, "db", id: Self.ids[0], running: 1))
        let all = steps(made.plan)
        #expect(all.contains("shift/shop/db/rollout") && all.contains("retire/shop/db/revisions"))
    }
}
