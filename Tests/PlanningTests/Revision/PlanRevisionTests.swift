import MigrationModel
import Planning
import Testing

struct PlanRevisionTests {
    private let key = KeyName(kind: .awsAccessKey, id: "AKIARZPUZDIKKEOANPKG")

    @Test func aPlanOfWhichNothingWasBegunIsPlannedAnew() {
        let (former, next) = (plan(["api", "worker"]), plan(["worker", "cron"]))
        #expect(PlanRevision(former, to: next, touched: ["prepare/api/identity"]).plan == next)
    }

    @Test func aServiceThatWasMovedStaysWithTheStepsOfItsKey() {
        let (former, next) = (plan(["api", "worker"]), plan(["worker"]))
        let revised = PlanRevision(former, to: next, touched: ["shift/api/rollout"]).plan
        #expect(revised.services.map(\.id) == ["api", "worker"])
        #expect(
            revised.steps.map(\.id) == [
                "prepare/api/identity", "shift/api/rollout", "retire/api/revisions", "prepare/worker/identity",
                "shift/worker/rollout", "retire/worker/revisions", "retire/key", "decommission/key",
            ])
        #expect(
            revised.steps.first { $0.id == "retire/key" }?.after == ["retire/api/revisions", "retire/worker/revisions"])
        #expect(revised.keys.map(\.services) == [["api", "worker"]])
    }

    @Test func aKeyThatNobodySeemsToHaveAnyMoreIsStillRetired() {
        var next = plan([])
        next.keys = [PlannedKey(key: key, account: "", fate: .unclaimed, reason: "nobody", services: [])]
        next.steps = []
        let revised = PlanRevision(plan(["api"]), to: next, touched: ["shift/api/rollout"]).plan
        #expect(revised.keys.map(\.fate) == [.retire])
        #expect(revised.steps.map(\.id).suffix(2) == ["retire/key", "decommission/key"])
    }

    @Test func aNewServiceHoldsTheKeyUpAsWell() {
        let revised = PlanRevision(plan(["api"]), to: plan(["cron"]), touched: ["shift/api/rollout"]).plan
        #expect(
            revised.steps.first { $0.id == "retire/key" }?.after == ["retire/api/revisions", "retire/cron/revisions"])
        #expect(revised.keys.map(\.services) == [["api", "cron"]])
    }

    @Test func aServiceThatDriftedBeforeItWasBegunIsPlannedAnew() {
        let former = plan(["api", "worker"])
        var next = plan(["worker"])
        next.steps[1].gates = [.soak(hours: 1)]
        let revised = PlanRevision(former, to: next, touched: ["shift/api/rollout", "prepare/worker/identity"]).plan
        #expect(revised.steps.first { $0.id == "shift/worker/rollout" }?.gates == [.soak(hours: 1)])
    }

    @Test func theWorldIsThatOfBefore() {
        let before = World(workloads: [workload("api", "key"), workload("worker", "key")])
        let now = World(workloads: [workload("api", "none"), workload("worker", "changed")])
        let world = PlanRevision(plan(["api", "worker"]), to: plan(["worker"]), touched: ["shift/api/rollout"])
            .world(before, now)
        #expect(world.workloads.map { $0.templates[0].serviceAccount } == ["key", "changed"])
    }

    // MARK: Samples

    private func plan(_ names: [String]) -> Plan {
        let steps = names.flatMap { name in
            [
                step("prepare/\(name)/identity", .prepare, name),
                step("shift/\(name)/rollout", .shift, name, after: ["prepare/\(name)/identity"]),
                step("retire/\(name)/revisions", .retire, name, after: ["shift/\(name)/rollout"]),
            ]
        }
        return Plan(
            services: names.map { name in
                PlannedService(
                    id: name, cluster: "c",
                    workload: ObjectReference(apiVersion: "apps/v1", kind: "Deployment", namespace: "n", name: name),
                    keys: [key], delivery: .direct, choice: nil)
            },
            keys: [PlannedKey(key: key, account: "", fate: .retire, reason: "moved", services: names)],
            steps: steps + [
                step("retire/key", .retire, "", after: names.map { "retire/\($0)/revisions" }),
                step("decommission/key", .decommission, "", after: ["retire/key"]),
            ])
    }

    private func step(_ id: String, _ phase: Phase, _ service: String, after: [String] = []) -> Step {
        Step(
            id: id, phase: phase, service: service, action: .deactivateKey(DeactivateKey(key: key)), actor: .keyshift,
            after: after)
    }

    private func workload(_ name: String, _ account: String) -> WorldWorkload {
        WorldWorkload(
            service: name, cluster: "c",
            object: ObjectReference(apiVersion: "apps/v1", kind: "Deployment", namespace: "n", name: name),
            templates: [WorldTemplate(serviceAccount: account, containers: [])])
    }
}
