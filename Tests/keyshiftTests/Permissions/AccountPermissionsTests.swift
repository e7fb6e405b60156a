import Foundation
import Testing

/// The permissions of a plan from what the real AWS CLI prints of an account, here one of moto.
struct AccountPermissionsTests {
    private struct Policy: Decodable {
        struct Entry: Decodable {
            enum CodingKeys: String, CodingKey { case resource = "Resource" }
            var resource: String
        }
        enum CodingKeys: String, CodingKey { case statements = "Statement" }
        var statements: [Entry]
    }

    private func policies(in program: Executable) throws -> [String: [String]] {
        let folder = program.folder + "/plan/iam"
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".policy.json") }
        return try names.reduce(into: [:]) { found, name in
            let data = try Data(contentsOf: URL(filePath: folder + "/" + name))
            found[name] = try JSONDecoder().decode(Policy.self, from: data).statements.map(\.resource)
        }
    }

    @Test(.enabled(if: PermissionTools.can("account")))
    func findsThePoliciesOfTheUser() throws {
        let program = try Executable()
        defer { program.remove() }
        let made = try PermissionTools.run("account", [program.folder])
        #expect(made.status == 0, "\(made.output)")
        let run = try program.run(
            "plan", "dump.json", "-o", "plan", "--authorization-details", "details.json", "--authorization-details",
            "keys")
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            try policies(in: program) == [
                "prod-shop-api/tables.policy.json": ["arn:aws:dynamodb:us-east-1:123456789012:table/orders"],
                "prod-shop-api/topics.policy.json": ["arn:aws:sns:us-east-1:123456789012:orders"],
                "prod-shop-api/queue.policy.json": ["arn:aws:sqs:us-east-1:123456789012:orders"],
            ])
        let plan = try String(contentsOfFile: program.folder + "/plan/plan.yaml", encoding: .utf8)
        #expect(plan.contains("    source: user\n    isAccepted: true\n"))
        #expect(plan.contains("subject: arn:aws:iam::123456789012:role/audit"))
        // Without the listing of keys either user can be it.
        try FileManager.default.removeItem(atPath: program.folder + "/plan")
        let asking = try program.run("plan", "dump.json", "-o", "plan", "--authorization-details", "details.json")
        #expect(asking.status == 0, "\(asking.errors)")
        #expect(try policies(in: program) == [:])
        let readme = try String(contentsOfFile: program.folder + "/plan/README.md", encoding: .utf8)
        #expect(readme.contains("Say whose it is: `aws iam get-access-key-last-used --access-key-id AKIA"))
    }

    @Test func refusesWhatIsNoAccount() throws {
        let program = try Executable(texts: [
            "dump.json": "{}", "keyshift.yaml": Self.configuration, "keys.json": "{\n}",
        ])
        defer { program.remove() }
        let run = try program.run("plan", "dump.json", "-o", "plan", "--authorization-details", "keys.json")
        #expect(run.status == 64)
        #expect(
            run.errors.contains(
                "The authorization details keys.json: keys.json: line 1 begins something else; give what"))
        #expect(run.created == [])
        let missing = try program.run("plan", "dump.json", "-o", "plan", "--authorization-details", "none")
        #expect(missing.status == 64)
    }

    @Test func refusesAPolicyWithTwoMembersOfOneName() throws {
        let policy =
            "{\"Statement\": [{\"Effect\": \"Allow\",\n\"Action\": \"*\", \"Action\": \"s3:*\", \"Resource\": \"*\"}]}"
        let program = try Executable(texts: [
            "dump.json": "{}", "conf/policies/a.json": policy,
            "conf/keyshift.yaml": Self.configuration + "services: [{service: a/*, policy: policies/a.json}]\n",
        ])
        defer { program.remove() }
        let run = try program.run("plan", "dump.json", "--config", "conf/keyshift.yaml", "-o", "plan")
        #expect(run.status == 64)
        #expect(
            run.errors.contains("conf/policies/a.json:2: The member `Action` stands twice in one object."),
            "\(run.errors)")
        #expect(run.created == [])
    }

    private static let configuration =
        "version: 1\nclusters: [{name: prod, platform: eks, region: eu-west-1, account: \"123456789012\"}]\n"
}
