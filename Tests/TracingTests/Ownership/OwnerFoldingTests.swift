import MigrationModel
import Testing

@testable import Tracing

struct OwnerFoldingTests {
    private let key = KeyIdentity(id: "AKIARZPUZDIKHKKEN7O4", kind: .awsAccessKey)
    private let env: [ValuePath.Step] = [.field("spec"), .field("containers"), .index(0), .field("env"), .index(1)]
    private let template: [ValuePath.Step] = [.field("spec"), .field("template")]

    private func object(_ kind: String, _ name: String = "web") -> ObjectReference {
        ObjectReference(apiVersion: "v1", kind: kind, namespace: "prod", name: name)
    }

    private func facts(_ object: ObjectReference, ownedBy owner: ObjectReference? = nil, uids: Bool = true)
        -> CarrierFacts
    {
        let owners = owner.map {
            [OwnerReference(apiVersion: "v1", kind: $0.kind, name: $0.name, uid: uids ? uid($0) : "", controller: true)]
        }
        return CarrierFacts(object: object, uid: uids ? uid(object) : "", owners: owners ?? [])
    }

    private func uid(_ object: ObjectReference) -> String { object.kind + object.name }

    private func sighting(_ object: ObjectReference, _ path: [ValuePath.Step], repeatedBy: [ObjectReference] = [])
        -> Sighting
    {
        Sighting(
            key: key, place: Place(input: "dump.json", line: 1, object: object, path: ValuePath(path)),
            confidence: .named,
            repeatedBy: repeatedBy)
    }

