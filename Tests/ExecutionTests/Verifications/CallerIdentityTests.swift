import Execution
import MigrationModel
import Testing

struct CallerIdentityTests {
    private func check(
        _ world: VerificationWorld = VerificationWorld(), pod: String = HeldCluster.pod(),
        answers: (@Sendable ([String]) -> ProgramAnswer)?
    ) async -> StepCheck? {
        let cluster = HeldCluster(HeldCluster.deployment(), HeldCluster.replicaSet, pod)
        let step = world.step("rollout", world.rollout.action, [.callerIdentity])
        let scene = world.scene(cluster: cluster, programs: answers.map { ScriptedPrograms($0) })
        return await StepVerifications.check(step, in: scene).first
    }

    /// A container without `aws`, and a role that was last used at a time.
    private func role(_ used: String) -> @Sendable ([String]) -> ProgramAnswer {
        { words in
            if words.contains("exec") { return .fails("error: unable to upgrade connection") }
            if words.contains("get-caller-identity") { return .prints(#"{"Account":"123456789012"}"#) }
            return .prints(#"{"Role":{"RoleName":"c-shop-api","RoleLastUsed":{\#(used)}}}"#)
        }
    }

    @Test func asksInsideOfTheContainer() async {
        let arn = { (arn: String) in { @Sendable (_: [String]) in ProgramAnswer.prints(#"{"Arn":"\#(arn)"}"#) } }
        let mine = await check(answers: arn("arn:aws:sts::123456789012:assumed-role/c-shop-api/botocore-session-1"))
        #expect(mine?.result == .satisfied)
        #expect(
            mine?.evidence.last?.source
                == "kubectl exec pod/api-1-x --context admin -n shop -c api -- aws sts get-caller-identity --output json"
        )
        for other in [
            "iam::123456789012:user/uploader", "sts::123456789012:assumed-role/node/i-0abc",
            "sts::111122223333:assumed-role/c-shop-api/x",
        ] {
            #expect(await check(answers: arn("arn:aws:\(other)"))?.result == .violated, "\(other)")
        }
    }

    @Test func takesTheLastUseOfTheRoleElse() async {
        let later = role(#""LastUsedDate":"2026-01-01T00:01:00+00:00","Region":"eu-west-1""#)
        #expect(await check(answers: later)?.result == .satisfied)
        let earlier = role(#""LastUsedDate":"2025-12-31T00:01:00+00:00""#)
        #expect(await check(answers: earlier)?.result == .cannotTell)
        #expect(await check(answers: role(""))?.result == .cannotTell)
    }

    @Test func isSaidByAPersonWhereNothingShowsIt() async {
        var world = VerificationWorld()
        world.confirmations = ["rollout": "CloudTrail has its calls"]
        let said = await check(world, answers: role(""))
        #expect(said?.result == .satisfied && said?.evidence.last?.statement == "CloudTrail has its calls")
        #expect(await check(world, answers: nil)?.result == .satisfied)
        #expect(await check(answers: nil)?.result == .cannotTell)
        // Nobody can say away what was seen.
        let user = await check(world, answers: { _ in .prints(#"{"Arn":"arn:aws:iam::123456789012:user/uploader"}"#) })
        #expect(user?.result == .violated)
    }

    @Test func waitsForThePod() async {
        #expect(await check(pod: HeldCluster.pod(ready: false), answers: role(""))?.result == .notYet)
        #expect(await check(pod: HeldCluster.pod(HeldCluster.key), answers: role(""))?.result == .notYet)
    }

    @Test func readsTheLogsOfGoogle() async {
        var world = VerificationWorld()
        world.mechanism = .gkeWorkloadIdentity
        let called = await check(world, answers: { _ in .prints(#"[{"timestamp":"2026-01-01T00:02:00Z"}]"#) })
        #expect(called?.result == .satisfied)
        #expect(
            called?.evidence.last?.source.contains(
                #"principalEmail="c-shop-api@shop-project.iam.gserviceaccount.com" AND timestamp>="2026-01-01T00:00:10.000Z""#
            ) == true)
        #expect(await check(world, answers: { _ in .prints("[]") })?.result == .cannotTell)
    }
}
