import Foundation
import Testing

/// The proof as people meet it: before a plan is written, and on request.
struct ProofTests {
    private static let configuration = """
        version: 1
        clusters:
          - name: prod
            platform: eks
            region: eu-west-1
            account: "123456789012"
            podIdentityAgent: true
            issuer: https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE
        """

    private func program(_ scenario: String, _ configuration: String? = nil) throws -> Executable {
        let fixture = Repository.root + "/Fixtures/\(scenario)/"
        let written = configuration.map { Array($0.utf8) }
        return try Executable([
            "dump.json": Array(Data(contentsOf: URL(filePath: fixture + "dump.json"))),
            "keyshift.yaml": written ?? Array(Data(contentsOf: URL(filePath: fixture + "keyshift.yaml"))),
        ])
    }

    /// Every way on which a key reaches a container, with overridden `envFrom`, custom owners and old revisions.
    @Test func provesAPlanForEveryReception() throws {
        let program = try program("receptions", Self.configuration)
        defer { program.remove() }
        let run = try program.run("plan", "dump.json", "-o", "plan")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("\nProven: 87 services, "))
    }

    @Test func findsWhatAnEditBroke() throws {
        let program = try program("shared-key")
        defer { program.remove() }
        #expect(try program.run("plan", "dump.json", "-o", "plan").status == 0)
        let good = try program.run("plan", "--check", "plan")
        #expect(good.status == 0)
        #expect(good.output.hasPrefix("Proven: 6 services, "))
        let path = program.folder + "/plan/plan.yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let order = "after:\n  - retire/production/secret/report-former-credentials\n"
        let broken = text.replacing(order, with: "after: []\n")
        #expect(broken != text)
        try broken.write(toFile: path, atomically: true, encoding: .utf8)
        let run = try program.run("plan", "--check", "plan")
        #expect(run.status == 3)
        #expect(
            run.output.contains("available: Every container that had a working credential has one"), "\(run.output)")
        let machine = try program.run("plan", "--check", "plan", "-o", "json")
        #expect(machine.status == 3)
        #expect(machine.output.contains("\"property\": \"available\""))
    }

    @Test func refusesAFolderWithoutAPlan() throws {
        let program = try program("shared-key")
        defer { program.remove() }
        let run = try program.run("plan", "--check", ".")
        #expect(run.status == 64)
        #expect(run.errors.contains("./plan.yaml: "))
        #expect(try program.run("plan", "--check", ".", "-o", "csv").status == 64)
    }
}
