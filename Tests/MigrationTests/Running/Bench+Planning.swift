import Foundation
import MigrationModel
import Testing

@testable import keyshift

extension Bench {
    /// Goes from the live cluster to a plan, as a user does, and reads it.
    func planned() async throws -> Plan {
        let scan = try await keyshift(["scan", "--context", "admin", "-A", "-o", "json"])
        #expect(scan.status == ProgramStatus.keysFound.rawValue, "\(scan.everything)")
        for key in Self.keys.keys { #expect(scan.output.contains(key)) }
        try await expect("plan", "--context", "admin", "-A", "--init", "--config", "first.yaml")
        try await prepare()
        try await expect("plan", "--context", "admin", "-A", "--authorization-details", "account", "-o", "plan")
        return try PlanFolderReading.plan(in: folder.appending(path: "plan").path)
    }

    /// Writes what a person gives to `keyshift plan`: the configuration, and what the account says of its users.
    func prepare() async throws {
        try Data(Fixture.configuration(shape).utf8).write(to: folder.appending(path: "keyshift.yaml"))
        try await gatherAccount()
    }

    private func gatherAccount() async throws {
        var files = ["details": ["iam", "get-account-authorization-details", "--output", "json"]]
        for user in Self.keys.values {
            files["keys-" + user] = ["iam", "list-access-keys", "--user-name", user, "--output", "json"]
        }
        for (name, words) in files {
            let run = try await cloud.aws(words)
            #expect(run.status == 0, "\(run.everything)")
            try Data(run.output.utf8).write(to: folder.appending(path: "account/\(name).json"))
        }
    }
}
