import Foundation
import Testing

/// The modules of kept plans, applied by Terraform to an AWS that runs on this machine (moto).
///
/// moto does what IRSA and the retirement of keys need. It has no Pod Identity associations, so modules with them are only
/// validated. It checks no trust policy either: that the right tokens may take a role is not shown here. Providers come from
/// files on this machine; without them, or without moto, the tests say that they were skipped.
@Suite(.serialized, .enabled(if: TerraformBench.isReady))
struct TerraformApplyTests {
    @Test(arguments: ["pod-identity/terraform/media-eu"])
    func isValid(module: String) throws {
        let bench = try TerraformBench(module: module)
        defer { bench.remove() }
        try bench.initialize()
        try bench.expect("validate")
    }

    @Test(arguments: ["irsa/terraform/shop-eu", "cross-account/terraform/accounts/444455556666"])
    func leavesNothingToChange(module: String) throws {
        let bench = try TerraformBench(module: module)
        defer { bench.remove() }
        try bench.initialize()
        let permissions = try bench.permissions()
        #expect(!permissions.isEmpty)
        try bench.expect(["apply", "-auto-approve"] + permissions)
        // 2 would be a difference.
        try bench.expect(["plan", "-detailed-exitcode"] + permissions)
    }

    @Test func takesKeysAwayPhaseByPhase() throws {
        let bench = try TerraformBench(module: "irsa/terraform/retire/123456789012")
        defer { bench.remove() }
        let keys = try bench.aws("seed", "uploader", "reporter", "legacy").split(separator: "\n").map(String.init)
        try bench.fillIn(keys: keys, users: ["uploader", "reporter", "legacy"])
        try bench.initialize()
        let adoption = try bench.expect(["apply", "-auto-approve"])
        #expect(adoption.contains("0 added, 0 changed, 0 destroyed") && adoption.contains("7 imported"), "\(adoption)")
        try bench.expect(["plan", "-detailed-exitcode"])

        try bench.setPhase(of: keys[0], from: "active", to: "inactive")
        #expect(try bench.expect(["apply", "-auto-approve"]).contains("0 added, 1 changed, 0 destroyed"))
        #expect(try bench.aws("state", keys[0], "uploader") == "Inactive\n")
        #expect(try bench.aws("state", keys[1], "reporter") == "Active\n")
        try bench.setPhase(of: keys[0], from: "inactive", to: "deleted")
        #expect(try bench.expect(["apply", "-auto-approve"]).contains("0 added, 0 changed, 1 destroyed"))
        #expect(try bench.aws("state", keys[0], "uploader") == "gone\n")
        try bench.setPhase(of: keys[0], from: "deleted", to: "user-deleted")
        #expect(try bench.expect(["apply", "-auto-approve"]).contains("0 added, 0 changed, 2 destroyed"))
        #expect(try bench.aws("users") == "legacy\nreporter\n")
        try bench.expect(["plan", "-detailed-exitcode"])
    }

    @Test func asksForUsersBeforeAnythingElse() throws {
        let bench = try TerraformBench(module: "irsa/terraform/retire/123456789012")
        defer { bench.remove() }
        try bench.initialize()
        let plan = try bench.terraform(["plan"])
        #expect(plan.status == 1)
        #expect(plan.output.contains("Say which user has each key"), "\(plan.output)")
    }
}