    @Test(arguments: [true, false])
    func foldsPodsAndReplicaSets(uids: Bool) {
        let (deployment, set) = (object("Deployment"), object("ReplicaSet", "web-1"))
        let pods = [object("Pod", "web-1-b"), object("Pod", "web-1-a")]
        let other: [ValuePath.Step] = template + [.field("spec"), .field("initContainers"), .index(0)]
        let sightings =
            pods.map { sighting($0, env) } + [
                sighting(set, template + env), sighting(deployment, other), sighting(deployment, template + env),
            ]
        let facts =
            pods.map { self.facts($0, ownedBy: set, uids: uids) } + [
                self.facts(set, ownedBy: deployment, uids: uids), self.facts(deployment, uids: uids),
            ]
        #expect(
            OwnerFolding.fold(sightings, facts: facts) == [
                sighting(deployment, other), sighting(deployment, template + env, repeatedBy: [pods[1], pods[0], set]),
            ])
    }

    @Test(arguments: [
        ("Job", "CronJob", [ValuePath.Step.field("spec"), .field("jobTemplate"), .field("spec"), .field("template")]),
        ("ControllerRevision", "StatefulSet", [.field("spec"), .field("template")]),
        ("ReplicaSet", "Rollout", [.field("spec"), .field("template")]),
    ])
    func knowsTemplatesOfKinds(kind: String, ownerKind: String, path: [ValuePath.Step]) {
        let (owned, owner) = (object(kind, "web-1"), object(ownerKind))
        let ownPath = (kind == "ControllerRevision" ? [.field("data")] : []) + template + env
        let sightings = [
            sighting(owner, [.field("metadata"), .field("annotations"), .field("x")]), sighting(owner, path + env),
            sighting(owned, ownPath),
        ]
        #expect(
            OwnerFolding.fold(sightings, facts: [facts(owned, ownedBy: owner), facts(owner)]) == [
                sightings[0], sighting(owner, path + env, repeatedBy: [owned]),
            ])
    }

    @Test func prefersTemplateToAnnotation() {
        let (owned, owner) = (object("Pod"), object("DaemonSet"))
        let annotation = sighting(owner, [.field("metadata"), .field("annotations"), .field("x")])
        let spec = sighting(owner, template + [.field("spec"), .field("x")])
        let folded = OwnerFolding.fold(
            [annotation, spec, sighting(owned, env)], facts: [facts(owned, ownedBy: owner), facts(owner)])
        #expect(folded.map(\.repeatedBy) == [[], [owned]])
    }

    @Test func keepsOldReplicaSet() {
        let (deployment, set, pod) = (object("Deployment"), object("ReplicaSet", "web-1"), object("Pod", "web-1-a"))
        let sightings = [sighting(set, template + env), sighting(pod, env)]
        let facts = [self.facts(set, ownedBy: deployment), self.facts(deployment), self.facts(pod, ownedBy: set)]
        #expect(
            OwnerFolding.fold(sightings, facts: facts) == [sighting(set, template + env, repeatedBy: [pod])])
    }

    @Test func keepsOtherKeysAndOrphans() {
        let (deployment, pod) = (object("Deployment"), object("Pod", "web-1-a"))
        var other = sighting(deployment, template + env)
        other.key.id = "AKIARZPUZDIKV43IMPFL"
        let sightings = [other, sighting(pod, env), sighting(object("Pod", "alone"), env)]
        #expect(
            OwnerFolding.fold(sightings, facts: [facts(pod, ownedBy: deployment), facts(deployment)]) == sightings)
        #expect(OwnerFolding.fold(sightings, facts: []) == sightings)
    }

    /// A dump without ReplicaSets: their names and the label of the Pods say which Deployment they are of.
    @Test func findsDeploymentWithoutReplicaSet() {
        let (deployment, pod) = (object("Deployment"), object("Pod", "web-6d4cf56db6-x2x7p"))
        let sightings = [sighting(deployment, template + env), sighting(pod, env)]
        var podFacts = facts(pod, ownedBy: object("ReplicaSet", "web-6d4cf56db6"))
        podFacts.podTemplateHash = "6d4cf56db6"
        #expect(
            OwnerFolding.fold(sightings, facts: [facts(deployment), podFacts]) == [
                sighting(deployment, template + env, repeatedBy: [pod])
            ])
    }

    @Test(arguments: [
        ("ReplicaSet", "web-6d4cf56db6", nil), ("ReplicaSet", "web-6d4cf56db6", ""),
        ("ReplicaSet", "web-6d4cf56db6", "56db6"), ("ReplicaSet", "web6d4cf56db6", "6d4cf56db6"),
        ("ReplicaSet", "web-2-6d4cf56db6", "6d4cf56db6"), ("ReplicationController", "web-6d4cf56db6", "6d4cf56db6"),
        ("Job", "web-29391842", nil),
    ])
    func guessesNoDeployment(kind: String, name: String, hash: String?) {
        let (deployment, pod) = (object("Deployment"), object("Pod", "web-6d4cf56db6-x2x7p"))
        let sightings = [
            sighting(deployment, template + env), sighting(object("CronJob"), template + env), sighting(pod, env),
        ]
        var podFacts = facts(pod, ownedBy: object(kind, name))
        podFacts.podTemplateHash = hash
        let all = [facts(deployment), facts(object("CronJob")), podFacts]
        #expect(OwnerFolding.fold(sightings, facts: all) == sightings)
    }

    @Test func keepsPodsOfAnotherNamespace() {
        let (deployment, pod) = (object("Deployment"), object("Pod", "web-6d4cf56db6-x2x7p"))
        var other = deployment
        other.namespace = "test"
        let sightings = [sighting(other, template + env), sighting(pod, env)]
        var podFacts = facts(pod, ownedBy: object("ReplicaSet", "web-6d4cf56db6"))
        podFacts.podTemplateHash = "6d4cf56db6"
        #expect(OwnerFolding.fold(sightings, facts: [facts(other), podFacts]) == sightings)
    }

    /// Made again under the same name: not the owner.
    @Test func comparesUniqueIDs() {
        let (set, pod) = (object("ReplicaSet"), object("Pod"))
        var recreated = facts(set)
        recreated.uid = "another"
        let sightings = [sighting(set, template + env), sighting(pod, env)]
        #expect(OwnerFolding.fold(sightings, facts: [recreated, facts(pod, ownedBy: set)]) == sightings)
    }

    /// Owners that run in a circle must not fold each other away.
    @Test func survivesCircles() {
        let (one, other, pod) = (object("A"), object("B"), object("Pod"))
        let sightings = [sighting(one, env), sighting(other, env), sighting(pod, env)]
        let facts = [self.facts(one, ownedBy: other), self.facts(other, ownedBy: one), self.facts(pod, ownedBy: one)]
        #expect(OwnerFolding.fold(sightings, facts: facts) == sightings)
        #expect(OwnerFolding.fold([sightings[0]], facts: [self.facts(one, ownedBy: one)]) == [sightings[0]])
    }

    @Test func keepsPlacesOfOneObject() {
        let deployment = object("Deployment")
        let applied = sighting(
            deployment, [.field("metadata"), .field("annotations"), .field("last")] + template + env)
        let sightings = [applied, sighting(deployment, template + env)]
        #expect(OwnerFolding.fold(sightings, facts: [facts(deployment)]) == sightings)
    }
}
