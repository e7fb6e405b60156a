import Execution
import Foundation
import MigrationModel
import Rendering
import StructuredText

/// A plan of one service, api, whose Pods get a role instead of a key, and what can be asked about it.
struct VerificationWorld {
    static let key = KeyName(kind: .awsAccessKey, id: "AKIARZPUZDIKKEOANPKG")
    static let role = "arn:aws:iam::123456789012:role/c-shop-api"

    /// The namespace of everything.
    var namespace = "shop"
    var mechanism = Mechanism.irsa
    var kind = "Deployment"
    var apiVersion = "apps/v1"
    var policies: [PlannedPolicy] = []
    var isPrincipal = false
    /// What was verified of steps, and when.
    var verified: [(step: String, verification: Verification, at: Timestamp)] = []
    /// Steps that were carried out, and when.
    var applied: [(step: String, at: Timestamp)] = []
    var givens: [String: String] = [:]
    var confirmations: [String: String] = [:]
    var actor = Actor.keyshift

    var workload: ObjectReference {
        ObjectReference(apiVersion: apiVersion, kind: kind, namespace: namespace, name: "api")
    }
    var secret: ObjectReference {
        ObjectReference(apiVersion: "v1", kind: "Secret", namespace: namespace, name: "aws")
    }
    private var template: String { kind == "CronJob" ? "/spec/jobTemplate/spec/template" : "/spec/template" }

    var change: TemplateChange {
        TemplateChange(
            template: template,
            removals: [
                .init(
                    kind: .variable, container: "api", name: "AWS_ACCESS_KEY_ID", role: .main,
                    pointer: "\(template)/spec/containers/0/env/0",
                    entry: #"{"name":"AWS_ACCESS_KEY_ID","valueFrom":{"secretKeyRef":{"name":"aws","key":"id"}}}"#)
            ])
    }

    var identity: PlannedIdentity {
        let cloud =
            switch mechanism.provider {
            case .aws: "123456789012"
            case .google: "shop-project"
            case .azure: "shop-group"
            }
        return PlannedIdentity(
            id: "c/\(namespace)/api", cluster: "c", namespace: namespace, serviceAccount: "api",
            formerServiceAccount: "api", mechanism: mechanism, role: "c-shop-api", account: cloud,
            isPrincipal: isPrincipal, services: ["service"],
            permissions: PlannedPermissions(source: .given, isAccepted: true, policies: policies))
    }

    /// A step of the service.
    func step(_ id: String, _ action: Action, after: [String] = [], _ verifications: [Verification]? = nil) -> Step {
        Step(
            id: id, phase: .shift, cluster: "c", service: "service", action: action, actor: actor, after: after,
            verifications: verifications ?? action.behaviour.verifications)
    }

    var binding: Step {
        step(
            "binding",
            .bindIdentity(
                BindIdentity(
                    identity: identity.id, mechanism: mechanism, namespace: namespace, serviceAccount: "api",
                    isPrincipal: isPrincipal)))
    }
    var creation: Step {
        step(
            "identity",
            .createIdentity(
                CreateIdentity(
                    identity: identity.id, mechanism: mechanism, name: identity.role, account: identity.account,
                    subjects: ["system:serviceaccount:\(namespace):api"], isPrincipal: isPrincipal)))
    }
    var rollout: Step { step("rollout", .changeWorkload(ChangeWorkload(workload: workload, change: change))) }

    func canary(_ form: RunCanary.Form = .twin, name: String = "api-keyshift-canary") -> Step {
        step("canary", .runCanary(RunCanary(workload: workload, form: form, change: change, name: name)))
    }

    var plan: Plan {
        let cluster = ClusterConfiguration(
            name: "c",
            platform: mechanism.provider == .aws ? .eks : mechanism.provider == .google ? .gke : .aks,
            region: "eu-west-1", account: mechanism.provider == .aws ? "123456789012" : "",
            project: mechanism.provider == .google ? "shop-project" : "", projectNumber: "4711",
            resourceGroup: "shop-group", issuer: "https://oidc.example.com/id/C", context: "admin", profile: "shop")
        return Plan(
            clusters: [PlannedCluster(cluster, input: "dump.json")],
            services: [
                PlannedService(
                    id: "service", cluster: "c", workload: workload, keys: [Self.key], delivery: .direct, choice: nil)
            ],
            keys: [
                PlannedKey(
                    key: Self.key, account: "123456789012", fate: .retire, reason: "all are moved",
                    services: ["service"])
            ], identities: [identity], steps: [creation, binding, canary(), rollout])
    }

    /// What can be asked; each part that is not given cannot be.
    func scene(
        cluster: (any ClusterReading)? = nil, programs: (any ProgramRunner)? = nil,
        clock: StandingClock = StandingClock()
    ) -> Scene {
        let plan = plan
        return Scene(
            plan: plan, procedures: PlanCalls(plan), cluster: { $0 == "c" ? cluster : nil }, programs: programs,
            state: state, now: clock.now(), givens: givens, confirmations: confirmations, clock: clock)
    }

    private var state: LedgerState {
        var state = LedgerState()
        var headers: [EventHeader] = []
        let add = {
            (at: Timestamp, kind: EventKind, step: String, verification: Verification?, claim: Int?, bound: Timestamp?)
            in
            headers.append(
                EventHeader(
                    sequence: headers.count + 1, at: at, kind: kind, plan: "p", step: step, verification: verification,
                    result: verification == nil ? nil : StepCheck.Result.satisfied.rawValue, claim: claim, bound: bound)
            )
        }
        for (step, at) in applied {
            add(at, .claimTaken, step, nil, nil, at.adding(milliseconds: 1000))
            add(at, .stepApplied, step, nil, headers.count, nil)
        }
        for (step, verification, at) in verified { add(at, .stepVerified, step, verification, nil, nil) }
        for header in headers { try? state.apply(header) }
        return state
    }
}

extension [StepCheck] {
    /// The answer of one of them.
    func result(_ verification: Verification) -> StepCheck.Result? { first { $0.verification == verification }?.result }
    /// The reason of one of them.
    func reason(_ verification: Verification) -> String { first { $0.verification == verification }?.reason ?? "" }
}
