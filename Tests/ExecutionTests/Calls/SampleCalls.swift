import Execution
import MigrationModel
import Rendering
import Simulation

/// A plan with one identity of each mechanism, put together by hand.
enum SampleCalls {
    static let issuer = "https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE"
    static let aws = ClusterConfiguration(
        name: "prod", platform: .eks, region: "eu-west-1", account: "123456789012", issuer: issuer)
    static let google = ClusterConfiguration(
        name: "analytics", platform: .gke, project: "fixture-project", projectNumber: "345678901234")
    static let azure = ClusterConfiguration(
        name: "office", platform: .aks, region: "westeurope", subscription: "3f9ac20d-0000-4000-8000-000000000002",
        resourceGroup: "identities", issuer: "https://westeurope.oic.prod-aks.azure.com/t/c/")

    static func document(_ action: String) -> PolicyDocument {
        PolicyDocument(statements: [
            PolicyStatement(
                effect: .allow, actions: .only([action]),
                resources: .only(["arn:aws:s3:::fixture/*"]))
        ])
    }

    static let permissions = PlannedPermissions(
        source: .given, isAccepted: true,
        policies: [
            PlannedPolicy(name: "own", origin: "a file", document: document("s3:GetObject")),
            PlannedPolicy(name: "prod-api-made", form: .managed, origin: "a file", document: document("s3:PutObject")),
            PlannedPolicy(name: "old", origin: "a user", arn: "arn:aws:iam::123456789012:policy/old"),
        ])

    static func identity(
        _ mechanism: Mechanism, in cluster: ClusterConfiguration, account: String, target: TargetRole? = nil,
        isPrincipal: Bool = false
    ) -> PlannedIdentity {
        PlannedIdentity(
            id: "\(cluster.name)/shop/api", cluster: cluster.name, namespace: "shop", serviceAccount: "api",
            formerServiceAccount: "default", mechanism: mechanism, role: "\(cluster.name)-shop-api", account: account,
            isPrincipal: isPrincipal, target: target, services: [],
            permissions: mechanism.provider == .aws ? permissions : PlannedPermissions(source: .byHand))
    }

    static func calls(
        _ identity: PlannedIdentity?, _ cluster: ClusterConfiguration, keys: [PlannedKey] = []
    ) -> PlanCalls {
        PlanCalls(
            Plan(
                clusters: [PlannedCluster(cluster, input: "dump.json")], keys: keys,
                identities: identity.map { [$0] } ?? []))
    }

    static func step(_ action: Action, cluster: String = "") -> Step {
        Step(id: "step", phase: .prepare, cluster: cluster, action: action, actor: .keyshift)
    }

    static func create(_ identity: PlannedIdentity) -> Step {
        step(
            .createIdentity(
                CreateIdentity(
                    identity: identity.id, mechanism: identity.mechanism, name: identity.role,
                    account: identity.account, subjects: ["system:serviceaccount:shop:api"],
                    isPrincipal: identity.isPrincipal, hasTarget: identity.target != nil)), cluster: identity.cluster)
    }

    static func bind(_ identity: PlannedIdentity) -> Step {
        step(
            .bindIdentity(
                BindIdentity(
                    identity: identity.id, mechanism: identity.mechanism, namespace: "shop", serviceAccount: "api",
                    isPrincipal: identity.isPrincipal)), cluster: identity.cluster)
    }
}

extension CallMaker {
    /// The problem of a call that cannot be made; `nil` when it can.
    func problem(of call: Call) async -> AccessProblem? {
        do throws(AccessProblem) {
            _ = try await make(call) { _ in }
            return nil
        } catch {
            return error
        }
    }
}
