import Execution
import Foundation
import MigrationModel
import Rendering
import Testing

/// Roles, policies and keys of an AWS that runs on this machine.
@Suite(.serialized, .enabled(if: MotoServer.isReady))
struct AWSVerificationTests {
    private static let document = PolicyDocument(statements: [
        PolicyStatement(actions: .only(["s3:GetObject"]), resources: .only(["arn:aws:s3:::shop/a"]))
    ])

    private func world() -> VerificationWorld {
        var world = VerificationWorld()
        world.policies = [PlannedPolicy(name: "shop", origin: "a test", document: Self.document)]
        return world
    }

    /// The profile of the plan is none that this machine has.
    private func scene(_ world: VerificationWorld, _ moto: MotoServer) -> Scene {
        var scene = world.scene(programs: moto.programs)
        scene.plan.clusters[0].profile = ""
        return scene
    }

    private func look(_ step: Step, _ world: VerificationWorld, _ moto: MotoServer) async -> [StepCheck] {
        await StepVerifications.check(step, in: scene(world, moto))
    }

    @Test func comparesTrustAndPermissions() async throws {
        let moto = try MotoServer()
        defer { moto.stop() }
        let world = world()
        #expect(await look(world.creation, world, moto).map(\.result) == [.notYet, .notYet])

        let documents = try #require(PlanCalls(world.plan).documents(ofIdentity: world.identity.id))
        try await moto.aws(
            "iam", "create-role", "--role-name", "c-shop-api", "--assume-role-policy-document", documents.trust)
        var checks = await look(world.creation, world, moto)
        #expect(checks.map(\.result) == [.satisfied, .notYet], "\(checks)")
        try await moto.aws(
            "iam", "put-role-policy", "--role-name", "c-shop-api", "--policy-name", "shop", "--policy-document",
            documents.policies[0].document)
        checks = await look(world.creation, world, moto)
        #expect(checks.map(\.result) == [.satisfied, .satisfied], "\(checks)")
        #expect(checks[0].evidence.map(\.source) == ["aws iam get-role --role-name c-shop-api --output json"])

        try await moto.aws(
            "iam", "update-assume-role-policy", "--role-name", "c-shop-api", "--policy-document",
            documents.trust.replacing("shop:api", with: "shop:other"))
        try await moto.aws(
            "iam", "put-role-policy", "--role-name", "c-shop-api", "--policy-name", "more", "--policy-document",
            documents.policies[0].document)
        checks = await look(world.creation, world, moto)
        #expect(checks.map(\.result) == [.violated, .violated])
        #expect(checks.reason(.trustExact).contains("StringEquals.oidc.example.com/id/c:sub"), "\(checks)")
        #expect(checks.reason(.permissionsAttached) == "The role c-shop-api has the policy more, which is not planned.")

        try await moto.aws("iam", "delete-role-policy", "--role-name", "c-shop-api", "--policy-name", "more")
        try await moto.aws(
            "iam", "put-role-policy", "--role-name", "c-shop-api", "--policy-name", "shop", "--policy-document",
            documents.policies[0].document.replacing("GetObject", with: "*"))
        checks = await look(world.creation, world, moto)
        #expect(
            checks.reason(.permissionsAttached)
                == "The policy shop of c-shop-api is not the planned one: Statement[0].Action.")
    }

    @Test func seesTheIssuer() async throws {
        let moto = try MotoServer()
        defer { moto.stop() }
        let world = world()
        let issuer = "https://oidc.example.com/id/C"
        let step = world.step(
            "issuer", .trustIssuer(TrustIssuer(cluster: "c", account: "123456789012", issuer: issuer)))
        #expect(await look(step, world, moto).map(\.result) == [.notYet])
        let arn = try await moto.aws(
            "iam", "create-open-id-connect-provider", "--url", issuer, "--client-id-list", "other", "--thumbprint-list",
            String(repeating: "a", count: 40))
        #expect(await look(step, world, moto).map(\.result) == [.violated])
        try await moto.aws("iam", "delete-open-id-connect-provider", "--open-id-connect-provider-arn", arn)
        try await moto.aws(
            "iam", "create-open-id-connect-provider", "--url", issuer, "--client-id-list", "other", "sts.amazonaws.com",
            "--thumbprint-list", String(repeating: "a", count: 40))
        #expect(await look(step, world, moto).map(\.result) == [.satisfied])
        let other = world.step(
            "issuer", .trustIssuer(TrustIssuer(cluster: "c", account: "111122223333", issuer: issuer)))
        let refused = await look(other, world, moto)
        #expect(refused.map(\.result) == [.cannotTell])
        #expect(
            refused[0].reason.contains("The credentials are of account 123456789012, and account 111122223333 is meant")
        )
    }

    @Test func followsAKeyToItsEnd() async throws {
        let moto = try MotoServer()
        defer { moto.stop() }
        try await moto.aws("iam", "create-user", "--user-name", "uploader")
        let id = try await moto.aws(
            "iam", "create-access-key", "--user-name", "uploader", "--query", "AccessKey.AccessKeyId")
        let key = KeyName(kind: .awsAccessKey, id: id)
        var world = world()
        world.verified = [("rollout", .rolledOut, StandingClock().now().adding(milliseconds: 60_000))]
        func scene() -> Scene {
            var scene = self.scene(world, moto)
            scene.plan.keys[0].key = key
            return scene
        }
        let deactivate = world.step(
            "deactivate", .deactivateKey(DeactivateKey(key: key)), after: ["rollout"], [.keyUnused, .keyInactive])
        var checks = await StepVerifications.check(deactivate, in: scene())
        #expect(checks.map(\.result) == [.satisfied, .notYet], "\(checks)")
        let look = try await KeyLooking.look(key, in: scene())
        #expect(look.sighting.state == .active && look.owner == "uploader")
        #expect(KeyOwner.name(of: key, in: look.sighting.evidence) == "uploader")

        // It is used after its services were moved.
        world.verified = [("rollout", .rolledOut, StandingClock().now().adding(milliseconds: -60_000))]
        let secret = try await moto.aws(
            "iam", "create-access-key", "--user-name", "uploader", "--query",
            "AccessKey.[AccessKeyId,SecretAccessKey]")
        let second = secret.split(separator: "\t").map(String.init)
        var user = moto.programs
        user.variables["AWS_ACCESS_KEY_ID"] = second[0]
        user.variables["AWS_SECRET_ACCESS_KEY"] = second[1]
        #expect(await user.run(Invocation("aws", ["iam", "list-users"])).isSuccess)
        let other = KeyName(kind: .awsAccessKey, id: second[0])
        let used = world.step("deactivate", .deactivateKey(DeactivateKey(key: other)), after: ["rollout"], [.keyUnused])
        checks = await StepVerifications.check(used, in: scene())
        #expect(checks.map(\.result) == [.violated], "\(checks)")
        world.verified = []
        #expect(await StepVerifications.check(used, in: scene()).map(\.result) == [.cannotTell])
        try await moto.aws("iam", "delete-access-key", "--user-name", "uploader", "--access-key-id", other.id)

        try await moto.aws(
            "iam", "update-access-key", "--user-name", "uploader", "--access-key-id", id, "--status", "Inactive")
        #expect(await StepVerifications.check(deactivate, in: scene()).result(.keyInactive) == .satisfied)
        let delete = world.step("delete", .deleteKey(DeleteKey(key: key)))
        #expect(await StepVerifications.check(delete, in: scene()).map(\.result) == [.notYet])
        try await moto.aws("iam", "delete-access-key", "--user-name", "uploader", "--access-key-id", id)
        #expect(await StepVerifications.check(delete, in: scene()).map(\.result) == [.satisfied])

        // Whose it was, only the ledger or a person still knows.
        let gone = world.step("user", .deleteUser(DeleteUser(key: key)))
        checks = await StepVerifications.check(gone, in: scene())
        #expect(checks.map(\.result) == [.cannotTell] && checks[0].reason.contains("--set user-\(id)=…"))
        world.givens = ["user-\(id)": "uploader"]
        #expect(await StepVerifications.check(gone, in: scene()).map(\.result) == [.notYet])
        try await moto.aws("iam", "delete-user", "--user-name", "uploader")
        #expect(await StepVerifications.check(gone, in: scene()).map(\.result) == [.satisfied])
    }

    @Test func takesAKeyOfAnUnknownAccountForGoneOnlyWhereItsUserIsSeen() async throws {
        let moto = try MotoServer()
        defer { moto.stop() }
        try await moto.aws("iam", "create-user", "--user-name", "uploader")
        var world = world()
        let delete = world.step("delete", .deleteKey(DeleteKey(key: VerificationWorld.key)))
        func check() async -> StepCheck.Result? {
            var scene = self.scene(world, moto)
            scene.plan.keys[0].account = ""
            return await StepVerifications.check(delete, in: scene).first?.result
        }
        #expect(await check() == .cannotTell)
        world.givens = ["user-\(VerificationWorld.key.id)": "nobody"]
        #expect(await check() == .cannotTell)
        world.givens = ["user-\(VerificationWorld.key.id)": "uploader"]
        #expect(await check() == .satisfied)
    }
}
