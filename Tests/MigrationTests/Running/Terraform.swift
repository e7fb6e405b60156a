import Foundation
import MigrationModel
import Testing

/// The Terraform of a plan, applied to the cloud of a bench as whoever owns the infrastructure would.
struct Terraform {
    let bench: Bench

    /// Whether Terraform and its AWS provider are on this machine; says loudly what is not.
    static let isPossible: Bool = {
        guard mirror == nil else { return true }
        FileHandle.standardError.write(Data("warning: TESTS SKIPPED: no terraform with an AWS provider here.\n".utf8))
        return false
    }()

    /// The folder of providers that Terraform finds instead of a registry.
    private static let mirror: String? = {
        let search =
            "command -v terraform >/dev/null && find / -xdev -maxdepth 6 -type d -path '*/registry.terraform.io/hashicorp/aws'"
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", search + " 2>/dev/null | head -n 1"]
        process.standardOutput = output
        do { try process.run() } catch { return nil }
        let path = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).trimmed
        process.waitUntilExit()
        return path.range(of: "/registry.terraform.io").map { String(path[..<$0.lowerBound]) }
    }()

    /// Does what a step of Terraform asks for: applies the module that has it, for a key after the change of one word.
    func carryOut(_ step: Step, of plan: Plan) async throws {
        switch step.action {
        case .deactivateKey(let action): try await set(action.key, "inactive", plan)
        case .deleteKey(let action): try await set(action.key, "deleted", plan)
        case .deleteUser(let action):
            // The module says that inline policies go before.
            let user = try #require(Bench.keys[action.key.id])
            try await bench.cloud.expect("iam", "delete-user-policy", "--user-name", user, "--policy-name", "use")
            try await set(action.key, "user-deleted", plan)
        default: try await apply("terraform/prod-eu")
        }
    }

    private func set(_ key: KeyName, _ phase: String, _ plan: Plan) async throws {
        let module = "terraform/retire/\(CloudServer.account)"
        let file = bench.folder.appending(path: "plan/\(module)/keys.auto.tfvars")
        var text = try String(contentsOf: file, encoding: .utf8)
        for (id, user) in Bench.keys {
            let start = try #require(text.firstRange(of: id)).upperBound
            if let empty = text[start...].firstRange(of: "\"\""), text[start..<empty.lowerBound].contains("user"),
                !text[start..<empty.lowerBound].contains("}")
            {
                text.replaceSubrange(empty, with: "\"\(user)\"")
            }
        }
        let start = try #require(text.firstRange(of: key.id)).upperBound
        let word = try #require(text[start...].firstMatch(of: #/phase = "[a-z-]+"/#)).range
        // Users and keys are brought under Terraform as they are, before anything is changed.
        try Data(text.utf8).write(to: file)
        try await apply(module)
        text.replaceSubrange(word, with: "phase = \"\(phase)\"")
        try Data(text.utf8).write(to: file)
        try await apply(module)
    }

    private func apply(_ module: String) async throws {
        let folder = bench.folder.appending(path: "plan/" + module)
        let endpoint = bench.cloud.endpoint
        let override = """
            provider "aws" {
              allowed_account_ids         = null
              skip_credentials_validation = true
              skip_metadata_api_check     = true
              skip_requesting_account_id  = true

              endpoints {
                iam = "\(endpoint)"
                sts = "\(endpoint)"
                eks = "\(endpoint)"
              }
            }

            """
        try Data(override.utf8).write(to: folder.appending(path: "bench_override.tf"))
        let configuration = bench.folder.appending(path: "terraformrc")
        let mirror = "provider_installation {\n  filesystem_mirror {\n    path = \"\(Self.mirror ?? "")\"\n  }\n}\n"
        try Data(mirror.utf8).write(to: configuration)
        let environment = bench.environment.merging([
            "TF_CLI_CONFIG_FILE": configuration.path, "TF_IN_AUTOMATION": "1", "CHECKPOINT_DISABLE": "1",
        ]) { $1 }
        for words in [["init", "-input=false", "-backend=false"], ["apply", "-auto-approve", "-input=false"]] {
            if words.first == "init", FileManager.default.fileExists(atPath: folder.path + "/.terraform") { continue }
            let run = try await Run.of(["terraform"] + words + ["-no-color"], environment: environment, in: folder)
            try #require(run.status == 0, "\(words): \(run.everything)")
        }
    }
}
