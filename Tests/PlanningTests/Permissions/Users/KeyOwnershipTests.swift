import MigrationModel
import Testing

@testable import Planning

struct KeyOwnershipTests {
    private func user(_ name: String, _ account: String = "123456789012") -> UserFacts {
        UserFacts(account: account, name: name, arn: "arn:aws:iam::\(account):user/\(name)")
    }

    private func found(
        _ users: [UserFacts], _ owners: [String: KeyOwner] = [:], account: String? = "123456789012"
    ) -> String {
        switch KeyOwners(AccountFacts(users: users, owners: owners)).ownership(of: "AKIA", in: account) {
        case .user(let user, let isAssumed): isAssumed ? "perhaps \(user.arn)" : user.arn
        case .name(let name): "only \(name)"
        case .unknown: "unknown"
        case .noData: "no data"
        }
    }

    @Test func findsTheUser() {
        let owners = ["AKIA": KeyOwner(user: "bob")]
        #expect(
            found([user("eve"), user("bob"), user("bob", "111122223333")], owners)
                == "arn:aws:iam::123456789012:user/bob")
        #expect(found([user("bob")], owners, account: nil) == "arn:aws:iam::123456789012:user/bob")
        #expect(found([user("bob"), user("bob", "111122223333")], owners, account: nil) == "only bob")
        #expect(found([user("eve")], owners) == "only bob")
        #expect(found([], owners) == "only bob")
    }

    @Test func assumesTheOnlyOneThatItCanBe() {
        #expect(found([user("bob")]) == "perhaps arn:aws:iam::123456789012:user/bob")
        #expect(found([user("bob"), user("eve")]) == "unknown")
        #expect(
            found([user("bob"), user("eve")], ["AKIB": KeyOwner(user: "eve")])
                == "perhaps arn:aws:iam::123456789012:user/bob")
        #expect(found([user("eve")], ["AKIB": KeyOwner(user: "eve")]) == "unknown")
        #expect(found([user("bob")], account: nil) == "unknown")
    }

    @Test func knowsNothingOfOtherAccounts() {
        #expect(found([user("bob")], account: "111122223333") == "no data")
        #expect(found([]) == "no data")
    }
}
