import Foundation
import MigrationModel
import StateStore

/// A plan of two services that share a key, made by hand, and a ledger of it.
struct SampleMigration {
    static let key = KeyName(kind: .awsAccessKey, id: "AKIARZPUZDIKKEOANPKG")
    static let start = Timestamp(milliseconds: 1_790_000_000_000)
    static let author = Author(user: "ada", host: "ops-1", process: 4711)
    static let hour = 3_600_000

    let ledger: Ledger
    let plan: Plan

    init(_ plan: Plan = Self.plan()) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keyshift-\(UUID().uuidString)")
        ledger = try Ledger(path: folder.appendingPathComponent("ledger.db").path, for: .writing)
        self.plan = plan
        _ = try ledger.bring(plan, id: "p1", by: Self.author, at: Self.start)
    }

    /// Writes down that a step was carried out and seen to hold, hours after the start.
    func finish(_ step: String, after hours: Int) throws {
        let now = Self.start.adding(milliseconds: hours * Self.hour)
        guard case .taken(let claim) = try ledger.claim(step: step, plan: "p1", for: 1000, by: Self.author, at: now)
        else {
            return
        }
        try write(.stepApplied(StepRun(claim: claim.number, deed: .found)), of: step, after: hours)
        for verification in plan.steps.first(where: { $0.id == step })?.verifications ?? [] {
            try see(verification, .satisfied, of: step, after: hours)
        }
        try ledger.release(claim, plan: "p1", by: Self.author, at: now)
    }

    func see(_ verification: Verification, _ result: StepCheck.Result, of step: String, after hours: Int) throws {
        let check = StepCheck(verification: verification, result: result, reason: "seen", evidence: [])
        try write(.stepVerified(check), of: step, after: hours)
    }

    func write(_ happening: Happening, of step: String? = nil, key: KeyName? = nil, after hours: Int) throws {
        _ = try ledger.append(
            LedgerEntry(plan: "p1", step: step, key: key, happening), by: Self.author,
            at: Self.start.adding(milliseconds: hours * Self.hour))
    }

    // MARK: The plan

    static func plan() -> Plan {
        let names = ["api", "worker"]
        var steps = names.flatMap(steps)
        steps += [
            step(
                "retire/keys/deactivate", .retire, .deactivateKey(DeactivateKey(key: key)),
                after: names.map { "shift/\($0)/rollout" }, gates: [.soak(hours: 24)]),
            step(
                "decommission/keys/delete", .decommission, .deleteKey(DeleteKey(key: key)),
                after: ["retire/keys/deactivate"], gates: [.quiet(days: 7)]),
            step(
                "decommission/keys/user", .decommission, .deleteUser(DeleteUser(key: key)),
                after: ["decommission/keys/delete"], gates: [.approval(reason: "nobody else has it")]),
        ]
        return Plan(
            services: names.map { name in
                PlannedService(
                    id: "c/n/Deployment/\(name)", cluster: "c", workload: workload(name), keys: [key],
                    delivery: .direct,
                    choice: MechanismChoice(mechanism: .irsa, isOverridden: false, assessments: []))
            },
            keys: [
                PlannedKey(
                    key: key, account: "123456789012", fate: .retire, reason: "all are moved",
                    services: names.map { "c/n/Deployment/\($0)" })
            ],
            identities: names.map { name in
                PlannedIdentity(
                    id: "c/n/\(name)", cluster: "c", namespace: "n", serviceAccount: name, formerServiceAccount: name,
                    mechanism: .irsa, role: "c-n-\(name)", account: "123456789012",
                    services: ["c/n/Deployment/\(name)"], permissions: PlannedPermissions(source: .draft))
            }, steps: steps)
    }

    private static func steps(of name: String) -> [Step] {
        let change = TemplateChange(template: "/spec/template")
        let bind = BindIdentity(identity: "c/n/\(name)", mechanism: .irsa, namespace: "n", serviceAccount: name)
        return [
            step("prepare/\(name)/binding", .prepare, .bindIdentity(bind), service: name),
            step(
                "shift/\(name)/canary", .shift,
                .runCanary(RunCanary(workload: workload(name), form: .twin, change: change, name: "\(name)-canary")),
                after: ["prepare/\(name)/binding"] + (name == "worker" ? ["shift/api/rollout"] : []),
                gates: [.draftAccepted(identity: "c/n/\(name)"), .propagation(seconds: 60, reason: "slow")]
                    + (name == "worker" ? [.soak(hours: 24)] : []), service: name),
            step(
                "shift/\(name)/rollout", .shift,
                .changeWorkload(ChangeWorkload(workload: workload(name), change: change)),
                after: ["shift/\(name)/canary"], service: name),
        ]
    }

    private static func step(
        _ id: String, _ phase: Phase, _ action: Action, after: [String] = [], gates: [Gate] = [], service: String = ""
    ) -> Step {
        Step(
            id: id, phase: phase, cluster: "c", service: service.isEmpty ? "" : "c/n/Deployment/\(service)",
            action: action, actor: .keyshift, after: after, gates: gates,
            verifications: action.behaviour.verifications)
    }

    private static func workload(_ name: String) -> ObjectReference {
        ObjectReference(apiVersion: "apps/v1", kind: "Deployment", namespace: "n", name: name)
    }
}
