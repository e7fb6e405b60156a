import CredentialChains
import MigrationModel
import Testing

@testable import Tracing

struct FamilyGuessTests {
    private let known = Set(CredentialChains.chains(of: .aws).map(\.family.id))

    private func choice(
        _ image: String = "", variables: [String] = [], annotations: [String: String] = [:]
    ) -> FamilyChoice {
        FamilyGuess.choice(
            for: Container(name: "app", image: image, environment: variables.map { .literal($0) }),
            of: PodTemplate(annotations: annotations), among: known)
    }

    @Test func hintsNameFamiliesThatThereAre() {
        let ids = known
        for (word, families) in FamilyHints.images { #expect(ids.isSuperset(of: families), "\(word)") }
        for (prefix, families) in FamilyHints.variables { #expect(ids.isSuperset(of: families), "\(prefix)") }
    }

    @Test(arguments: [
        ("python:3.12-slim", ["boto3"]), ("registry.example.com:5000/team/django-shop:v1", ["boto3"]),
        ("docker.io/library/node@sha256:0123", ["javascript-v3", "javascript-v2"]),
        ("amazon/aws-cli:2.15", ["boto3"]),
    ])
    func takesHintsFromImages(image: String, families: [String]) {
        let choice = choice(image)
        #expect(choice.families == families)
        guard case .hinted = choice.basis else {
            Issue.record("no hint")
            return
        }
    }

    @Test(arguments: ["pythonista/shop:1", "company/api:node", ""])
    func takesNoHintFromPartsOfWordsNorFromTags(image: String) {
        #expect(choice(image) == FamilyChoice())
    }

    @Test func takesHintsFromVariables() {
        #expect(choice(variables: ["LOG", "PYTHONPATH"]).families == ["boto3"])
    }

    @Test func believesWhatPeopleSay() {
        let stated = FamilyChoice(families: ["go-v2", "rust"], basis: .stated)
        #expect(choice("python:3", annotations: ["keyshift/sdk": "go-v2, rust"]) == stated)
        let own = ["keyshift/sdk": "go-v2", "keyshift/sdk.app": "rust"]
        #expect(choice(annotations: own) == FamilyChoice(families: ["rust"], basis: .stated))
        #expect(choice("python:3", annotations: ["keyshift/sdk": "cobol"]).families == ["boto3"])
    }
}
