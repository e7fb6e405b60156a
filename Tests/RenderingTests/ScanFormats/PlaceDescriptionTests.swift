import MigrationModel
import Testing

@testable import Rendering

struct PlaceDescriptionTests {
    private func names(_ inputs: [String], _ arguments: [String]) -> Bool {
        ScanReport(
            generated: SampleReports.generated, inputs: inputs.map { ScannedInput(name: $0, bytes: 1, objects: 1) },
            keys: []
        ).namesInputs(arguments)
    }

    @Test func namesTheInputWhenThereAreSeveral() {
        #expect(names(["a.json", "b.json"], ["a.json", "b.json"]))
        #expect(!names(["a.json"], ["a.json"]))
        #expect(!names([], []))
    }

    @Test func namesTheInputWhenItIsAFileOfAFolder() {
        #expect(names(["gitops/a.yaml"], ["gitops"]))
        #expect(names(["gitops/a.yaml"], ["gitops/"]))
        #expect(!names(["gitops/a.yaml"], ["gitops/a.yaml"]))
    }

    @Test func namesNoLiveCluster() {
        #expect(!names(["arn:aws:eks:eu-west-1:123456789012:cluster/shop"], ["-A"]))
    }

    @Test func namesTheFileWhereThereIsNoObject() {
        let place = PlaceDescription(sighting: SampleReports.bait.sightings[0], namesInput: true)
        #expect(place.holder == "gitops/values.yaml:3")
        #expect(place.inputLine == nil)
        #expect(place.repetitions == nil)
    }

    @Test func saysThatANameIsToBeGenerated() {
        let job = ObjectReference(apiVersion: "batch/v1", kind: "Job", namespace: "ci", name: "")
        #expect(job.words == "Job ci/(generated name)")
        #expect(ObjectReference(apiVersion: "v1", kind: "Node", name: "").words == "Node (generated name)")
    }
}
