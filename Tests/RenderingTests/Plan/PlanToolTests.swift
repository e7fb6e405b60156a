import Foundation
import MigrationModel
import Rendering
import Testing

/// What real programs say of the files.
struct PlanToolTests {
    static let plans = [SamplePlans.full, SamplePlans.hostile]

    @Test(.enabled(if: ExternalTool.can("terraform")), arguments: plans.indices)
    func isFormattedAsTerraformWants(index: Int) throws {
        let files = PlanFiles.files(of: Self.plans[index], configuration: SamplePlans.configuration)
        let folder = try ExternalTool.folder(files.filter { $0.path.hasPrefix("terraform/") })
        defer { try? FileManager.default.removeItem(at: folder) }
        let result = try ExternalTool.run(["terraform", "fmt", "-check", "-diff", "-recursive"], in: folder)
        #expect(result.status == 0, "\(result.output.prefix(2000))")
    }

    /// With the providers that the machine carries as files, found by `mirror.sh`.
    @Test(.enabled(if: Providers.script != nil && ExternalTool.can("terraform")), arguments: plans.indices)
    func isValidForTheProvider(index: Int) throws {
        var configuration = SamplePlans.configuration
        configuration.clusters = [configuration.clusters[0]]
        var plan = Self.plans[index]
        plan.identities.removeAll { $0.cluster != "prod" }
        // Planning makes names of roles legal, and the provider insists on it.
        for index in plan.identities.indices { plan.identities[index].role = "role-\(index)" }
        let files = PlanFiles.files(of: plan, configuration: configuration)
        let folder = try ExternalTool.folder(files.filter { $0.path.hasPrefix("terraform/prod/") })
        defer { try? FileManager.default.removeItem(at: folder) }
        let module = folder.appending(path: "terraform/prod")
        let mirror = try ExternalTool.run(["bash", Providers.script ?? "", folder.path])
        let file = mirror.output.trimmingCharacters(in: .whitespacesAndNewlines)
            .replacing("export TF_CLI_CONFIG_FILE=", with: "")
        guard !file.isEmpty else { return Providers.skip("no provider is on this machine") }
        let environment = ["TF_CLI_CONFIG_FILE": file]
        let start = try ExternalTool.run(["terraform", "init", "-backend=false"], in: module, environment: environment)
        #expect(start.status == 0, "\(start.output)")
        let result = try ExternalTool.run(["terraform", "validate"], in: module, environment: environment)
        #expect(result.status == 0, "\(result.output.prefix(4000))")
    }

    @Test(.enabled(if: ExternalTool.can("kubectl")), arguments: plans.indices, ["prepare", "shift"])
    func isAcceptedByKustomize(index: Int, phase: String) throws {
        let files = PlanFiles.files(of: Self.plans[index], configuration: SamplePlans.configuration)
        let folder = try ExternalTool.folder(files.filter { $0.path.hasPrefix("kubernetes/") })
        defer { try? FileManager.default.removeItem(at: folder) }
        let component = "kubernetes/\(phase)/prod"
        let build = try ExternalTool.run(["kubectl", "kustomize", component], in: folder)
        #expect(build.status == 0, "\(build.output.prefix(2000))")
    }

    @Test(.enabled(if: ExternalTool.can("kubectl")))
    func changesTheWorkload() throws {
        let files = PlanFiles.files(of: SamplePlans.full, configuration: SamplePlans.configuration)
        let base = [
            PlanFile(
                path: "kustomization.yaml",
                contents: "resources: [api.yaml]\ncomponents: [kubernetes/prepare/prod, kubernetes/shift/prod]\n"),
            PlanFile(path: "api.yaml", contents: Self.deployment),
        ]
        let folder = try ExternalTool.folder(files.filter { $0.path.hasPrefix("kubernetes/") } + base)
        defer { try? FileManager.default.removeItem(at: folder) }
        let build = try ExternalTool.run(["kubectl", "kustomize", "."], in: folder)
        #expect(build.status == 0, "\(build.output.prefix(2000))")
        try expectBaseline(build.output, "plan-kustomize.txt")
    }

    @Test(.enabled(if: ExternalTool.can("bash")), arguments: plans.indices)
    func isShellThatRunsNothingElse(index: Int) throws {
        let files = PlanFiles.files(of: Self.plans[index], configuration: SamplePlans.commands)
        let scripts = files.filter { $0.path.hasPrefix("commands/") }
        #expect(!scripts.isEmpty)
        let folder = try ExternalTool.folder(scripts)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Each program prints what it would be given; whatever a name smuggled in would be another program.
        let stub =
            "aws() { if [ \"$1\" = sts ]; then echo 123456789012; fi; }\nkubectl() { echo stub; }\nfor tool in gcloud az; do eval \"$tool() { printf '%s\\n' \\\"\\$@\\\" >/dev/null; }\"; done\n"
            + "for tool in xargs sed head base64 grep sleep; do eval \"$tool() { while read -r _; do :; done; }\"; done\n"
            + "command_not_found_handle() { echo \"smuggled: $*\"; return 0; }\n"
            + "export SERVICE_ACCOUNT=a APPLICATION_ID=b CREDENTIAL_KEY_ID=c USER_NAME=d STORAGE_ACCOUNT=e STORAGE_KEY=f CANARY_POD=g\n"
            + "PATH=/nonexistent\nfor file in \"$@\"; do (. \"$file\") || echo \"failed: $file\"; done\n"
        let script = folder.appending(path: "stub.sh")
        try Data(stub.utf8).write(to: script)
        let result = try ExternalTool.run(["bash", script.path] + scripts.map { "./" + $0.path }, in: folder)
        let smuggled = result.output.split(separator: "\n").filter { $0 != "stub" }
        #expect(smuggled.isEmpty, "\(smuggled.prefix(20))")
        #expect(result.status == 0)
    }

    private static let deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: api
          namespace: production
        spec:
          selector: {matchLabels: {app: api}}
          template:
            metadata: {labels: {app: api}}
            spec:
              serviceAccountName: default
              containers:
              - name: app
                image: example.com/app
                envFrom: [{secretRef: {name: aws-credentials}}]
                env:
                - {name: AWS_ACCESS_KEY_ID, valueFrom: {secretKeyRef: {name: aws-credentials, key: id}}}
                - {name: STAYS, value: here}
              - name: proxy
                image: example.com/proxy
                volumeMounts:
                - {name: aws, mountPath: /root/.aws}
                - {name: tmp, mountPath: /tmp}
              volumes:
              - {name: aws, secret: {secretName: aws-credentials}}
              - {name: tmp, emptyDir: {}}

        """
}

/// Terraform providers that a machine carries as files.
enum Providers {
    /// `mirror.sh`: `KEYSHIFT_TERRAFORM_MIRROR`, else beside the checkout.
    static let script: String? = {
        let beside = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../../shared/tools/terraform/mirror.sh").standardizedFileURL.path
        let path = ProcessInfo.processInfo.environment["KEYSHIFT_TERRAFORM_MIRROR"] ?? beside
        if FileManager.default.isReadableFile(atPath: path) { return path }
        skip("mirror.sh is not on this machine")
        return nil
    }()

    static func skip(_ reason: String) {
        FileHandle.standardError.write(Data("SKIPPED: terraform validate: \(reason)\n".utf8))
    }
}
