import CredentialChains
import MigrationModel
import Testing

struct CredentialChainsTests {
    @Test func namesEachFamilyOnce() {
        let ids = CredentialChains.all.map(\.family.id)
        #expect(Set(ids).count == ids.count)
    }
}
