import MigrationModel
import Testing

@testable import CredentialChains

struct MinimumVersionsTests {
    @Test func speaksOfFamiliesThatThereAre() {
        for minimum in MinimumVersions.all {
            let chain = CredentialChains.chain(minimum.family)
            #expect(chain?.family.provider == minimum.mechanism.provider, "\(minimum.family)")
        }
        let names = Set(MinimumVersions.all.map { "\($0.family) \($0.mechanism.rawValue)" })
        #expect(names.count == MinimumVersions.all.count)
    }

    @Test func tellsThoseOfSomeFamilies() {
        #expect(
            MinimumVersions.of(["boto3", "swift-aws"]) == [
                MinimumVersion(family: "boto3", mechanism: .irsa, version: "1.9.220"),
                MinimumVersion(family: "boto3", mechanism: .eksPodIdentity, version: "1.34.41"),
            ])
        #expect(MinimumVersions.of([]) == [])
    }
}
