import Foundation
import Testing

/// `keyshift demo` from outside: the picture in the README, and what it leaves behind.
struct DemoTests {
    private static let picture = """
        A simulated cluster: 4 services that share one access key. Time is moved.

        Scan
          AKIARZPUZDIKKEOANPKG  in Secret production/aws-credentials
          belongs to the IAM user production-app, is received by analytics-pipeline, notification-service, order-api and \
        payment-processor

        Plan
          N steps, proven in N states: no order of steps, failures and undos leaves a service without credentials.

        Migrate
          day  0  prepare       analytics-pipeline    role ✓  account ✓  binding ✓
          day  0  prepare       notification-service  role ✓  account ✓  binding ✓
          day  0  prepare       order-api             role ✓  binding ✓
          day  0  prepare       payment-processor     role ✓  account ✓  binding ✓
          day  0  shift         analytics-pipeline    canary ✓  rollout ✓  canary gone ✓
                  Its Pods are prod-eu-production-analytics-pipeline now.
          day  1  shift         notification-service  canary ✓  rollout ✓  canary gone ✓
                  Its Pods are prod-eu-production-notification-service now.
          day  1  retire        analytics-pipeline    old revisions gone ✓
          day  2  shift         order-api             canary ✓  rollout ✓  canary gone ✓
                  Its Pods are prod-eu-production-order-api now.
          day  2  retire        notification-service  old revisions gone ✓
          day  3  shift         payment-processor     canary ✓  rollout ✓  canary gone ✓
                  Its Pods are prod-eu-production-payment-processor now.
          day  3  retire        order-api             old revisions gone ✓
          day  4  retire        payment-processor     old revisions gone ✓
          day  4  retire        aws-credentials       removed ✓
          day  4  retire        AKIARZPUZDIKKEOANPKG  deactivated ✓
          day 11  decommission  AKIARZPUZDIKKEOANPKG  deleted ✓
                  Nobody had used it for 7 days.
          day 11  decommission  aws-credentials       copy removed ✓
          day 11  decommission  AKIARZPUZDIKKEOANPKG  user deleted ✓
                  Approved: production-app is used by nothing else.

        Done in 11 days. No service failed at any time; no static key is left.
          keyshift-demo/plan/README.md            the plan, as it is reviewed
          keyshift-demo/plan/.keyshift/ledger.db  what happened: N events
          keyshift-demo/status.html               the same for an audit

        Next: keyshift status keyshift-demo/plan

        """

    /// The secret half of the simulated key.
    private static let secret = "2EDLbdDZ1c5jAE2rjTbrNLwMtshF6PwKluYIFdlK"

    @Test func walksThroughAWholeMigration() throws {
        let program = try Executable()
        defer { program.remove() }
        let run = try program.run("demo")
        #expect(run.status == 0)
        #expect(run.errors == "")
        let counts = /[0-9]+ (steps|states|events)/
        #expect(run.output.replacing(counts) { "N \($0.output.1)" } == Self.picture)
        #expect(try program.run("ledger", "verify", "keyshift-demo/plan").status == 0)
        let status = try program.run("status", "keyshift-demo/plan")
        #expect(status.status == 0)
        #expect(status.output.contains("4 of 4 services moved, 1 of 1 key deleted"))
        #expect(try program.run("plan", "--check", "keyshift-demo/plan").status == 0)
    }

    @Test func leavesTheSecretHalfNowhereButInTheDump() throws {
        let program = try Executable()
        defer { program.remove() }
        let run = try program.run("demo", "left")
        let encoded = Data(Self.secret.utf8).base64EncodedString()
        var holders: [String] = []
        for name in run.created {
            guard let bytes = FileManager.default.contents(atPath: program.folder + "/" + name) else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            if text.contains(Self.secret) || text.contains(encoded) { holders.append(name) }
        }
        #expect(holders == ["left/cluster.json"])
        #expect(run.created.contains("left/status.html"))
    }

    @Test(arguments: [
        ("canary", "canary ✗", "has not rolled out in 10 minutes: 0 of 1 new Pods are ready."),
        ("drift", "canary ✗", "keyshift plan --revise: what is done stays done."),
        ("regression", "removed ✗", "it is managed by Helm (analytics-pipeline)."),
    ]) func showsRefusalAndTheWayOn(_ fault: String, _ mark: String, _ words: String) throws {
        let program = try Executable()
        defer { program.remove() }
        let run = try program.run("demo", "--break", fault)
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(run.output.components(separatedBy: mark).count == 2)
        #expect(run.output.contains(words))
        #expect(run.output.contains("No service failed at any time; no static key is left."))
        #expect(try program.run("ledger", "verify", "keyshift-demo/plan").status == 0)
    }

    @Test func overwritesNothing() throws {
        let program = try Executable(texts: ["mine/notes.txt": "keep"])
        defer { program.remove() }
        let run = try program.run("demo", "mine")
        #expect(run.status == 64)
        #expect(run.output == "")
        #expect(run.errors.contains("mine is there and not empty. Name another folder, or remove it yourself."))
        #expect(run.created == [])
    }
}
