import Execution
import MigrationModel
import Testing

struct NoStaticSourceTests {
    private let world = VerificationWorld()
    private var step: Step { world.step("rollout", world.rollout.action, [.noStaticSource]) }

    private func check(_ cluster: HeldCluster, _ world: VerificationWorld? = nil) async -> StepCheck? {
        await StepVerifications.check(step, in: (world ?? self.world).scene(cluster: cluster)).first
    }

    private func cluster(_ consumptions: [Consumption] = [], _ identities: [ContainerIdentity] = [], pod: String = "")
        -> HeldCluster
    {
        HeldCluster(
            HeldCluster.deployment(), HeldCluster.replicaSet, HeldCluster.pod(pod),
            report: ScanReport(
                generated: "", inputs: [], keys: [], trace: Trace(consumptions: consumptions, identities: identities)))
    }

    private func consumption(
        _ key: KeyName = VerificationWorld.key, object: String = "Deployment", _ name: String = "api"
    ) -> Consumption {
        Consumption(
            key: key, service: WorkloadName(input: "x", object: world.workload),
            object: ObjectReference(apiVersion: "", kind: object, namespace: "shop", name: name), container: "api",
            reception: .variable("OTHER"), carrier: world.secret)
    }

    private func identity(_ outcome: CredentialOutcome) -> ContainerIdentity {
        ContainerIdentity(
            service: WorkloadName(input: "x", object: world.workload), container: "api", role: .main, provider: .aws,
            families: FamilyChoice(), next: [FamilyVerdict(families: ["boto3"], outcome: outcome)],
            setting: CredentialSetting())
    }

    @Test func holdsWhereNothingReceivesAKey() async {
        #expect(await check(cluster([], [identity(.uses(.webIdentity, .federated))]))?.result == .satisfied)
    }

    @Test func findsKeysInTemplateAndPods() async {
        for object in [("Deployment", "api"), ("Pod", "api-1-x")] {
            let found = await check(cluster([consumption(object: object.0, object.1)]))
            #expect(found?.result == .violated)
            #expect(
                found?.reason
                    == "Container api of \(object.0) shop/\(object.1) still receives AKIARZPUZDIKKEOANPKG from Secret shop/aws."
            )
        }
        // A former revision is looked at when it is forgotten, and a key that nobody has planned is one as well.
        #expect(await check(cluster([consumption(object: "ReplicaSet", "api-0")]))?.result == .satisfied)
        let new = KeyName(kind: .awsAccessKey, id: "AKIARZPUZDIKD44SHPA2")
        #expect(await check(cluster([consumption(new)]))?.result == .violated)
        var exempt = world
        exempt.namespace = "shop"
        var scene = exempt.scene(cluster: cluster([consumption(new)], [identity(.uses(.environment, .fixed))]))
        scene.plan.keys.append(PlannedKey(key: new, account: "", fate: .exempt, reason: "it stays", services: []))
        #expect(await StepVerifications.check(step, in: scene).first?.result == .satisfied)
    }

    @Test func findsSourcesThatWouldWin() async {
        #expect(await check(cluster([], [identity(.uses(.environment, .fixed))]))?.result == .violated)
        #expect(
            await check(cluster([], [identity(.uses(.instanceMetadata, .node))]))?.reason
                == "Container api of Deployment shop/api would fall back to the identity of its node.")
    }

    @Test func waitsForPodsOfTheFormerTemplate() async {
        #expect(await check(cluster(pod: HeldCluster.key))?.result == .notYet)
        var seen = world
        seen.verified = [("rollout", .noStaticSource, Timestamp(milliseconds: 0))]
        #expect(await check(cluster(pod: HeldCluster.key), seen)?.result == .violated)
    }

    @Test func findsWhatCameBackIntoTheTemplate() async {
        var back = world
        back.applied = [("rollout", Timestamp(milliseconds: 0))]
        let cluster = HeldCluster(HeldCluster.deployment(HeldCluster.key), HeldCluster.replicaSet, HeldCluster.pod())
        let found = await check(cluster, back)
        #expect(found?.result == .violated)
        #expect(
            found?.reason
                == "The template of Deployment shop/api still has a static source: container api still has AWS_ACCESS_KEY_ID."
        )
    }
}
