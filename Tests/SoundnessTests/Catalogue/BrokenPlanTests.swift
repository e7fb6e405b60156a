import MigrationModel
import Testing

@testable import Soundness

/// Plans with a mistake that people have made: each is found, and told as what it is.
struct BrokenPlanTests {
    private let orderAPI = "prod-eu/production/Deployment/order-api"

    @Test func theGoodPlanIsProven() throws {
        let proof = try ProvenPlan("shared-key").prove()
        #expect(proof.isProven, "\(proof.violations)")
        #expect(proof.holds == SoundnessProperty.allCases)
        #expect(proof.services == 6)
    }

    @Test func aKeyIsDeactivatedWhileACronJobUsesIt() throws {
        var broken = try ProvenPlan("shared-key")
        try broken.change("retire/keys/AKIARZPUZDIKK266JCYW/deactivate") { $0.after = [] }
        let found = try #require(broken.prove().violations.first)
        #expect(found.property == .available)
        #expect(found.service == "prod-eu/production/CronJob/report")
        #expect(found.events.map(\.step) == ["retire/keys/AKIARZPUZDIKK266JCYW/deactivate"])
        #expect(
            found.events.last?.credentials == [
                "Pods of the former template: use AKIARZPUZDIKK266JCYW (deactivated), which does not work"
            ])
        #expect(found.advice.hasPrefix("retire/keys/AKIARZPUZDIKK266JCYW/deactivate has to wait for "))
    }

    @Test func aSecretIsDeletedWhileAnOldReplicaSetMayComeBack() throws {
        var broken = try ProvenPlan("shared-key")
        try broken.drop("retire/production/order-api/revisions")
        let found = try #require(broken.violations(of: .startable).first)
        #expect(found.service == orderAPI)
        #expect(found.events.last?.step == "retire/production/secret/aws-credentials")
        #expect(
            found.message.contains(
                "which a rollback brings back, cannot start: Secret production/aws-credentials is not there"))
    }

    @Test func theKeyStaysInAContainer() throws {
        var broken = try ProvenPlan("shared-key")
        try broken.change(templateOf: orderAPI) { $0.removals = [] }
        #expect(try #require(broken.prove().violations.first).property == .reachable)
    }

    @Test func nobodyLooksWhetherTheKeyIsStillUsed() throws {
        var broken = try ProvenPlan("shared-key")
        try broken.change(templateOf: orderAPI) { $0.removals = [] }
        for step in ["canary", "rollout"] {
            try broken.change("shift/production/order-api/\(step)") {
                $0.verifications.removeAll { [.noStaticSource, .callerIdentity].contains($0) }
            }
        }
        let found = broken.prove().violations.filter { $0.service == orderAPI }
        // The template still refers to the Secret that goes.
        #expect(found.map(\.property) == [.startable])
    }

    @Test func theTrustNamesAnotherNamespace() throws {
        var broken = try ProvenPlan("shared-key")
        try broken.change("prepare/production/order-api/identity") { step in
            guard case .createIdentity(var action) = step.action else { return }
            action.subjects = ["system:serviceaccount:staging:order-api"]
            step.action = .createIdentity(action)
        }
        let found = broken.prove().violations
        #expect(found.contains { $0.property == .contained && $0.service == orderAPI })
        // And nobody could take it, so that the canary would never pass.
        #expect(found.contains { $0.property == .reachable && $0.service == orderAPI })
    }

    @Test func theCanaryIsSkipped() throws {
        var broken = try ProvenPlan("shared-key")
        try broken.drop("shift/production/order-api/canary")
        try broken.drop("shift/production/order-api/canary-end")
        let found = try #require(broken.violations(of: .available).first)
        #expect(found.service == orderAPI)
        #expect(found.events.last?.step == "shift/production/order-api/rollout")
    }

    @Test func aMountedFileShadowsPodIdentity() throws {
        var broken = try ProvenPlan("shared-key")
        let service = "prod-eu/production/StatefulSet/invoice-exporter"
        try broken.change(templateOf: service) { $0.removals.removeAll { $0.kind == .mount } }
        let found = try #require(broken.prove().violations.first { $0.service == service })
        #expect(found.property == .reachable)
    }

    @Test func anotherClusterStillUsesTheKey() throws {
        var broken = try ProvenPlan("shared-key")
        var other = try #require(broken.world.workloads.first { $0.service == orderAPI })
        other.cluster = "prod-us"
        other.service = "prod-us/production/Deployment/order-api"
        broken.world.workloads.append(other)
        let found = try #require(broken.violations(of: .available).first)
        #expect(found.service == other.service)
        #expect(found.events.map(\.step) == ["retire/keys/AKIARZPUZDIKKEOANPKG/deactivate"])
    }

    @Test func aKeyIsDeletedThatWasNeverDeactivated() throws {
        var broken = try ProvenPlan("shared-key")
        try broken.change("decommission/keys/AKIARZPUZDIKK266JCYW/delete") { $0.after = [] }
        #expect(broken.prove().violations.contains { $0.property == .final && $0.events.isEmpty })
    }

    @Test func aKeyIsForgotten() throws {
        var broken = try ProvenPlan("shared-key")
        try broken.drop("decommission/keys/AKIARZPUZDIKK266JCYW/delete")
        #expect(broken.violations(of: .final).map(\.message) == ["No step deletes AKIARZPUZDIKK266JCYW."])
    }

    @Test func theOwnerMakesTheCarrierAgain() throws {
        var broken = try ProvenPlan("shared-key")
        for index in broken.world.carriers.indices { broken.world.carriers[index].isOwned = true }
        let found = broken.violations(of: .final)
        #expect(found.count == 2)
        #expect(found.allSatisfy { $0.advice.hasSuffix("has to be done where its owner reads it (actor gitops).") })
    }

    @Test func theOwnerPutsTheTemplateBack() throws {
        var broken = try ProvenPlan("shared-key")
        for index in broken.world.workloads.indices where broken.world.workloads[index].service == orderAPI {
            broken.world.workloads[index].isOwned = true
        }
        #expect(broken.violations(of: .startable).map(\.service) == [orderAPI])
        for step in ["canary", "rollout", "canary-end"] {
            try broken.change("shift/production/order-api/\(step)") { $0.actor = .gitOps }
        }
        #expect(broken.prove().isProven)
    }

    @Test func thePodsAreNotSeenReplaced() throws {
        var broken = try ProvenPlan("shared-key")
        try broken.change("shift/production/order-api/rollout") { $0.verifications.removeAll { $0 == .rolledOut } }
        try broken.change("retire/production/order-api/revisions") { $0.verifications = [] }
        let found = broken.prove().violations.filter { $0.service == orderAPI }
        // The former ReplicaSet still makes Pods.
        #expect(found.map(\.property) == [.startable])
    }

    @Test func aVariableIsKeptWhoseSecretGoes() throws {
        var broken = try ProvenPlan("shared-key")
        try broken.change(templateOf: orderAPI) {
            $0.keeps = [
                TemplateChange.KeptVariable(
                    container: "order-api", name: "AWS_REGION", kind: .secret, object: "aws-credentials",
                    entry: "AWS_REGION")
            ]
        }
        #expect(broken.violations(of: .startable).map(\.service) == [orderAPI])
    }

    @Test func theNewServiceAccountIsNotMade() throws {
        var broken = try ProvenPlan("shared-key")
        let service = "prod-eu/production/Deployment/payment-processor"
        // Made by nobody, and not there: the canary never comes up.
        try broken.drop("prepare/production/payment-processor/service-account")
        #expect(broken.violations(of: .reachable).map(\.service) == [service])
    }

    @Test func aServiceAccountIsMadeBesideEverythingElse() throws {
        var broken = try ProvenPlan("shared-key")
        // Pods may want it before it is there, and its undo need not wait for them.
        try broken.change("prepare/production/payment-processor/binding") {
            $0.after.removeAll { $0.hasSuffix("service-account") }
        }
        let found = try #require(
            broken.prove().violations.first { $0.service == "prod-eu/production/Deployment/payment-processor" })
        #expect([.available, .startable].contains(found.property))
        #expect(found.events.last?.message == "The template is changed, and its Pods begin to be replaced.")
    }

    /// The main container is moved, and the one that migrates the database before it is forgotten.
    @Test func theKeyStaysInAnInitContainer() throws {
        var broken = try ProvenPlan("shared-key")
        for index in broken.world.workloads.indices where broken.world.workloads[index].service == orderAPI {
            var setup = try #require(broken.world.workloads[index].templates[0].containers.first)
            (setup.name, setup.role) = ("setup", .initial)
            broken.world.workloads[index].templates[0].containers.append(setup)
        }
        let unseen = broken
        let found = try #require(broken.prove().violations.first { $0.container == "setup" })
        #expect(found.property == .reachable)
        #expect(found.service == orderAPI)
        // When nobody looks, it is found when the Secret goes.
        broken = unseen
        for step in ["canary", "rollout"] {
            try broken.change("shift/production/order-api/\(step)") {
                $0.verifications.removeAll { [.noStaticSource, .callerIdentity].contains($0) }
            }
        }
        let late = try #require(broken.prove().violations.first { $0.container == "setup" })
        #expect(late.property == .startable)
        #expect(late.events.last?.step == "retire/production/secret/aws-credentials")
    }

    /// The Secret may be missing, so that its Pods start without it, and find something else or nothing.
    @Test func anOptionalSecretGoes() throws {
        var broken = try ProvenPlan("shared-key")
        let place = try #require(broken.world.workloads.firstIndex { $0.service == orderAPI })
        for container in broken.world.workloads[place].templates[0].containers.indices {
            for variable in broken.world.workloads[place].templates[0].containers[container].variables.indices {
                broken.world.workloads[place].templates[0].containers[container].variables[variable].source?.optional =
                    true
            }
        }
        try broken.drop("retire/production/order-api/revisions")
        let found = try #require(broken.prove().violations.first { $0.service == orderAPI })
        #expect([.available, .undisturbed].contains(found.property))
        #expect(found.events.last?.step == "retire/production/secret/aws-credentials")
    }

    /// A Job of the former template runs late, and its Pods are created again and again until it ends.
    @Test func aJobOfTheFormerTemplateRunsLate() throws {
        var broken = try ProvenPlan("shared-key")
        for step in ["shift/production/report/rollout", "retire/production/report/revisions"] {
            try broken.change(step) { $0.verifications.removeAll { $0 == .rolledOut } }
        }
        let found = try #require(
            broken.prove().violations.first { $0.service == "prod-eu/production/CronJob/report" })
        #expect(found.property == .startable)
        #expect(found.message.hasPrefix("Pods of the template with its key in a Secret cannot start"))
    }

    @Test func twoServicesBindOneServiceAccount() throws {
        var broken = try ProvenPlan("shared-key")
        try broken.change("prepare/production/payment-processor/binding") { step in
            guard case .bindIdentity(var action) = step.action else { return }
            action.serviceAccount = "order-api"
            step.action = .bindIdentity(action)
        }
        try broken.change(templateOf: "prod-eu/production/Deployment/payment-processor") {
            $0.serviceAccount = "order-api"
        }
        let found = broken.prove().violations
        #expect(Set(found.map(\.service)).isSuperset(of: [orderAPI]), "\(found)")
    }

    @Test func nobodyAcceptsADraft() throws {
        var broken = try ProvenPlan("shared-key")
        try broken.change("shift/production/order-api/canary") { step in
            step.gates.removeAll { if case .draftAccepted = $0 { true } else { false } }
        }
        #expect(broken.violations(of: .contained).map(\.service) == [orderAPI])
    }

    @Test func theCopyGoesBeforeTheUndo() throws {
        var broken = try ProvenPlan("shared-key")
        try broken.change("decommission/production/secret/aws-credentials/copy") {
            $0.after = ["retire/production/secret/aws-credentials"]
        }
        // The copy can be gone while the carrier could still be put back, and its undo puts nothing back.
        #expect(!broken.prove().isProven)
    }

    @Test func nothingIsClaimedOfWhatTheWorldDoesNotTell() throws {
        var broken = try ProvenPlan("shared-key")
        broken.world.workloads.removeAll { $0.service == orderAPI }
        #expect(broken.prove().unexplored == [orderAPI])
        #expect(broken.prove().holds == [])
        var empty = try ProvenPlan("shared-key")
        for index in empty.world.workloads.indices { empty.world.workloads[index].templates = [] }
        #expect(empty.prove().unexplored.count == 6)
        var nameless = try ProvenPlan("shared-key")
        nameless.plan.identities = []
        #expect(nameless.violations(of: .contained).count == 6)
    }

    @Test func theOrderIsImpossible() throws {
        var circle = try ProvenPlan("shared-key")
        try circle.change("prepare/production/order-api/identity") { $0.after = ["shift/production/order-api/canary"] }
        #expect(!circle.violations(of: .reachable).isEmpty)
        var dangling = try ProvenPlan("shared-key")
        try dangling.change("prepare/production/order-api/identity") { $0.after = ["prepare/nothing"] }
        #expect(
            dangling.violations(of: .reachable).map(\.message)
                == ["prepare/production/order-api/identity waits for prepare/nothing, which there is not."])
        var doubled = try ProvenPlan("shared-key")
        doubled.plan.steps.append(doubled.plan.steps[0])
        #expect(!doubled.violations(of: .reachable).isEmpty)
    }
}
