import MigrationModel
import Testing

struct PolicyVersionTests {
    private func policy(_ version: String, _ text: String) -> PolicyDocument {
        PolicyDocument(
            version: version,
            statements: [
                PolicyStatement(
                    actions: .only(["s3:GetObject"]), resources: .allBut([text]),
                    conditions: [PolicyCondition("StringLike", "s3:prefix", [text])])
            ])
    }

    @Test(arguments: [
        ("arn:aws:s3:::a/${aws:username}", "arn:aws:s3:::a/${$}{aws:username}"), ("$a$", "$a$"), ("$${x}", "$${$}{x}"),
    ])
    func keepsTextsThatLookLikeVariables(old: String, current: String) {
        #expect(policy("2008-10-17", old).inCurrentVersion == policy("2012-10-17", current))
    }

    @Test func leavesVariablesAlone() {
        let now = policy("2012-10-17", "${aws:username}")
        #expect(now.inCurrentVersion == now)
    }
}
