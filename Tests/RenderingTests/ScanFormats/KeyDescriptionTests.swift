import MigrationModel
import Testing

@testable import Rendering

struct KeyDescriptionTests {
    private func described(_ change: (inout StaticKey) -> Void) -> KeyDescription {
        var key = SampleReports.paired
        change(&key)
        return KeyDescription(key, now: SampleReports.generated)
    }

    @Test func namesTheOwner() {
        #expect(described { $0.identity.principal = "deployer" }.owner == "123456789012 deployer")
        #expect(described { $0.identity.account = nil }.owner == "owner unknown")
    }

    @Test(arguments: [
        (KeyKind.awsAccessKey, "secret half present"), (.awsTemporaryKey, "secret half present"),
        (.googleHMACKey, "secret half present"), (.googleServiceAccountKey, "private key present"),
        (.azureClientSecret, "secret present"), (.azureStorageAccountKey, "secret present"),
    ])
    func saysWhatWasFoundOfTheKey(kind: KeyKind, expected: String) {
        #expect(described { $0.identity.kind = kind }.credential == expected)
        let idOnly = described {
            $0.identity.kind = kind
            $0.secretHalfPresent = false
        }
        #expect(idOnly.credential == "id only")
    }

    @Test func takesTheAgeOfTheOldestCarrier() {
        #expect(described { _ in }.age == "412d")
        #expect(described { $0.carriers[0].created = "unknown" }.age == "273d")
        #expect(described { $0.carriers = [] }.age == nil)
    }

    @Test func namesThreeManagersAndCountsTheRest() {
        let managed = described {
            $0.carriers[0].managers = (1...5).map { ObjectManager(program: "Flux", instance: "a/\($0)") }
            $0.carriers[1].managers = [ObjectManager(program: "Terraform", instance: "")]
        }
        #expect(managed.managers == ["Flux a/1", "Flux a/2", "Flux a/3", "3 more managers"])
        #expect(described { _ in }.managers == ["Helm release shop", "Argo CD application argocd/shop"])
    }

    @Test func doubtsOnlyWhatHasNoContextAnywhere() {
        #expect(KeyDescription(SampleReports.temporary, now: "").doubt == "mentioned without context")
        #expect(described { $0.sightings[0].confidence = .bare }.doubt == nil)
    }
}
